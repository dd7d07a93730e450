package dev.garrison.server;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * First handler of each request. The header is complete here, and the next one is expected after
 * the answer. The language of the answer is bound here.
 */
final class Gate extends Handler.Wrapper {
  private static final String CALLER = "garrison.connection";
  private static final String OF_HEALTH = "garrison.health";

  /** Name of the connector that serves health only. */
  static final String HEALTH = "health";

  private static final Set<String> HEALTH_PATHS = Set.of("/health/live", "/health/ready");
  private static final int NOT_FOUND = 404;

  private final Duration wholeHeader;

  Gate(Duration wholeHeader) {
    this.wholeHeader = wholeHeader;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<Connections.Caller> caller = Connections.caller(request);
    if (caller.isEmpty()) {
      callback.failed(new ClosedChannelException());
      return true;
    }
    caller.get().came();
    request.setAttribute(CALLER, caller.get());
    boolean ofHealth = HEALTH.equals(request.getConnectionMetaData().getConnector().getName());
    request.setAttribute(OF_HEALTH, ofHealth);
    Request.addCompletionListener(request, _ -> caller.get().awaits(wholeHeader));
    if (ofHealth && !HEALTH_PATHS.contains(request.getHttpURI().getPath())) {
      Response.writeError(request, response, callback, NOT_FOUND);
      return true;
    }
    return PageLanguage.of(request).during(() -> super.handle(request, response, callback));
  }

  /** The connection of a request. */
  static Connections.Caller caller(HttpServletRequest request) {
    return (Connections.Caller) Objects.requireNonNull(request.getAttribute(CALLER));
  }

  /**
   * Whether a request arrived at the connector for health, which is always on a loopback address.
   */
  static boolean isOfHealth(HttpServletRequest request) {
    return Boolean.TRUE.equals(request.getAttribute(OF_HEALTH));
  }
}
