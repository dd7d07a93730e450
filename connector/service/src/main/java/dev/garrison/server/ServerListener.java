package dev.garrison.server;

import dev.garrison.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/** Hears what is asked of the server. Called by several threads; quick, and never fails. */
public interface ServerListener {
  /** Hears nothing. */
  ServerListener NONE = _ -> {};

  /** Somebody wanted something done, or was not let in. */
  void answered(Exchange exchange);

  /** What is wrong with the service meanwhile, in words that anybody may read. */
  default List<String> problems() {
    return List.of();
  }

  /**
   * A request and what was answered.
   *
   * @param who asked, as the history names people
   * @param address from which
   * @param path as it was asked for, cut where it is long
   * @param problem why not
   */
  record Exchange(
      String who,
      String address,
      String method,
      String path,
      int status,
      Optional<Diagnostic> problem) {}
}
