package dev.garrison.wsus.sensor;

import dev.garrison.catalog.Update;
import dev.garrison.catalog.group.GroupTree;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.SensorProduct;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.problem.SensorProblems;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Last reading of the sensor's updates on each server of a session. Writers use it to identify
 * updates and groups as the plan read them.
 */
public final class SensorStocks {
  private final Map<String, SensorStock> known = new ConcurrentHashMap<>();

  /**
   * Reads one server again.
   *
   * @throws RefusalException if several categories may be the product, or the groups form no tree
   */
  public SensorStock read(WsusServer named, UpdateServer server) {
    SensorCatalogue catalogue = SensorCatalogue.of(server);
    Optional<SensorProduct> product = catalogue.product();
    if (product.isEmpty() && !catalogue.products().isEmpty()) {
      throw new RefusalException(
          SensorProblems.ambiguous(server.name(), catalogue.products().size()));
    }
    GroupTree tree = tree(server);
    List<Update> updates = product.map(catalogue::updates).orElse(List.of());
    List<Approval> approvals =
        product.map(it -> catalogue.approvals(it, updates)).orElse(List.of());
    SensorStock stock = SensorStock.of(product, tree, updates, approvals);
    known.put(named.name(), stock);
    return stock;
  }

  /** Reads the current state of one update; empty where it was not read before, or is gone. */
  public Optional<Update> now(WsusServer named, UpdateServer server, UUID update) {
    Optional<SensorStock> stock = of(named);
    return stock
        .flatMap(read -> read.sensor(update))
        .flatMap(sensor ->
            server
                .revision(sensor.update().identity())
                .describedBy(stock.get().product().orElseThrow().kbArticle(), List.of())
                .stream()
                .findFirst());
  }

  /**
   * Reads the computer groups of a server.
   *
   * @throws RefusalException if they form no tree
   */
  public static GroupTree tree(UpdateServer server) {
    List<TargetGroup> groups = server.groups();
    try {
      return GroupTree.of(groups);
    } catch (IllegalArgumentException broken) {
      throw new RefusalException(
          SensorProblems.groups(server.name(), String.valueOf(broken.getMessage())), broken);
    }
  }

  /** Last reading of a server; empty before the first. */
  public Optional<SensorStock> of(WsusServer named) {
    return Optional.ofNullable(known.get(named.name()));
  }
}
