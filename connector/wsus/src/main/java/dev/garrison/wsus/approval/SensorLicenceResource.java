package dev.garrison.wsus.approval;

import dev.garrison.catalog.sensor.SensorUpdate;
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
 * Licence terms that WSUS wants accepted before it takes an approval. Only where the manifest says
 * so are they accepted, and then for everybody.
 *
 * @see <a
 *     href="https://learn.microsoft.com/previous-versions/ms752776(v=vs.85)">IUpdate.AcceptLicenseAgreement</a>
 */
public final class SensorLicenceResource implements Writable<SensorLicence> {
  private static final String FOR_GOOD = "Licence terms stay accepted: WSUS knows no way back.";

  private final UpdateServerPool pool;
  private final SensorStocks stocks;
  private final WriteGate gate;
  private final AdminName admin;

  /**
   * @param admin what the console shows as who accepted
   */
  public SensorLicenceResource(
      UpdateServerPool pool, SensorStocks stocks, WriteGate gate, AdminName admin) {
    this.pool = pool;
    this.stocks = stocks;
    this.gate = gate;
    this.admin = admin;
  }

  @Override
  public Kind<SensorLicence> kind() {
    return new Kind<>(SensorLicence.KIND, RecordedSensorLicence.FORM, Rollback.always(FOR_GOOD));
  }

  @Override
  public Observations<SensorLicence> observe(
      List<Wanted<SensorLicence>> wanted, Resolved ids, Scope scope) {
    Map<Address, Observation<SensorLicence>> seen = new LinkedHashMap<>();
    for (Wanted<SensorLicence> each : wanted) {
      seen.put(
          each.address(),
          each.desired() instanceof Desired.Present<SensorLicence>(SensorLicence state)
              ? observation(state)
              : new Observation.Missing<>());
    }
    return new Observations<>(seen);
  }

  private Observation<SensorLicence> observation(SensorLicence wanted) {
    Optional<WsusServer> named = pool.named(wanted.server());
    if (named.isEmpty()) {
      return new Observation.Unreadable<>("The manifest does not name its server any more.");
    }
    try {
      return stocks
          .now(named.get(), pool.of(named.get()), wanted.update())
          .<Observation<SensorLicence>>map(update ->
              new Observation.Found<>(
                  new SensorLicence(
                      wanted.server(),
                      wanted.update(),
                      wanted.terms(),
                      !update.installation().licence().isInTheWay()),
                  new Owner.Ours(),
                  wanted.terms().toString(),
                  ""))
          .orElseGet(() -> new Observation.Unreadable<>("The update is not there any more."));
    } catch (RefusalException refusal) {
      return new Observation.Unreadable<>(refusal.diagnostics().getFirst().problem());
    }
  }

  @Override
  public Proposal propose(Wanted<SensorLicence> wanted, Observation<SensorLicence> seen) {
    return new OneWay("accept the licence terms for everybody", "accepted", FOR_GOOD)
        .propose(wanted.desired().wantedState(), seen, SensorLicence::isAccepted);
  }

  @Override
  public Outcome carryOut(Change<SensorLicence> change, Resolved ids, Progress progress) {
    SensorLicence licence = change.state();
    WsusServer named =
        pool.named(licence.server())
            .orElseThrow(() -> new IllegalStateException(licence + " is on no server"));
    UpdateServer server = gate.open(named);
    SensorUpdate sensor =
        stocks.of(named).flatMap(stock -> stock.sensor(licence.update())).orElseThrow();
    server.acceptLicense(licence.terms(), sensor.update().identity(), admin.on(named));
    return new Outcome.Done();
  }
}
