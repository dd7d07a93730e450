package dev.garrison.wsus.subscription;

import dev.garrison.engine.resource.Address;

/**
 * Whether a server synchronises the sensor's product.
 *
 * @param isKnown whether the server knows the product at all
 * @param isSubscribed whether it is among those that are synchronised
 */
public record ProductSubscription(String server, boolean isKnown, boolean isSubscribed) {
  /** The kind in addresses. */
  public static final String KIND = "product-subscription";

  /** The address of a server's. */
  public static Address address(String server) {
    return new Address(KIND, server);
  }

  /** That it is. */
  public static ProductSubscription of(String server) {
    return new ProductSubscription(server, true, true);
  }
}
