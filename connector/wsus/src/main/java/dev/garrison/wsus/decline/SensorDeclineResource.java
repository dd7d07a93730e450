package dev.garrison.wsus.decline;

import dev.garrison.catalog.declinepolicy.DeclineVerdict;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.problem.WsusCode;
import dev.garrison.wsus.sensor.SensorStock;
import dev.garrison.wsus.sensor.SensorStocks;
import dev.garrison.wsus.servers.AdminName;
import dev.garrison.wsus.servers.OneWayResource;
import dev.garrison.wsus.servers.UpdateServerPool;
import dev.garrison.wsus.servers.WritePermission;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.util.Optional;

/**
 * Declines of sensor updates that are no longer needed. Only a proven decline is wanted, and it is
 * proven again, on replicas too, before it is sent. Garrison cannot undo a decline, because that
 * would be an approval.
 *
 * @see <a
 *     href="https://learn.microsoft.com/previous-versions/ms752785(v=vs.85)">IUpdate.Decline</a>
 */
public final class SensorDeclineResource extends OneWayResource<SensorDecline> {
  private final UpdateServerPool pool;
  private final SensorStocks stocks;
  private final WritePermission gate;
  private final DeclineExaminer examiner;
  private final AdminName admin;

  /** Write permission and examiner that a decline requires. */
  public record Means(WritePermission gate, DeclineExaminer examiner) {}

  /**
   * @param admin the name that the console shows for the decline
   */
  public SensorDeclineResource(
      UpdateServerPool pool, SensorStocks stocks, Means means, AdminName admin) {
    super(
        pool,
        SensorDecline.KIND,
        RecordedSensorDecline.FORM,
        new Words(
            Text.of("wsus-decline.summary").toString(),
            Text.of("wsus-decline.done").toString(),
            Text.of("wsus-decline.not-done").toString(),
            Text.of("wsus-decline.for-good").toString()));
    this.pool = pool;
    this.stocks = stocks;
    this.gate = means.gate;
    this.examiner = means.examiner;
    this.admin = admin;
  }

  @Override
  protected String server(SensorDecline state) {
    return state.server();
  }

  @Override
  protected boolean isDone(SensorDecline state) {
    return state.isDeclined();
  }

  @Override
  protected Observation<SensorDecline> standing(WsusServer named, SensorDecline wanted) {
    Optional<Diagnostic> stopped = pool.stopped(named);
    if (stopped.isPresent()) {
      return new Observation.Unreadable<>(
          Text.of("wsus-write.no-more", "reason", stopped.get().problem()).toString());
    }
    return isDeclined(named, pool.of(named), wanted)
        .<Observation<SensorDecline>>map(declined ->
            new Observation.Found<>(
                new SensorDecline(wanted.server(), wanted.update(), declined),
                new Owner.Ours(),
                wanted.update().toString(),
                ""))
        .orElseGet(Observation.Missing::new);
  }

  /** Reads whether the update is declined; empty where the server has no such update. */
  private Optional<Boolean> isDeclined(
      WsusServer named, UpdateServer server, SensorDecline decline) {
    return stocks.now(named, server, decline.update()).map(update -> update.standing().declined());
  }

  @Override
  protected void write(WsusServer named, SensorDecline decline) {
    UpdateServer server = gate.openAtRest(named);
    SensorStock stock = stocks.read(named, server);
    DeclineVerdict verdict =
        examiner
            .examine(server, stock, decline.update(), server.clock().instant())
            .map(DeclineExaminer.Examined::verdict)
            .orElseThrow(() -> needed(named, Text.of("wsus-decline.not-superseded")));
    if (verdict instanceof DeclineVerdict.Keep(_, String why)) {
      throw needed(named, Text.verbatim(why));
    }
    new ReplicaProof(pool, stocks, examiner)
        .objection(named, decline.update())
        .ifPresent(why -> {
          throw needed(named, Text.verbatim(why));
        });
    server.decline(decline.update(), admin.on(named));
    if (!isDeclined(named, server, decline).orElse(false)) {
      throw gate.stop(
          named,
          Text.of(
              "wsus-write.decline-missing", "server", named.name(), "update", decline.update()));
    }
  }

  private static RefusalException needed(WsusServer named, Text why) {
    return new RefusalException(
        Diagnostic.error(
            WsusCode.STILL_NEEDED,
            Message.of("wsus-decline.needed", "server", named.name(), "reason", why)));
  }
}
