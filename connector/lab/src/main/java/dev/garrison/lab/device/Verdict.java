package dev.garrison.lab.device;

import java.util.stream.Stream;

/** Result of a condition on a simulated device. */
public enum Verdict {
  YES,
  NO,
  /**
   * The device cannot decide it: a script, a product, a kind of rule that the lab does not know.
   */
  UNKNOWN;

  /** Of something that can be decided. */
  public static Verdict of(boolean holds) {
    return holds ? YES : NO;
  }

  /** No as soon as one says so. */
  static Verdict all(Stream<Verdict> verdicts) {
    return verdicts.reduce(YES, (a, b) -> a == NO || b == NO ? NO : a == YES ? b : a);
  }

  /** Yes as soon as one says so. */
  static Verdict any(Stream<Verdict> verdicts) {
    return verdicts.reduce(NO, (a, b) -> a == YES || b == YES ? YES : a == NO ? b : a);
  }
}
