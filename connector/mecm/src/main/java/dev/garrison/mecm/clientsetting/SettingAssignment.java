package dev.garrison.mecm.clientsetting;

import dev.garrison.engine.resource.Address;

/**
 * A client setting for the devices of a managed collection. Key: the collection. Managed because
 * the collection is.
 *
 * @param setting the setting's name
 */
public record SettingAssignment(String collection, String setting) {
  /** The kind in addresses. */
  public static final String KIND = "setting-assignment";

  /** The address of a collection's assignment. */
  public static Address address(String collection) {
    return new Address(KIND, collection);
  }
}
