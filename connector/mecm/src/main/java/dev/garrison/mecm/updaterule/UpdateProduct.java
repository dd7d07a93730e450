package dev.garrison.mecm.updaterule;

import dev.garrison.engine.resource.Address;
import dev.garrison.mecm.softwareupdate.SiteUpdateReader;

/**
 * The sensor's product among those that the software update point synchronises. Key: its name. A
 * person subscribes it.
 */
public record UpdateProduct(String name, boolean isSubscribed) {
  /** The kind in addresses. */
  public static final String KIND = "update-product";

  /** The address of the one that there is. */
  public static Address address() {
    return new Address(KIND, SiteUpdateReader.PRODUCT);
  }

  /** As it has to be. */
  public static UpdateProduct subscribed() {
    return new UpdateProduct(SiteUpdateReader.PRODUCT, true);
  }
}
