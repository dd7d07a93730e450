package dev.garrison.wsus.decline;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.problem.OtherServer;
import dev.garrison.wsus.sensor.SensorStock;
import dev.garrison.wsus.sensor.SensorStocks;
import dev.garrison.wsus.servers.UpdateServerPool;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks the replicas for objections immediately before a decline. Each replica is read again, and
 * all of them must agree: from which server a replica gets its approvals is not checked.
 */
final class ReplicaProof {
  private final UpdateServerPool pool;
  private final SensorStocks stocks;
  private final DeclineExaminer examiner;

  ReplicaProof(UpdateServerPool pool, SensorStocks stocks, DeclineExaminer examiner) {
    this.pool = pool;
    this.stocks = stocks;
    this.examiner = examiner;
  }

  /**
   * Reason not to decline an update now; empty where there is none.
   *
   * @param written the server on which it would be declined
   */
  Optional<String> objection(WsusServer written, UUID update) {
    return pool.servers().stream()
        .filter(server -> !server.equals(written) && server.owner() == WsusServer.Owner.WSUS)
        .flatMap(server -> objectionOf(server, update).stream())
        .findFirst();
  }

  private Optional<String> objectionOf(WsusServer named, UUID update) {
    try {
      UpdateServer server = pool.of(named);
      ServerConfiguration configuration = server.configuration();
      OtherServer.refuse(named, configuration);
      if (!configuration.isReplica()) {
        return Optional.empty();
      }
      SensorStock stock = stocks.read(named, server);
      return new Replica(
              named.name(),
              stock.sensors(),
              examiner.examine(server, stock, update, server.clock().instant()).stream().toList())
          .objection(update);
    } catch (RefusalException unread) {
      return Optional.of(Text.of("wsus-decline.need-unknown", "server", named.name()).toString());
    }
  }
}
