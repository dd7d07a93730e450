package dev.garrison.recipe.offboarding;

/** Entries of {@code offboard} that a remark of a plan is on, by the remark's recorded words. */
public final class OffboardRemark {
  private OffboardRemark() {}

  /** Whether a remark is on this entry alone. */
  public static boolean isOf(String entry, String remark) {
    String begin = "offboard " + entry;
    return remark.startsWith(begin + " ") || remark.startsWith(begin + ":");
  }

  /** Whether a remark is on all entries. */
  public static boolean isOfAll(String remark) {
    return remark.startsWith("offboarding ");
  }
}
