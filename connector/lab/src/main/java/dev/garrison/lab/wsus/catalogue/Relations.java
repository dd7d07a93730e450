package dev.garrison.lab.wsus.catalogue;

import java.util.List;
import java.util.UUID;

/**
 * Relations of an update to categories and to other updates.
 *
 * @param classification its classification
 * @param products its products
 * @param supersedes updates that it names as superseded; they need not exist anywhere
 * @param bundles the parts of a bundle; empty for a single update
 */
public record Relations(
    UUID classification, List<UUID> products, List<UUID> supersedes, List<RevisionKey> bundles) {
  public Relations {
    products = List.copyOf(products);
    supersedes = List.copyOf(supersedes);
    bundles = List.copyOf(bundles);
  }
}
