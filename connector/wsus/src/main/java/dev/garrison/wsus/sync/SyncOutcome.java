package dev.garrison.wsus.sync;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.wsus.WsusServer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What came of one server. */
public sealed interface SyncOutcome {
  /** An event of the server says so. */
  record Succeeded(Instant at) implements SyncOutcome {}

  /**
   * It synchronised recently, or somebody else sees to it.
   *
   * @param why {@code Fresh} or {@code LeftToOwner}
   */
  record NotNeeded(SyncDecision why) implements SyncOutcome {}

  /** An event of the server says so; newer servers do not say why. */
  record Failed(Optional<String> reason) implements SyncOutcome {}

  /** Somebody stopped it. */
  record Cancelled() implements SyncOutcome {}

  /**
   * It still ran when the time was up.
   *
   * @param progress such as {@code 3 of 4 updates}, where the server told
   */
  record Running(Optional<String> progress) implements SyncOutcome {}

  /** Nobody knows: it may have ended in any way, or never begun. */
  record Unknown(String why) implements SyncOutcome {}

  /** It was not begun, and may be when this is run again. */
  record Waits(String why) implements SyncOutcome {}

  /** It was not begun, because what came of its upstream server forbids it. */
  record HeldBack(WsusServer upstream) implements SyncOutcome {}

  /**
   * The server cannot be used.
   *
   * @param why at least one reason
   */
  record Refused(List<Diagnostic> why) implements SyncOutcome {
    public Refused {
      why = List.copyOf(why);
    }
  }

  /** Whether servers below it may be synchronised now. */
  default boolean allowsBelow() {
    return switch (this) {
      case Succeeded _, NotNeeded _ -> true;
      case Failed _, Cancelled _, Running _, Unknown _, Waits _, HeldBack _, Refused _ -> false;
    };
  }

  /** Whether it is as far as it could get, and will get further when this is run again. */
  default boolean waits() {
    return switch (this) {
      case Running _, Waits _ -> true;
      case Succeeded _, NotNeeded _, Failed _, Cancelled _, Unknown _, HeldBack _, Refused _ ->
          false;
    };
  }

  /** What a person has to look at. */
  default List<Diagnostic> problems(WsusServer server) {
    return switch (this) {
      case Succeeded _, NotNeeded _, Running _, Waits _ -> List.of();
      case Refused(List<Diagnostic> why) -> why;
      case Failed(Optional<String> reason) ->
          List.of(
              Diagnostic.error(
                  SyncCode.SYNC_FAILED,
                  "The synchronisation of %s failed: %s."
                      .formatted(
                          server.name(),
                          reason.orElse("WSUS shows no details, as is usual since October 2025")),
                  "SoftwareDistribution.log on that server says more. Then run again."));
      case Cancelled _ ->
          List.of(
              Diagnostic.error(
                  SyncCode.SYNC_CANCELLED,
                  "Somebody stopped the synchronisation of %s.".formatted(server.name()),
                  "Find out why, then run again."));
      case Unknown(String why) ->
          List.of(
              Diagnostic.error(
                  SyncCode.SYNC_OUTCOME_UNKNOWN,
                  "What came of the synchronisation of %s is unknown: %s."
                      .formatted(server.name(), why),
                  "Look at 'Synchronizations' in the WSUS console. Running again is safe."));
      case HeldBack(WsusServer upstream) ->
          List.of(
              Diagnostic.error(
                  SyncCode.SYNC_UPSTREAM_FAILED,
                  "%s was not synchronised, because its upstream server %s was not."
                      .formatted(server.name(), upstream.name()),
                  "Put that right first, then run again."));
    };
  }
}
