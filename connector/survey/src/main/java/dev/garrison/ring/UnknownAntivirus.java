package dev.garrison.ring;

import dev.garrison.ring.RingWindows.Lack;

/**
 * Onboarded servers of a ring of which a gate does not know the antivirus, by what is missing. Each
 * server is counted once.
 *
 * @param unseen those that have sent nothing since they were onboarded
 * @param mode those whose running mode is not told; in an active ring, real-time protection
 * @param other those of a passive ring whose mode is told, and of which it is not known whether
 *     another antivirus runs
 * @param classSeen whether any server sends the custom inventory class that tells the mode
 */
public record UnknownAntivirus(Lack unseen, Lack mode, Lack other, boolean classSeen) {
  /** No servers. */
  public static final UnknownAntivirus NONE =
      new UnknownAntivirus(Lack.NONE, Lack.NONE, Lack.NONE, false);

  /** Number of all of them. */
  public int servers() {
    return unseen.servers() + mode.servers() + other.servers();
  }

  /** All of them, whatever is missing. */
  public Lack all() {
    return unseen.with(mode).with(other);
  }

  /** Checks whether there are any. */
  public boolean isAny() {
    return servers() > 0;
  }
}
