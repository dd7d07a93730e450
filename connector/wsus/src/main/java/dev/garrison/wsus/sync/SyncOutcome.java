package dev.garrison.wsus.sync;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusServer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Outcome of the synchronization of one server. */
public sealed interface SyncOutcome {
  /** Success, according to an event of the server. */
  record Succeeded(Instant at) implements SyncOutcome {}

  /**
   * No synchronization was needed, or another system is responsible for it.
   *
   * @param why {@code Fresh} or {@code LeftToOwner}
   */
  record NotNeeded(SyncDecision why) implements SyncOutcome {}

  /** Failure, according to an event of the server; newer servers do not report a reason. */
  record Failed(Optional<String> reason) implements SyncOutcome {}

  /** Cancellation by a person. */
  record Cancelled() implements SyncOutcome {}

  /**
   * Synchronization that still ran when the time was up.
   *
   * @param progress such as {@code 3 of 4 updates}, where the server reported it
   */
  record Running(Optional<String> progress) implements SyncOutcome {}

  /**
   * Unknown outcome: it may have ended in any way, or never started.
   *
   * @param why a sentence
   */
  record Unknown(Text why) implements SyncOutcome {}

  /** Synchronization that was not started, and may start when this is run again. */
  record Waits(String why) implements SyncOutcome {}

  /** Synchronization that was not started because of the outcome on its upstream server. */
  record HeldBack(WsusServer upstream) implements SyncOutcome {}

  /**
   * Refusal, because the server cannot be used.
   *
   * @param why at least one reason
   */
  record Refused(List<Diagnostic> why) implements SyncOutcome {
    public Refused {
      why = List.copyOf(why);
    }
  }

  /** Checks whether servers below it may be synchronized now. */
  default boolean allowsBelow() {
    return switch (this) {
      case Succeeded _, NotNeeded _ -> true;
      case Failed _, Cancelled _, Running _, Unknown _, Waits _, HeldBack _, Refused _ -> false;
    };
  }

  /** Checks whether it is unfinished, and will continue when this is run again. */
  default boolean waits() {
    return switch (this) {
      case Running _, Waits _ -> true;
      case Succeeded _, NotNeeded _, Failed _, Cancelled _, Unknown _, HeldBack _, Refused _ ->
          false;
    };
  }

  /** Problems that need attention. */
  default List<Diagnostic> problems(WsusServer server) {
    return switch (this) {
      case Succeeded _, NotNeeded _, Running _, Waits _ -> List.of();
      case Refused(List<Diagnostic> why) -> why;
      case Failed(Optional<String> reason) ->
          List.of(
              Diagnostic.error(
                  SyncCode.SYNC_FAILED,
                  reason
                      .map(why -> Message.of("sync.failed", "server", server.name(), "reason", why))
                      .orElseGet(
                          () -> Message.of("sync.failed-unexplained", "server", server.name()))));
      case Cancelled _ ->
          List.of(
              Diagnostic.error(
                  SyncCode.SYNC_CANCELLED, Message.of("sync.canceled", "server", server.name())));
      case Unknown(Text why) ->
          List.of(
              Diagnostic.error(
                  SyncCode.SYNC_OUTCOME_UNKNOWN,
                  Message.of("sync.unknown", "server", server.name(), "reason", why)));
      case HeldBack(WsusServer upstream) ->
          List.of(
              Diagnostic.error(
                  SyncCode.SYNC_UPSTREAM_FAILED,
                  Message.of(
                      "sync.upstream-failed",
                      "server",
                      server.name(),
                      "upstream",
                      upstream.name())));
    };
  }
}
