package dev.garrison.server;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.job.JobCode;
import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import dev.garrison.language.Message;
import dev.garrison.login.AccessToken;
import dev.garrison.login.Role;
import dev.garrison.server.api.ApiAnswer;
import dev.garrison.server.api.ApiProblem;
import dev.garrison.server.api.ApiRequest;
import dev.garrison.server.api.Problem;
import dev.garrison.server.api.Route;
import dev.garrison.server.api.Routes;
import dev.garrison.server.api.ServerCode;
import dev.garrison.server.metrics.Metrics;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Passes requests to the routes, and sends their answers and problems back. */
final class Endpoints {
  private static final String JSON = "application/json";
  private static final String METRICS = "/metrics";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final String BEGAN = "garrison.began";
  private static final String PROBLEM = "garrison.problem";
  private static final int LONGEST_PATH = 200;
  private static final int NOT_FOUND = 404;
  private static final int NOBODY = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;
  private static final int CONFLICT = 409;
  private static final int UNAVAILABLE = 503;
  private static final int FAULT = 500;

  private final RequestLimits boundary;
  private final Json json;
  private final RequestBody bodies;
  private final ServerSettings settings;
  private final Metrics metrics;
  private final PageEndpoints pages;

  Endpoints(
      RequestLimits boundary,
      Json json,
      ServerSettings settings,
      Metrics metrics,
      PageEndpoints pages) {
    this.boundary = boundary;
    this.json = json;
    this.bodies = new RequestBody(settings.limits());
    this.settings = settings;
    this.metrics = metrics;
    this.pages = pages;
  }

  void register(JavalinConfig config, List<Route> routes) {
    config.routes.before(context -> {
      SafeHeaders.FIELDS.forEach(context::header);
      if (settings.section().tls().isPresent()) {
        context.header("Strict-Transport-Security", "max-age=31536000");
      }
      boundary.requireOwnHost(context);
    });
    config.routes.before(context -> context.attribute(BEGAN, System.nanoTime()));
    config.routes.after(this::count);
    config.routes.after(this::report);
    // Also where there is no route: who may ask nothing learns nothing.
    config.routes.before(Routes.ROOT + "/*", boundary::signIn);
    config.routes.before(METRICS, boundary::signIn);
    config.routes.get(METRICS, this::metrics);
    for (Route route : routes) {
      config.routes.addEndpoint(endpoint(route, context -> answer(route, context)));
    }
    pages.register(config);
    config.routes.exception(ApiProblem.class, this::problem);
    config.routes.exception(RefusalException.class, (e, context) -> problem(of(e), context));
    config.routes.exception(HttpResponseException.class, (e, context) -> problem(of(e), context));
    config.routes.exception(Exception.class, this::fault);
  }

  private static Endpoint endpoint(Route route, Handler handler) {
    return new Endpoint(
        switch (route.method()) {
          case GET -> HandlerType.GET;
          case POST -> HandlerType.POST;
        },
        route.path(),
        handler);
  }

  private void answer(Route route, Context context) {
    Optional<AccessToken> caller = route.role().map(role -> RequestLimits.admit(context, role));
    boolean hasBody =
        route.body().isPresent() && (route.needsBody() || RequestBody.isSent(context));
    String body = hasBody ? bodies.read(context, JSON) : "";
    ApiRequest request =
        new ApiRequest(caller, context.pathParamMap(), context.queryParamMap(), body);
    request.requireKnown(route);
    ApiAnswer answer = route.handler().answer(request);
    answer.location().ifPresent(location -> context.header("Location", location));
    send(context, answer.status(), JSON, answer.body());
  }

  private void metrics(Context context) {
    AccessToken _ = RequestLimits.admit(context, Role.VIEWER);
    context.contentType(Metrics.MEDIA_TYPE).result(PlainErrors.bytes(metrics.text()));
  }

