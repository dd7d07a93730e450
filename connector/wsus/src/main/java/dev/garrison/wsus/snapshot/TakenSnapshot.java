package dev.garrison.wsus.snapshot;

import dev.garrison.catalog.Update;
import dev.garrison.catalog.sensor.SensorProduct;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.problem.OtherServer;
import dev.garrison.wsus.sensor.KnownProduct;
import dev.garrison.wsus.sensor.SensorCatalogue;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Snapshot of a server's current catalog. The sensor's updates are those of its product and its
 * article; those of other articles are searched for by their number.
 */
public record TakenSnapshot(SnapshotHead head, List<SnapshotUpdate> rows) implements Snapshot {
  private static final Duration A_MONTH = Duration.ofDays(31);

  public TakenSnapshot {
    rows = List.copyOf(rows);
  }

  /**
   * Reads a server. Only reads.
   *
   * @param articles digits only
   * @throws RefusalException if the server cannot be used, or does not know the product
   */
  public static TakenSnapshot of(
      WsusServer named, UpdateServer server, Collection<String> articles, InstantSource clock) {
    ServerConfiguration configuration = server.configuration();
    OtherServer.refuse(named, configuration);
    SensorCatalogue catalogue = SensorCatalogue.of(server);
    Map<UUID, SnapshotUpdate> rows = new TreeMap<>(Comparator.comparing(UUID::toString));
    for (String article : articles) {
      for (Update update : updates(server, catalogue, article)) {
        if (update.standing().latestRevision()) {
          rows.put(update.identity().updateId(), SnapshotUpdate.of(update));
        }
      }
    }
    Instant since = clock.instant().minus(A_MONTH);
    return new TakenSnapshot(
        new SnapshotHead(
            SnapshotHead.FORMAT,
            named.name(),
            configuration.serverId(),
            server.version(),
            SyncEvent.lastSuccess(server.syncEndings(since)),
            articles.stream().sorted().distinct().toList(),
            rows.size()),
        List.copyOf(rows.values()));
  }

  private static List<Update> updates(
      UpdateServer server, SensorCatalogue catalogue, String article) {
    return article.equals(SensorProduct.KB_ARTICLE)
        ? catalogue.updates(KnownProduct.of(catalogue, server.name()))
        : catalogue.others(article);
  }

  @Override
  public Iterator<SnapshotUpdate> updates() {
    return rows.iterator();
  }

  @Override
  public void close() {
    // Everything is in memory.
  }
}
