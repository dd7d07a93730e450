package dev.garrison.lab.wsus.catalogue;

import java.util.List;
import java.util.UUID;

/**
 * What an update has to do with others.
 *
 * @param classification its classification
 * @param products its products
 * @param supersedes updates it names as superseded; they need not exist anywhere
 * @param bundles what it is a bundle of; empty for a single update
 */
public record Relations(
    UUID classification, List<UUID> products, List<UUID> supersedes, List<RevisionKey> bundles) {
  public Relations {
    products = List.copyOf(products);
    supersedes = List.copyOf(supersedes);
    bundles = List.copyOf(bundles);
  }
}
