package dev.garrison.server.api;

import dev.garrison.json.JsonForm;
import dev.garrison.login.Role;
import java.util.List;
import java.util.Optional;

/**
 * One operation of the API; the server registers it, and the API's description includes it.
 *
 * @param path with {@code {names}}
 * @param role the least role; empty where no sign-in is required
 * @param summary a sentence
 * @param parameters of the query; others are refused
 * @param body the form of the request
 * @param needsBody whether a request without a body is refused
 * @param answer the form of the answer
 */
public record Route(
    Method method,
    String path,
    Optional<Role> role,
    String summary,
    List<Parameter> parameters,
    Optional<Class<? extends JsonForm>> body,
    boolean needsBody,
    Class<? extends JsonForm> answer,
    Handler handler) {
  public Route {
    parameters = List.copyOf(parameters);
  }

  /** HTTP method of a route. */
  public enum Method {
    GET,
    POST
  }

  /** Answers the requests of a route. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Answers a request.
     *
     * @throws ApiProblem where it cannot be answered
     * @throws dev.garrison.diagnostic.RefusalException likewise
     */
    ApiAnswer answer(ApiRequest request);
  }

  static Route reading(
      String path,
      String summary,
      List<Parameter> parameters,
      Class<? extends JsonForm> answer,
      Handler handler) {
    return new Route(
        Method.GET,
        Routes.ROOT + path,
        Optional.of(Role.VIEWER),
        summary,
        parameters,
        Optional.empty(),
        false,
        answer,
        handler);
  }

  static Route action(
      String path, Role role, String summary, Class<? extends JsonForm> answer, Handler handler) {
    return new Route(
        Method.POST,
        Routes.ROOT + path,
        Optional.of(role),
        summary,
        List.of(),
        Optional.empty(),
        false,
        answer,
        handler);
  }

  /** The same with a body. */
  Route with(Class<? extends JsonForm> sent) {
    return with(sent, true);
  }

  /** The same with a body that may be left out. */
  Route withOptional(Class<? extends JsonForm> sent) {
    return with(sent, false);
  }

  private Route with(Class<? extends JsonForm> sent, boolean isNeeded) {
    return new Route(
        method, path, role, summary, parameters, Optional.of(sent), isNeeded, answer, handler);
  }
}
