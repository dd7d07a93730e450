package dev.garrison.wsus.sync;

import dev.garrison.connection.Pause;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.DownstreamServer;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.servers.NamedServers;
import dev.garrison.wsus.servers.SeveralServers;
import dev.garrison.wsus.servers.WsusAccess;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Synchronizes WSUS servers from the top down. A downstream server starts only after an event of
 * its upstream server reports success, because it gets the updates that that server has. Servers
 * that do not depend on one another continue independently. Configuration Manager synchronizes its
 * software update points; these are left alone.
 */
public final class WsusSync {
  private final WsusAccess access;
  private final InstantSource clock;
  private final Pause pause;
  private final SeveralServers several = new SeveralServers();

  /**
   * @param pause waits between two checks of a server
   */
  public WsusSync(WsusAccess access, InstantSource clock, Pause pause) {
    this.access = access;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Makes the plan. Only reads. A problem on a server is part of its decision.
   *
   * @param only the name of one server, with its port or without; empty: all of the manifest.
   *     Servers above a named one are not checked
   * @throws RefusalException if the manifest names no server, or not this one
   */
  public List<PlannedSync> plan(Optional<String> only, SyncTerms terms) {
    List<SyncCheck> examined =
        several.each(
            NamedServers.of(access.manifest(), only),
            server -> several.inTurn(() -> examined(server, terms)));
    Hierarchy hierarchy = new Hierarchy(examined, this::below);
    return examined.stream().map(each -> planned(each, hierarchy)).toList();
  }

  private SyncCheck examined(WsusServer server, SyncTerms terms) {
    if (server.owner() == WsusServer.Owner.MECM) {
      return SyncCheck.without(server, new SyncDecision.LeftToOwner());
    }
    if (server.writes().isEmpty()) {
      return SyncCheck.without(server, new SyncDecision.NotAllowed(notAllowed(server)));
    }
    try (UpdateServer opened = access.open(server)) {
      return SyncCheck.of(server, opened, terms.ifOlder(), clock.instant());
    } catch (RefusalException refusal) {
      return SyncCheck.without(server, new SyncDecision.Refused(refusal.diagnostics()));
    }
  }

  private List<DownstreamServer> below(SyncCheck above) {
    try (UpdateServer opened = access.open(above.server())) {
      return opened.downstreamServers(above.configuration().orElseThrow().serverId());
    }
  }

  private static Diagnostic notAllowed(WsusServer server) {
    return Diagnostic.error(
        SyncCode.SYNC_NOT_ALLOWED, Message.of("sync.not-allowed", "server", server.name()));
  }

  private static PlannedSync planned(SyncCheck each, Hierarchy hierarchy) {
    SyncDecision decision = each.decision();
    if (decision instanceof SyncDecision.Start) {
      decision =
          objection(each, hierarchy)
              .<SyncDecision>map(why -> new SyncDecision.Refused(List.of(why)))
              .orElse(decision);
    }
    return new PlannedSync(each.server(), hierarchy.upstream(each.server()), each.last(), decision);
  }

  private static Optional<Diagnostic> objection(SyncCheck each, Hierarchy hierarchy) {
    return hierarchy.isEndless(each.server())
        ? Optional.of(circle(each.server()))
        : hierarchy.doubt(each.server()).map(silent -> order(each, silent));
  }

  private static Diagnostic order(SyncCheck each, WsusServer silent) {
    return Diagnostic.error(
        SyncCode.SYNC_ORDER_UNKNOWN,
        Message.of(
            "sync.order-unknown",
            "server",
            each.server().name(),
            "above",
            silent.name(),
            "name",
            each.configuration().map(ServerConfiguration::upstream).orElse("")));
  }

  private static Diagnostic circle(WsusServer server) {
    return Diagnostic.error(
        SyncCode.SYNC_UPSTREAM_CIRCLE, Message.of("sync.circle", "server", server.name()));
  }

  /**
   * Carries out a plan. Each server is checked again before anything is started on it.
   *
   * @return the outcome of each server, in the plan's order
   */
  public List<SyncOutcome> carryOut(
      List<PlannedSync> plan, SyncTerms terms, SyncListener listener) {
    SyncRun.Surroundings around =
        new SyncRun.Surroundings(clock, pause, clock.instant().plus(terms.limit()), listener);
    List<Turn> turns =
        plan.stream().map(each -> new Turn(each, new CompletableFuture<>())).toList();
    return several.each(
        turns,
        turn -> {
          try {
            SyncOutcome outcome = outcome(turn.planned(), turns, terms, around);
            listener.ended(turn.planned().server(), outcome);
            turn.outcome().complete(outcome);
            return outcome;
          } catch (RuntimeException e) {
            turn.outcome().completeExceptionally(e);
            throw e;
          }
        });
  }

  /** Server and its future outcome while the plan is carried out. */
  private record Turn(PlannedSync planned, CompletableFuture<SyncOutcome> outcome) {}

  private SyncOutcome outcome(
      PlannedSync planned, List<Turn> turns, SyncTerms terms, SyncRun.Surroundings around) {
    return switch (planned.decision()) {
      case SyncDecision.Fresh _, SyncDecision.LeftToOwner _ ->
          new SyncOutcome.NotNeeded(planned.decision());
      case SyncDecision.NotAllowed(Diagnostic why) -> new SyncOutcome.Refused(List.of(why));
      case SyncDecision.Refused(List<Diagnostic> why) -> new SyncOutcome.Refused(why);
      case SyncDecision.Join _ -> several.inTurn(() -> run(planned.server(), terms, around));
      case SyncDecision.Start _ ->
          turns.stream()
              .filter(turn -> planned.upstream().equals(Optional.of(turn.planned().server())))
              .findFirst()
              .flatMap(above -> obstacle(above.planned().server(), above.outcome().join()))
              .orElseGet(() -> several.inTurn(() -> run(planned.server(), terms, around)));
    };
  }

  private static Optional<SyncOutcome> obstacle(WsusServer upstream, SyncOutcome above) {
    if (above.allowsBelow()) {
      return Optional.empty();
    }
    return Optional.of(
        above.waits()
            ? new SyncOutcome.Waits(
                Text.of("wsus-sync.upstream", "server", upstream.name()).toString())
            : new SyncOutcome.HeldBack(upstream));
  }

  private SyncOutcome run(WsusServer server, SyncTerms terms, SyncRun.Surroundings around) {
    try (UpdateServer opened = access.open(server)) {
      SyncCheck now = SyncCheck.of(server, opened, terms.ifOlder(), clock.instant());
      SyncRun run = new SyncRun(opened, now, around);
      return switch (now.decision()) {
        case SyncDecision.Start _ -> run.start();
        case SyncDecision.Join _ -> run.join();
        case SyncDecision.NotAllowed(Diagnostic why) -> new SyncOutcome.Refused(List.of(why));
        case SyncDecision.Refused(List<Diagnostic> why) -> new SyncOutcome.Refused(why);
        case SyncDecision.Fresh _, SyncDecision.LeftToOwner _ ->
            new SyncOutcome.NotNeeded(now.decision());
      };
    } catch (RefusalException refusal) {
      return new SyncOutcome.Refused(refusal.diagnostics());
    }
  }
}
