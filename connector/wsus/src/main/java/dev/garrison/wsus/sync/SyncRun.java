package dev.garrison.wsus.sync;

import dev.garrison.connection.Pause;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.model.SyncProgress;
import dev.garrison.wsus.model.SyncState;
import dev.garrison.wsus.updateserver.FailureKind;
import dev.garrison.wsus.updateserver.UpdateServer;
import dev.garrison.wsus.updateserver.UpdateServerException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Starts one synchronization if none runs, and watches it until a server event reports its end. An
 * event is identified by its own ID, not by its time, because two clocks need not agree. Without an
 * event, the outcome is unknown. A synchronization that hangs is not stopped.
 */
final class SyncRun {
  private static final Duration INTERVAL = Duration.ofSeconds(20);

  /** Number of checks that may show neither a synchronization nor its end: two minutes. */
  private static final int PATIENCE = 6;

  private final UpdateServer server;
  private final SyncCheck before;
  private final Surroundings around;
  private int quiet;
  private Optional<String> progress = Optional.empty();

  /**
   * Clock, time limit, and listener of a run.
   *
   * @param until the time after which to stop waiting
   */
  record Surroundings(InstantSource clock, Pause pause, Instant until, SyncListener listener) {}

  SyncRun(UpdateServer server, SyncCheck before, Surroundings around) {
    this.server = server;
    this.before = before;
    this.around = around;
  }

  /**
   * Starts the synchronization.
   *
   * @throws dev.garrison.diagnostic.RefusalException if the server refuses
   */
  SyncOutcome start() {
    try {
      server.startSynchronization();
    } catch (UpdateServerException unconfirmed) {
      // It may have begun all the same: watching tells.
      if (unconfirmed.kind() != FailureKind.LOST_ANSWER) {
        throw unconfirmed;
      }
    }
    around.listener().begun(named(), true);
    return watch();
  }

  /** Waits for a synchronization that already runs. */
  SyncOutcome join() {
    around.listener().begun(named(), false);
    return watch();
  }

  private WsusServer named() {
    return before.server();
  }

  private SyncOutcome watch() {
    while (true) {
      Look look = look();
      Optional<SyncOutcome> end = look.end();
      if (end.isPresent()) {
        return end.get();
      }
      if (!around.clock().instant().isBefore(around.until())) {
        return look.whenTimeIsUp();
      }
      pause();
    }
  }

  /** Result of one check: the end, if it is known, and the outcome in case the time is up. */
  private record Look(Optional<SyncOutcome> end, SyncOutcome whenTimeIsUp) {
    static Look ended(SyncOutcome outcome) {
      return new Look(Optional.of(outcome), outcome);
    }

    static Look open(SyncOutcome whenTimeIsUp) {
      return new Look(Optional.empty(), whenTimeIsUp);
    }
  }

  private Look look() {
    try {
      SyncState state = server.syncState();
      return state.isRunning() ? running() : standing(state);
    } catch (RefusalException failure) {
      SyncOutcome unknown =
          new SyncOutcome.Unknown(failure.diagnostics().getFirst().message().problem());
      return failure instanceof UpdateServerException known && isPassing(known.kind())
          ? Look.open(unknown)
          : Look.ended(unknown);
    }
  }

  private Look running() {
    quiet = 0;
    Optional<String> now = server.syncProgress().stream().findFirst().map(SyncProgress::words);
    if (!now.equals(progress)) {
      now.ifPresent(words -> around.listener().goesOn(named(), words));
      progress = now;
    }
    return Look.open(new SyncOutcome.Running(now));
  }

  private Look standing(SyncState state) {
    Optional<SyncEvent> ending =
        SyncEvent.latest(
            server.syncEndings(around.clock().instant().minus(SyncCheck.HISTORY)).stream()
                .filter(event -> !before.endings().contains(event.instance())));
    if (ending.isPresent()) {
      return Look.ended(outcome(ending.get()));
    }
    quiet++;
    SyncOutcome unknown =
        new SyncOutcome.Unknown(
            Text.of(state == SyncState.FAILED ? "sync.no-event-after-failure" : "sync.no-event"));
    return quiet < PATIENCE ? Look.open(unknown) : Look.ended(unknown);
  }

  private static SyncOutcome outcome(SyncEvent ending) {
    if (ending.isCancelled()) {
      return new SyncOutcome.Cancelled();
    }
    return switch (ending.id()) {
      case SyncEvent.SUCCEEDED -> new SyncOutcome.Succeeded(ending.at());
      case SyncEvent.FAILED -> new SyncOutcome.Failed(ending.reason());
      default ->
          new SyncOutcome.Unknown(
              Text.of("sync.other-event", "event", String.valueOf(ending.id())));
    };
  }

  /** Checks whether the server may answer the next time. */
  private static boolean isPassing(FailureKind kind) {
    return switch (kind) {
      case UNAVAILABLE, TIMEOUT, BROKEN_ANSWER, SET_ASIDE, NO_FREE_PLACE, REFUSED -> true;
      case NOT_FOUND,
          ACCESS_DENIED,
          UNAUTHORIZED,
          REPLICA,
          NOT_WSUS,
          LOST_ANSWER,
          EXPIRED,
          LICENSE,
          BUSY_WITH_SYNC,
          UPSTREAM_DECIDES ->
          false;
    };
  }

  private void pause() {
    Duration left = Duration.between(around.clock().instant(), around.until());
    Duration most = left.compareTo(INTERVAL) < 0 ? left : INTERVAL;
    try {
      // Time goes on between two looks at the clock.
      around.pause().pause(most.isNegative() ? Duration.ZERO : most);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled =
          new CancellationException("interrupted while a synchronisation runs");
      cancelled.initCause(e);
      throw cancelled;
    }
  }
}
