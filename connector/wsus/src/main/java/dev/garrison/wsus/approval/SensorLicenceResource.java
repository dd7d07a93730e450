package dev.garrison.wsus.approval;

import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.sensor.SensorStocks;
import dev.garrison.wsus.servers.AdminName;
import dev.garrison.wsus.servers.OneWayResource;
import dev.garrison.wsus.servers.UpdateServerPool;
import dev.garrison.wsus.servers.WritePermission;
import dev.garrison.wsus.updateserver.UpdateServer;

/**
 * License terms that WSUS requires to be accepted before an approval. Garrison accepts them only
 * where the manifest says so, and then for all computers.
 *
 * @see <a
 *     href="https://learn.microsoft.com/previous-versions/ms752776(v=vs.85)">IUpdate.AcceptLicenseAgreement</a>
 */
public final class SensorLicenceResource extends OneWayResource<SensorLicence> {
  private final UpdateServerPool pool;
  private final SensorStocks stocks;
  private final WritePermission gate;
  private final AdminName admin;

  /**
   * @param admin the name that the console shows for the acceptance
   */
  public SensorLicenceResource(
      UpdateServerPool pool, SensorStocks stocks, WritePermission gate, AdminName admin) {
    super(
        pool,
        SensorLicence.KIND,
        RecordedSensorLicence.FORM,
        new Words(
            Text.of("wsus-license.summary").toString(),
            Text.of("wsus-license.done").toString(),
            Text.of("wsus-license.not-done").toString(),
            Text.of("wsus-license.for-good").toString()));
    this.pool = pool;
    this.stocks = stocks;
    this.gate = gate;
    this.admin = admin;
  }

  @Override
  protected String server(SensorLicence state) {
    return state.server();
  }

  @Override
  protected boolean isDone(SensorLicence state) {
    return state.isAccepted();
  }

  @Override
  protected Observation<SensorLicence> standing(WsusServer named, SensorLicence wanted) {
    return stocks
        .now(named, pool.of(named), wanted.update())
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
        .orElseGet(() -> new Observation.Unreadable<>(Text.of("wsus-license.gone").toString()));
  }

  @Override
  protected void write(WsusServer named, SensorLicence licence) {
    UpdateServer server = gate.open(named);
    SensorUpdate sensor =
        stocks.of(named).flatMap(stock -> stock.sensor(licence.update())).orElseThrow();
    server.acceptLicense(licence.terms(), sensor.update().identity(), admin.on(named));
  }
}
