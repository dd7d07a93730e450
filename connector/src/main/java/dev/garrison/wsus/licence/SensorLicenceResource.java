package dev.garrison.wsus.licence;

import dev.garrison.catalog.Update;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Facts;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.sensor.SensorStock;
import dev.garrison.wsus.sensor.SensorStocks;
import dev.garrison.wsus.servers.AdminName;
import dev.garrison.wsus.servers.UpdateServerPool;
import dev.garrison.wsus.servers.WriteGate;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Licence terms that WSUS wants accepted before it takes an approval. Only where the manifest says
 * so are they accepted, and then for everybody.
 *
 * @see <a
 *     href="https://learn.microsoft.com/previous-versions/ms752776(v=vs.85)">IUpdate.AcceptLicenseAgreement</a>
 */
public final class SensorLicenceResource implements ResourceType<SensorLicence> {
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
  public String name() {
    return SensorLicence.KIND;
  }

  @Override
  public Class<SensorLicence> stateClass() {
    return SensorLicence.class;
  }

  @Override
  public Set<Address> references(SensorLicence desired) {
    return Set.of();
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
    Optional<SensorStock> stock = named.flatMap(stocks::of);
    Optional<SensorUpdate> sensor = stock.flatMap(known -> known.sensor(wanted.update()));
    if (sensor.isEmpty()) {
      return new Observation.Unreadable<>("The update is not known on that server.");
    }
    try {
      List<Update> now =
          pool.of(named.get())
              .revision(sensor.get().update().identity())
              .describedBy(stock.get().product().orElseThrow().kbArticle(), List.of());
      return now.size() == 1
          ? new Observation.Found<>(
              new SensorLicence(
                  wanted.server(),
                  wanted.update(),
                  wanted.terms(),
                  !now.getFirst().installation().licence().isInTheWay()),
              new Owner.Ours(),
              wanted.terms().toString(),
              "")
          : new Observation.Unreadable<>("The update is not there any more.");
    } catch (RefusalException refusal) {
      return new Observation.Unreadable<>(refusal.diagnostics().getFirst().problem());
    }
  }

  @Override
  public Proposal propose(Wanted<SensorLicence> wanted, Observation<SensorLicence> seen) {
    boolean isWanted =
        wanted.desired() instanceof Desired.Present<SensorLicence>(SensorLicence state)
            && state.isAccepted();
    return switch (seen) {
      case Observation.Found<SensorLicence> found when isWanted && !found.state().isAccepted() ->
          new Proposal.Proposed(
              Action.UPDATE,
              "accept the licence terms for everybody",
              Facts.between(
                  Facts.of(found.state()),
                  Facts.of(
                      new SensorLicence(
                          found.state().server(),
                          found.state().update(),
                          found.state().terms(),
                          true))),
              List.of(FOR_GOOD),
              Optional.empty());
      case Observation.Found<SensorLicence> _, Observation.Missing<SensorLicence> _ ->
          new Proposal.Proposed(Action.NO_OP, "accepted");
      case Observation.Ambiguous<SensorLicence> _ ->
          new Proposal.Proposed(Action.WAIT, "there are several");
      case Observation.Unreadable<SensorLicence>(String why) ->
          new Proposal.Proposed(Action.WAIT, why);
    };
  }

  @Override
  public Rollback rollback() {
    return new Rollback(FOR_GOOD, FOR_GOOD, FOR_GOOD);
  }

  @Override
  public SensorLicence marked(SensorLicence state, Mark mark) {
    return state;
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
