package dev.garrison.engine.resource;

import dev.garrison.json.JsonForm;

/** An address as journals and plan files hold it. */
public record RecordedAddress(String kind, String name) implements JsonForm {
  /** Converts the address of an object. */
  public static RecordedAddress of(Address address) {
    return new RecordedAddress(address.kind(), address.name());
  }

  /** The address that was recorded. */
  public Address address() {
    return new Address(kind, name);
  }
}
