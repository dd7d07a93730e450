package dev.garrison.mecm.distribution;

import dev.garrison.mecm.distribution.ContentDistribution.Phase;
import java.util.List;

/**
 * Determines a group's phase from the state of each distribution point that reported. One failed
 * point must not hold a rollout (F17), and a point that has not reported is never counted as done.
 *
 * @param threshold percent of the group's distribution points that are enough
 */
record GroupPhase(int threshold) {
  private static final long SUCCESS = 1;
  private static final long IN_PROGRESS = 2;
  private static final long ERROR = 3;

  /** State that working code has in addition to the documented three, and treats as failed. */
  private static final long ERROR_TOO = 4;

  /** Whether a point's MessageState means that it does not have the content. */
  static boolean failed(long state) {
    return state == ERROR || state == ERROR_TOO;
  }

  /**
   * The phase of a group.
   *
   * @param members distribution points in the group
   * @param states MessageState of each report (SMS_DPGroupDistributionStatusDetails)
   */
  Phase of(long members, List<Long> states) {
    long done = states.stream().filter(state -> state == SUCCESS).count();
    long failed = states.stream().filter(GroupPhase::failed).count();
    if (members > 0 && done * 100 >= members * threshold) {
      return Phase.DISTRIBUTED;
    }
    boolean stillPossible = (members - failed) * 100 >= members * threshold;
    boolean moving =
        states.size() < members || states.stream().anyMatch(state -> state == IN_PROGRESS);
    return stillPossible || moving ? Phase.UNDER_WAY : Phase.FAILED;
  }
}
