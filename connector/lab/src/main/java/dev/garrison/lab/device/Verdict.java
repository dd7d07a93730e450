package dev.garrison.lab.device;

import java.util.stream.Stream;

/** Result of a condition on a simulated device. */
public enum Verdict {
  YES,
  NO,
  /**
   * The device cannot decide it: a script, a product, or a kind of rule that the lab does not know.
   */
  UNKNOWN;

  /** Verdict on a condition that can be decided. */
  public static Verdict of(boolean holds) {
    return holds ? YES : NO;
  }

  /** NO if any verdict is NO, YES if all are YES, otherwise UNKNOWN. */
  static Verdict all(Stream<Verdict> verdicts) {
    return verdicts.reduce(YES, (a, b) -> a == NO || b == NO ? NO : a == YES ? b : a);
  }

  /** YES if any verdict is YES, NO if all are NO, otherwise UNKNOWN. */
  static Verdict any(Stream<Verdict> verdicts) {
    return verdicts.reduce(NO, (a, b) -> a == YES || b == YES ? YES : a == NO ? b : a);
  }
}
