package dev.garrison.engine.resource;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/**
 * Name of one object for people and in the plan: the kind and its natural key. There is no state
 * file (ADR 0002): the natural key is used to find the object again, so a rename is a deletion and
 * a creation.
 *
 * @param kind the resource type's name, for example {@code collection}
 * @param name unique within the kind, for example {@code MDE pilot - 2016}
 */
public record Address(String kind, String name) implements Comparable<Address> {
  private static final Comparator<Address> ORDER =
      Comparator.comparing(Address::kind)
          .thenComparing(Address::name, String.CASE_INSENSITIVE_ORDER);

  public Address {
    if (!kind.matches("[a-z][a-z-]*") || name.isBlank()) {
      throw new IllegalArgumentException("not an address: " + kind + "/" + name);
    }
  }

  /** Reads the printed form {@code kind/name}; a name may contain slashes. */
  public static Address parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 1) {
      throw new IllegalArgumentException("an address has the form kind/name, not '" + text + "'");
    }
    return new Address(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Address address
        && kind.equals(address.kind)
        && name.equalsIgnoreCase(address.name);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, name.toLowerCase(Locale.ROOT));
  }

  @Override
  public int compareTo(Address other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind + "/" + name;
  }
}