  /** Counts an answer under the path of its route, so that unknown paths create no time series. */
  private void count(Context context) {
    Long began = context.attribute(BEGAN);
    // A stream lasts as long as somebody looks at its page.
    if (began != null && !context.path().equals(PageEndpoints.EVENTS)) {
      metrics.answered(
          method(context),
          Optional.ofNullable(context.endpoints().lastHttpEndpoint())
              .map(route -> route.path)
              .orElse("none"),
          context.statusCode(),
          Duration.ofNanos(System.nanoTime() - began));
    }
  }

  /**
   * Reports actions and refused sign-ins to the listener. Requests beyond the rate limit are not
   * reported, because a caller could fill a log with them.
   */
  private void report(Context context) {
    int status = context.statusCode();
    boolean action = context.method().equals(HandlerType.POST) && status != TOO_MANY;
    if ((action || status == NOBODY || status == FORBIDDEN) && boundary.isTold(context)) {
      settings
          .listener()
          .answered(
              new ServerListener.Exchange(
                  RequestLimits.caller(context).map(AccessToken::who).orElse("nobody"),
                  context.req().getRemoteAddr(),
                  method(context),
                  cut(context.path()),
                  status,
                  Optional.ofNullable(context.attribute(PROBLEM))));
    }
  }

  private static String method(Context context) {
    return METHODS.contains(context.method().name()) ? context.method().name() : "other";
  }

  private static String cut(String path) {
    return path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "..." : path;
  }

  private void send(Context context, int status, String type, JsonForm body) {
    context.status(status).contentType(type).result(PlainErrors.bytes(ApiAnswer.text(json, body)));
  }

  private void problem(ApiProblem problem, Context context) {
    if (problem.status() == 401) {
      context.header("WWW-Authenticate", "Bearer realm=\"garrison\"");
    }
    problem
        .retryAfter()
        .map(Duration::toSeconds)
        .ifPresent(seconds -> context.header("Retry-After", String.valueOf(seconds + 1)));
    context.attribute(PROBLEM, problem.diagnostic());
    tell(problem.status(), problem.diagnostic(), context);
  }

  private void tell(int status, Diagnostic diagnostic, Context context) {
    if (PageEndpoints.isForPeople(context)) {
      pages.problem(context, status, diagnostic);
    } else {
      send(context, status, Problem.MEDIA_TYPE, Problem.of(status, diagnostic));
    }
  }

  private static ApiProblem of(RefusalException refusal) {
    Diagnostic first = refusal.diagnostics().getFirst();
    boolean missing =
        first.code() == JobCode.JOB_RUN_UNKNOWN || first.code() == JobCode.NO_PLAN_KEPT;
    boolean database =
        first.code() == JobCode.HISTORY_UNUSABLE || first.code() == JobCode.HISTORY_ROW_UNREADABLE;
    return ApiProblem.of(missing ? NOT_FOUND : database ? UNAVAILABLE : CONFLICT, first);
  }

  /** A problem from Javalin's own exception: there is no such route, or not with this method. */
  private static ApiProblem of(HttpResponseException own) {
    boolean unknown = own.getStatus() == NOT_FOUND || own.getStatus() == 405;
    return ApiProblem.of(
        own.getStatus(),
        unknown ? ServerCode.ROUTE_UNKNOWN : ServerCode.REQUEST_REFUSED,
        unknown ? Message.of("request.no-route") : Message.of("request.unknown"));
  }

  /**
   * Text of an exception with its causes. The template engine wraps the exceptions that it catches.
   */
  private static String words(Throwable fault) {
    Throwable cause = fault.getCause();
    return cause == null ? fault.toString() : fault + ", by " + words(cause);
  }

  private void fault(Exception fault, Context context) {
    settings
        .faults()
        .accept(
            "%s %s ended in a fault: %s"
                .formatted(context.method().name(), context.endpoint().path, words(fault)));
    tell(FAULT, Diagnostic.error(ServerCode.REQUEST_FAULT, Message.of("request.fault")), context);
  }
}
