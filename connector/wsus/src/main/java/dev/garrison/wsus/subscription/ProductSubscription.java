package dev.garrison.wsus.subscription;

import dev.garrison.engine.resource.Address;

/**
 * Synchronization of the sensor's product on a server.
 *
 * @param isKnown whether the server knows the product at all
 * @param isSubscribed whether it is among the products that are synchronized
 */
public record ProductSubscription(String server, boolean isKnown, boolean isSubscribed) {
  /** Kind of object in addresses. */
  public static final String KIND = "product-subscription";

  /** Address of a server's subscription. */
  public static Address address(String server) {
    return new Address(KIND, server);
  }

  /** Wanted subscription: the product is known and synchronized. */
  public static ProductSubscription of(String server) {
    return new ProductSubscription(server, true, true);
  }
}
