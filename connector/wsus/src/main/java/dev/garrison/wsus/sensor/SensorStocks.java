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
 * What the servers of one session have of the sensor, as it was read last: whoever writes names
 * updates and groups by what the plan saw.
 */
public final class SensorStocks {
  private final Map<String, SensorStock> known = new ConcurrentHashMap<>();

  /**
   * Reads one server anew.
   *
   * @throws RefusalException where nothing can be built on what the server has
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

  /**
   * One update as its server has it at this moment; empty where the server was not read before, or
   * has it no more.
   */
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
   * The groups of a server.
   *
   * @throws RefusalException if what it tells is no tree
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

  /** What was read of a server last; empty before that. */
  public Optional<SensorStock> of(WsusServer named) {
    return Optional.ofNullable(known.get(named.name()));
  }
}
