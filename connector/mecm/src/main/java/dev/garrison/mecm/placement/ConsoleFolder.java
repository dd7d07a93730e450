package dev.garrison.mecm.placement;

import dev.garrison.engine.resource.Address;

/**
 * A folder at the root of the console. It carries no mark: an existing one of this name is used as
 * it is.
 *
 * @param holds the kind of objects that it may contain
 * @param name as in the manifest; without a slash
 */
public record ConsoleFolder(ConsoleObject holds, String name) {
  /** The kind in addresses. */
  public static final String KIND = "folder";

  /** The address of a folder: what it holds and its name. */
  public static Address address(ConsoleObject holds, String name) {
    return new Address(KIND, holds.kind() + "/" + name);
  }

  /** The folder that an address of this kind names. */
  static ConsoleFolder of(Address address) {
    Address inside = Address.parse(address.name());
    return new ConsoleFolder(
        ConsoleObject.ofKind(inside.kind())
            .orElseThrow(() -> new IllegalArgumentException("no folder: " + address)),
        inside.name());
  }

  /** This folder's address. */
  public Address address() {
    return address(holds, name);
  }
}
