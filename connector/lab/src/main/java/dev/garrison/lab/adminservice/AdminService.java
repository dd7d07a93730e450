package dev.garrison.lab.adminservice;

import dev.garrison.lab.adminservice.odata.PathParser;
import dev.garrison.lab.adminservice.odata.ResourcePath;
import dev.garrison.lab.adminservice.pivot.PivotOperations;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.script.ScriptRuns;
import dev.garrison.lab.http.Answer;
import java.util.Optional;

/** Dispatches requests by HTTP method and address. Stateless apart from the provider. */
public final class AdminService {
  private static final String ROUTE = "/wmi";
  private static final int LONGEST_ADDRESS = 16 * 1024;
  private final Provider provider;
  private final JsonText json = new JsonText();
  private final PathParser paths;
  private final ReadRequests reads;
  private final WriteRequests writes;
  private final ModelledRequests modelled;

  /**
   * Creates a service for a provider.
   *
   * @param pivot the CMPivot operations
   * @param scripts the script runs
   * @param lenient whether a query may have more encoded than it needs
   * @param pageSize rows per page if the site pages its lists
   */
  public AdminService(
      Provider provider,
      PivotOperations pivot,
      ScriptRuns scripts,
      int build,
      boolean lenient,
      Optional<Integer> pageSize) {
    this.modelled = new ModelledRequests(provider, json, lenient, pivot, scripts);
    this.provider = provider;
    this.paths = new PathParser(provider.schema(), provider.spelling());
    this.reads = new ReadRequests(provider, json, lenient, pageSize);
    this.writes = new WriteRequests(provider, json, build);
  }

  /** Provider of the service. */
  public Provider provider() {
    return provider;
  }

  /** Answers one request; a refusal comes in the error envelope. */
  public Answer answer(Request request) {
    try {
      return dispatch(request);
    } catch (Refusal refusal) {
      return refusal.reason().isEmpty() ? Answer.empty(refusal.status()) : json.error(refusal);
    } catch (RuntimeException e) {
      return json.error(Refusal.of(500, "This is a mistake in the lab, not a site's answer: " + e));
    }
  }

  /** Error envelope for a status that is not the service's own. */
  public Answer error(int status, String message) {
    return json.error(Refusal.of(status, message));
  }

  private Answer dispatch(Request request) {
    int length = request.path().length() + String.valueOf(request.query()).length();
    if (length > LONGEST_ADDRESS) {
      throw Refusal.of(414, "The request URL is too long.");
    }
    String path = request.path();
    if (isBelow(path, ModelledRequests.ROUTE)) {
      return modelled.answer(request);
    }
    if (!isBelow(path, ROUTE)) {
      throw Refusal.notFound("Resource not found for the segment '" + path + "'.");
    }
    ResourcePath resource = paths.parse(path.substring(ROUTE.length()));
    return switch (request.method()) {
      case "GET" -> get(request, resource);
      case "POST" -> post(request, resource);
      case "PUT" -> put(request, resource);
      case "DELETE" -> delete(request, resource);
      default -> throw noResource(request);
    };
  }

  private static boolean isBelow(String path, String route) {
    return path.regionMatches(true, 0, route, 0, route.length())
        && (path.length() == route.length() || path.charAt(route.length()) == '/');
  }

  private Answer get(Request request, ResourcePath resource) {
    return switch (resource) {
      case ResourcePath.ServiceDocument ignored -> reads.serviceDocument(request);
      case ResourcePath.Metadata ignored -> reads.metadata();
      case ResourcePath.EntitySet set -> reads.list(request, set);
      case ResourcePath.Count set -> reads.count(request, set);
      case ResourcePath.Keyed keyed -> reads.single(request, keyed);
      case ResourcePath.StaticMethod method -> writes.call(request, method);
      case ResourcePath.BoundMethod ignored -> throw noResource(request);
    };
  }

  private Answer post(Request request, ResourcePath resource) {
    return switch (resource) {
      case ResourcePath.EntitySet set -> writes.create(request, set);
      case ResourcePath.Keyed keyed -> writes.postTo(request, keyed);
      case ResourcePath.StaticMethod method -> writes.call(request, method);
      case ResourcePath.BoundMethod method -> writes.invoke(request, method);
      case ResourcePath.ServiceDocument ignored -> throw noResource(request);
      case ResourcePath.Metadata ignored -> throw noResource(request);
      case ResourcePath.Count ignored -> throw noResource(request);
    };
  }

  private Answer put(Request request, ResourcePath resource) {
    if (resource instanceof ResourcePath.Keyed keyed) {
      return writes.replace(request, keyed);
    }
    throw noResource(request);
  }

  private Answer delete(Request request, ResourcePath resource) {
    if (resource instanceof ResourcePath.Keyed keyed) {
      return writes.delete(keyed);
    }
    throw noResource(request);
  }

  private static Refusal noResource(Request request) {
    return Refusal.notFound(
        "No HTTP resource was found that takes "
            + request.method()
            + " at "
            + request.path()
            + ".");
  }
}
