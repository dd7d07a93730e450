package dev.garrison.manifest.draft;

/** Proposes the maximum number of servers of a ring from their present number. */
public final class RingSize {
  private static final int ROUND = 5;

  private RingSize() {}

  /** A fifth more servers, rounded up to a multiple of five. */
  public static long withHeadroom(long members) {
    long roomy = Math.max(1, members + (members + 4) / 5);
    return (roomy + ROUND - 1) / ROUND * ROUND;
  }
}
