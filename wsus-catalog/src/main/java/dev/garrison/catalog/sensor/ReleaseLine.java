package dev.garrison.catalog.sensor;

import java.util.Comparator;

/**
 * One family on one channel. Two sensor versions can be compared only within a line. All lines have
 * the same KB number.
 */
public record ReleaseLine(Family family, Channel channel) implements Comparable<ReleaseLine> {
  private static final Comparator<ReleaseLine> ORDER =
      Comparator.comparing(ReleaseLine::family).thenComparing(ReleaseLine::channel);

  /** The unified agent, whose titles name no channel. */
  public static final ReleaseLine UNIFIED_AGENT =
      new ReleaseLine(Family.UNIFIED_AGENT, Channel.UNNAMED);

  @Override
  public int compareTo(ReleaseLine other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return family + ", " + channel;
  }
}
