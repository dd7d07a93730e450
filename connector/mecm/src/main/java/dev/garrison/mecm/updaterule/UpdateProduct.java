package dev.garrison.mecm.updaterule;

import dev.garrison.engine.resource.Address;
import dev.garrison.mecm.softwareupdate.SiteUpdateReader;

/**
 * The sensor's product among those that the software update point synchronizes. Key: its name. The
 * administrator subscribes to it.
 */
public record UpdateProduct(String name, boolean isSubscribed) {
  /** The kind in addresses. */
  public static final String KIND = "update-product";

  /** The address of the only one. */
  public static Address address() {
    return new Address(KIND, SiteUpdateReader.PRODUCT);
  }

  /** The required state. */
  public static UpdateProduct subscribed() {
    return new UpdateProduct(SiteUpdateReader.PRODUCT, true);
  }
}
