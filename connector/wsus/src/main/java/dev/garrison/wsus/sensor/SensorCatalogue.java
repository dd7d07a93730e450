package dev.garrison.wsus.sensor;

import dev.garrison.catalog.Category;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.sensor.SensorProduct;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.problem.SensorProblems;
import dev.garrison.wsus.updateserver.FailureKind;
import dev.garrison.wsus.updateserver.UpdateScope;
import dev.garrison.wsus.updateserver.UpdateServer;
import dev.garrison.wsus.updateserver.UpdateServerException;
import java.util.List;
import java.util.Optional;

/** Reads the sensor's product, updates, and approvals from one server. Only reads. */
public final class SensorCatalogue {
  /** English title of the product. Its ID is not published. */
  public static final String PRODUCT = SensorProblems.PRODUCT;

  /** Maximum number of updates of the article; a higher number is treated as a mistake. */
  public static final int MOST_UPDATES = 5000;

  private final UpdateServer server;
  private final List<Category> categories;

  private SensorCatalogue(UpdateServer server, List<Category> categories) {
    this.server = server;
    this.categories = categories;
  }

  /** Reads the server's categories. */
  public static SensorCatalogue of(UpdateServer server) {
    return new SensorCatalogue(server, server.categories(false));
  }

  /** Categories that may be the product; Garrison continues only with exactly one. */
  public List<Category> products() {
    return categories.stream()
        .filter(each -> each.kind() == Category.Kind.PRODUCT && each.title().equals(PRODUCT))
        .toList();
  }

  /** Product, where there is exactly one. */
  public Optional<SensorProduct> product() {
    List<Category> products = products();
    return products.size() == 1
        ? Optional.of(SensorProduct.of(products.getFirst().id()))
        : Optional.empty();
  }

  /**
   * Reads all updates of the sensor's article, in any state. Whether a server accepts a category in
   * the search is not documented. If it refuses, or finds nothing, the search uses the article
   * number.
   */
  public List<Update> updates(SensorProduct product) {
    List<Update> found = byCategory(server, product, categories);
    return found.isEmpty()
        ? server.search(product.kbArticle()).describedBy(product.kbArticle(), categories)
        : found;
  }

  /** Reads the approvals of these updates, by one request where the server accepts a category. */
  public List<Approval> approvals(SensorProduct product, List<Update> updates) {
    return approvals(server, product, updates);
  }

  /** Reads the approvals of these updates, without reading the server's categories. */
  public static List<Approval> approvals(
      UpdateServer server, SensorProduct product, List<Update> updates) {
    try {
      List<Approval> approvals = server.approvals(UpdateScope.of(product.product()));
      boolean certain =
          !approvals.isEmpty()
              || updates.isEmpty()
              || server.count(UpdateScope.of(product.product())) > 0;
      return certain ? approvals : ofEach(server, updates);
    } catch (UpdateServerException refused) {
      if (refused.kind() != FailureKind.REFUSED) {
        throw refused;
      }
      return ofEach(server, updates);
    }
  }

  private static List<Approval> ofEach(UpdateServer server, List<Update> updates) {
    return updates.stream()
        .flatMap(update -> server.approvals(update.identity()).stream())
        .toList();
  }

  /** Reads updates of another article, in any state. */
  public List<Update> others(String article) {
    return server.search(article).describedBy(article, categories);
  }

  /** Searches by category; empty where the server refuses. */
  private static List<Update> byCategory(
      UpdateServer server, SensorProduct product, List<Category> categories) {
    try {
      return server
          .search(UpdateScope.of(product.product()))
          .describedBy(product.kbArticle(), categories);
    } catch (UpdateServerException refused) {
      if (refused.kind() != FailureKind.REFUSED) {
        throw refused;
      }
      return List.of();
    }
  }
}
