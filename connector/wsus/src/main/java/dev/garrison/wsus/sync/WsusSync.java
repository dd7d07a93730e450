package dev.garrison.wsus.sync;

import dev.garrison.connection.Pause;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
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
 * Synchronises WSUS servers from the top down: a downstream server only after an event of its
 * upstream server says that it succeeded, because it gets what that server has. Servers that do not
 * depend on one another go on by themselves. Configuration Manager synchronises its software update
 * points; these are left alone.
 */
public final class WsusSync {
  private final WsusAccess access;
  private final InstantSource clock;
  private final Pause pause;
  private final SeveralServers several = new SeveralServers();

  /**
   * @param pause how to wait between two looks at a server
   */
  public WsusSync(WsusAccess access, InstantSource clock, Pause pause) {
    this.access = access;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Only reads. What is in the way on a server is in its decision.
   *
   * @param only the name of one server, with its port or without; empty: all of the manifest. Those
   *     above one that is named are not looked at
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
      return SyncCheck.without(server, new SyncDecision.Refused(List.of(notAllowed(server))));
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
        SyncCode.SYNC_NOT_ALLOWED,
        "The manifest does not allow writing to %s.".formatted(server.name()),
        "Set 'allowWrites: true' and 'serverId' for that server.");
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
        "Nobody knows whether %s synchronises from %s, which does not tell which servers are below it."
            .formatted(each.server().name(), silent.name()),
        "In 'url', call that server '%s' as this one does, if it is the same; or name one server after the other with --server."
            .formatted(each.configuration().map(ServerConfiguration::upstream).orElse("")));
  }

  private static Diagnostic circle(WsusServer server) {
    return Diagnostic.error(
        SyncCode.SYNC_UPSTREAM_CIRCLE,
        "The upstream servers of %s synchronise from one another.".formatted(server.name()),
        "Look at 'Update Source and Proxy Server' in the WSUS console of each of them.");
  }

  /**
   * Carries a plan out. Each server is examined again before anything is started on it.
   *
   * @return what came of each server, in the plan's order
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

  /** One server while the plan is carried out. */
  private record Turn(PlannedSync planned, CompletableFuture<SyncOutcome> outcome) {}

  private SyncOutcome outcome(
      PlannedSync planned, List<Turn> turns, SyncTerms terms, SyncRun.Surroundings around) {
    return switch (planned.decision()) {
      case SyncDecision.Fresh _, SyncDecision.LeftToOwner _ ->
          new SyncOutcome.NotNeeded(planned.decision());
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
                "its upstream server %s has not synchronised yet".formatted(upstream.name()))
            : new SyncOutcome.HeldBack(upstream));
  }

  private SyncOutcome run(WsusServer server, SyncTerms terms, SyncRun.Surroundings around) {
    try (UpdateServer opened = access.open(server)) {
      SyncCheck now = SyncCheck.of(server, opened, terms.ifOlder(), clock.instant());
      SyncRun run = new SyncRun(opened, now, around);
      return switch (now.decision()) {
        case SyncDecision.Start _ -> run.start();
        case SyncDecision.Join _ -> run.join();
        case SyncDecision.Refused(List<Diagnostic> why) -> new SyncOutcome.Refused(why);
        case SyncDecision.Fresh _, SyncDecision.LeftToOwner _ ->
            new SyncOutcome.NotNeeded(now.decision());
      };
    } catch (RefusalException refusal) {
      return new SyncOutcome.Refused(refusal.diagnostics());
    }
  }
}
