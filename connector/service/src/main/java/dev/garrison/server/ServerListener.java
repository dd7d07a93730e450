package dev.garrison.server;

import dev.garrison.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * Receives events of the HTTP server. It is called by several threads, must be quick, and must
 * never fail.
 */
public interface ServerListener {
  /** Ignores all events. */
  ServerListener NONE = _ -> {};

  /** Called after an action, or after a caller was not admitted. */
  void answered(Exchange exchange);

  /** Current problems of the service, in words without confidential details. */
  default List<String> problems() {
    return List.of();
  }

  /**
   * A request and its answer.
   *
   * @param who the caller, as the history names users
   * @param address of the caller
   * @param path the requested path, cut where it is long
   * @param problem reason of a refusal
   */
  record Exchange(
      String who,
      String address,
      String method,
      String path,
      int status,
      Optional<Diagnostic> problem) {}
}
