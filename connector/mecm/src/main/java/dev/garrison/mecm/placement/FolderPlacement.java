package dev.garrison.mecm.placement;

import dev.garrison.engine.resource.Address;

/**
 * Console folder of an object. Derived from the object, which carries the mark; an object at the
 * root has no placement.
 *
 * @param object the application or collection
 * @param folder the folder's name; for a folder below others, all names with a slash between them
 */
public record FolderPlacement(Address object, String folder) {
  /** The kind in addresses. */
  public static final String KIND = "placement";

  /** The address of an object's placement. */
  public static Address address(Address object) {
    return new Address(KIND, object.toString());
  }

  /** The object that an address of this kind refers to. */
  static Address object(Address placement) {
    return Address.parse(placement.name());
  }

  /** The object's kind in the console. */
  ConsoleObject consoleObject() {
    return consoleObject(object);
  }

  static ConsoleObject consoleObject(Address object) {
    return ConsoleObject.ofKind(object.kind())
        .orElseThrow(() -> new IllegalArgumentException(object + " lies in no console folder"));
  }
}
