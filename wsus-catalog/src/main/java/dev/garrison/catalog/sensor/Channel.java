package dev.garrison.catalog.sensor;

/**
 * Release channel of an update, named by the last part of its title. An example is {@code Current
 * Channel (Staged)}. Every name is a valid channel; the administrator lists the channels that may
 * be changed.
 *
 * @param name as in the title, empty for none
 */
public record Channel(String name) implements Comparable<Channel> {
  /** No channel, because the title names none. */
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
