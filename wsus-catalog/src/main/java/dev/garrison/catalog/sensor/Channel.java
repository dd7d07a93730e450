package dev.garrison.catalog.sensor;

/**
 * How early an update reaches machines, by the last part of its title, for example {@code Current
 * Channel (Staged)}. Every name is one; which channels are touched, an administrator lists.
 *
 * @param name as in the title, empty for none
 */
public record Channel(String name) implements Comparable<Channel> {
  /** The title names no channel. */
  public static final Channel UNNAMED = new Channel("");

  @Override
  public int compareTo(Channel other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name.isEmpty() ? "no channel" : name;
  }
}
