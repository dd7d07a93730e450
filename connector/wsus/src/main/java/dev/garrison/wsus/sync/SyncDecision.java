package dev.garrison.wsus.sync;

import dev.garrison.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.List;

/** Decision on the synchronization of one server. */
public sealed interface SyncDecision {
  /** Start of a synchronization. */
  record Start() implements SyncDecision {}

  /** Wait for the end of a synchronization that already runs. */
  record Join() implements SyncDecision {}

  /** No action, because the server synchronized recently. */
  record Fresh(Instant last) implements SyncDecision {}

  /** No action, because Configuration Manager synchronizes the server. */
  record LeftToOwner() implements SyncDecision {}

  /** No action, because the manifest does not allow writing to the server. */
  record NotAllowed(Diagnostic why) implements SyncDecision {}

  /**
   * Refusal, because the server cannot be used.
   *
   * @param why at least one reason
   */
  record Refused(List<Diagnostic> why) implements SyncDecision {
    public Refused {
      why = List.copyOf(why);
    }
  }
}
