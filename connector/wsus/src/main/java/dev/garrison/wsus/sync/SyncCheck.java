package dev.garrison.wsus.sync;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.model.UserRole;
import dev.garrison.wsus.problem.OtherServer;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Check of one server before a synchronization, and the decision without regard to others.
 *
 * @param configuration empty where it was not asked, or did not answer
 * @param last time of its last successful synchronization
 * @param endings the events of all synchronizations that have ended
 */
record SyncCheck(
    WsusServer server,
    SyncDecision decision,
    Optional<ServerConfiguration> configuration,
    Optional<Instant> last,
    Set<UUID> endings) {
  /** Length of the history that is read. */
  static final Duration HISTORY = Duration.ofDays(31);

  SyncCheck {
    endings = Set.copyOf(endings);
  }

  /** Creates the result for a server that cannot be asked, or need not be. */
  static SyncCheck without(WsusServer server, SyncDecision decision) {
    return new SyncCheck(server, decision, Optional.empty(), Optional.empty(), Set.of());
  }

  /**
   * Asks the server.
   *
   * @throws RefusalException if it cannot be asked, or is another one than the manifest names
   */
  static SyncCheck of(WsusServer server, UpdateServer opened, Duration ifOlder, Instant now) {
    ServerConfiguration configuration = opened.configuration();
    OtherServer.refuse(server, configuration);
    Optional<Diagnostic> objection = objection(server, opened, configuration);
    // Before the history, so that an ending between the two is never taken for that of this run.
    boolean runs = opened.syncState().isRunning();
    List<SyncEvent> history = opened.syncEndings(now.minus(HISTORY));
    Optional<Instant> last = SyncEvent.lastSuccess(history);
    return new SyncCheck(
        server,
        objection
            .<SyncDecision>map(why -> new SyncDecision.Refused(List.of(why)))
            .orElseGet(() -> decision(runs, last, now.minus(ifOlder))),
        Optional.of(configuration),
        last,
        history.stream().map(SyncEvent::instance).collect(Collectors.toSet()));
  }

  private static SyncDecision decision(boolean runs, Optional<Instant> last, Instant oldest) {
    if (runs) {
      return new SyncDecision.Join();
    }
    return last.filter(at -> at.isAfter(oldest))
        .<SyncDecision>map(SyncDecision.Fresh::new)
        .orElseGet(SyncDecision.Start::new);
  }

  private static Optional<Diagnostic> objection(
      WsusServer server, UpdateServer opened, ServerConfiguration configuration) {
    UserRole role = opened.role();
    // The role is that of the account which reads. Where another one writes, the server judges it.
    if (role != UserRole.ADMINISTRATOR && server.access().signIn().writer().isEmpty()) {
      return Optional.of(
          Diagnostic.error(
              SyncCode.SYNC_NEEDS_ADMINISTRATOR,
              Message.of(
                  role == UserRole.REPORTER ? "sync.reporter" : "sync.no-member",
                  "server",
                  opened.name())));
    }
    if (!configuration.isSetUp()) {
      return Optional.of(
          Diagnostic.error(
              SyncCode.SYNC_NOT_SET_UP, Message.of("sync.not-set-up", "server", opened.name())));
    }
    return Optional.empty();
  }
}
