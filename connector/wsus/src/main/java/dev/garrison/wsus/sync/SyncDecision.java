package dev.garrison.wsus.sync;

import dev.garrison.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.List;

/** What is to be done with one server. */
public sealed interface SyncDecision {
  /** A synchronisation is started. */
  record Start() implements SyncDecision {}

  /** One runs already; its end is waited for. */
  record Join() implements SyncDecision {}

  /** It synchronised a short time ago. */
  record Fresh(Instant last) implements SyncDecision {}

  /** Configuration Manager synchronises it. */
  record LeftToOwner() implements SyncDecision {}

  /**
   * It cannot be used.
   *
   * @param why at least one reason
   */
  record Refused(List<Diagnostic> why) implements SyncDecision {
    public Refused {
      why = List.copyOf(why);
    }
  }
}
