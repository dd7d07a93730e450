package dev.garrison.wsus.decline;

import dev.garrison.catalog.decline.DeclineVerdict;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.engine.resource.Writable;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.problem.WsusCode;
import dev.garrison.wsus.sensor.SensorStock;
import dev.garrison.wsus.sensor.SensorStocks;
import dev.garrison.wsus.servers.AdminName;
import dev.garrison.wsus.servers.OneWay;
import dev.garrison.wsus.servers.UpdateServerPool;
import dev.garrison.wsus.servers.WriteGate;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Declines of the sensor's updates that nobody needs any more. Only a decline that is proven is
 * wanted, and it is proven once more before it is sent, on replicas too. Garrison cannot take one
 * back: that would be an approval.
 *
 * @see <a
 *     href="https://learn.microsoft.com/previous-versions/ms752785(v=vs.85)">IUpdate.Decline</a>
 */
public final class SensorDeclineResource implements Writable<SensorDecline> {
  private static final String FOR_GOOD =
      "Garrison cannot take a decline back: approve the update in the console, if it is needed after all.";

  private final UpdateServerPool pool;
  private final SensorStocks stocks;
  private final WriteGate gate;
  private final DeclineExaminer examiner;
  private final AdminName admin;

  /** How declines are carried out. */
  public record Means(WriteGate gate, DeclineExaminer examiner) {}

  /**
   * @param admin what the console shows as who declined
   */
  public SensorDeclineResource(
      UpdateServerPool pool, SensorStocks stocks, Means means, AdminName admin) {
    this.pool = pool;
    this.stocks = stocks;
    this.gate = means.gate;
    this.examiner = means.examiner;
    this.admin = admin;
  }

  @Override
  public Kind<SensorDecline> kind() {
    return new Kind<>(SensorDecline.KIND, RecordedSensorDecline.FORM, Rollback.always(FOR_GOOD));
  }

  @Override
  public Observations<SensorDecline> observe(
      List<Wanted<SensorDecline>> wanted, Resolved ids, Scope scope) {
    Map<Address, Observation<SensorDecline>> seen = new LinkedHashMap<>();
    for (Wanted<SensorDecline> each : wanted) {
      seen.put(each.address(), observation(each));
    }
    return new Observations<>(seen);
  }

  private Observation<SensorDecline> observation(Wanted<SensorDecline> wanted) {
    if (!(wanted.desired() instanceof Desired.Present<SensorDecline>(SensorDecline state))) {
      return new Observation.Missing<>();
    }
    Optional<WsusServer> named = pool.named(state.server());
    if (named.isEmpty()) {
      return new Observation.Unreadable<>("The manifest does not name its server any more.");
    }
    Optional<Diagnostic> stopped = pool.stopped(named.get());
    if (stopped.isPresent()) {
      return new Observation.Unreadable<>(
          "nothing more is written to that server. " + stopped.get().problem());
    }
    try {
      return standing(named.get(), pool.of(named.get()), state)
          .<Observation<SensorDecline>>map(declined ->
              new Observation.Found<>(
                  new SensorDecline(state.server(), state.update(), declined),
                  new Owner.Ours(),
                  state.update().toString(),
                  ""))
          .orElseGet(Observation.Missing::new);
    } catch (RefusalException refusal) {
      return new Observation.Unreadable<>(refusal.diagnostics().getFirst().problem());
    }
  }

  /** Whether it is declined; empty where the server has no such update. */
  private Optional<Boolean> standing(WsusServer named, UpdateServer server, SensorDecline decline) {
    return stocks.now(named, server, decline.update()).map(update -> update.standing().declined());
  }

  @Override
  public Proposal propose(Wanted<SensorDecline> wanted, Observation<SensorDecline> seen) {
    return new OneWay("nobody needs it any more", "declined", FOR_GOOD)
        .propose(wanted.desired().wantedState(), seen, SensorDecline::isDeclined);
  }

  @Override
  public Outcome carryOut(Change<SensorDecline> change, Resolved ids, Progress progress) {
    SensorDecline decline = change.state();
    WsusServer named =
        pool.named(decline.server())
            .orElseThrow(() -> new IllegalStateException(decline + " is on no server"));
    UpdateServer server = gate.openAtRest(named);
    SensorStock stock = stocks.read(named, server);
    DeclineVerdict verdict =
        examiner
            .examine(server, stock, decline.update(), server.clock().instant())
            .map(DeclineExaminer.Examined::verdict)
            .orElseThrow(() -> needed(named, "it is not superseded any more, or declined"));
    if (verdict instanceof DeclineVerdict.Keep(_, String why)) {
      throw needed(named, why);
    }
    new ReplicaProof(pool, stocks, examiner)
        .objection(named, decline.update())
        .ifPresent(why -> {
          throw needed(named, why);
        });
    server.decline(decline.update(), admin.on(named));
    if (!standing(named, server, decline).orElse(false)) {
      throw gate.stop(
          named,
          "%s took the decline of update %s and does not show it."
              .formatted(named.name(), decline.update()));
    }
    return new Outcome.Done();
  }

  private static RefusalException needed(WsusServer named, String why) {
    return new RefusalException(
        Diagnostic.error(
            WsusCode.STILL_NEEDED,
            "The update on %s is not declined: %s.".formatted(named.name(), why),
            "Something changed since the plan was made. Make a new one."));
  }
}
