package dev.garrison.mecm.softwareupdate;

/**
 * Number of devices in each state of one update.
 *
 * @param missing required and not installed
 * @param notRequired the update does not apply: for the sensor, the agent is missing or it is
 *     another Windows
 * @param unknown devices that did not report
 */
public record UpdateCounts(int missing, int installed, int notRequired, int unknown) {
  /** No device. */
  public static final UpdateCounts NONE = new UpdateCounts(0, 0, 0, 0);

  /**
   * Adds one device.
   *
   * @param status of SMS_UpdateComplianceStatus; one that is not documented counts as unknown
   */
  public UpdateCounts and(long status) {
    if (status == 1) {
      return new UpdateCounts(missing, installed, notRequired + 1, unknown);
    }
    if (status == 2) {
      return new UpdateCounts(missing + 1, installed, notRequired, unknown);
    }
    return status == 3
        ? new UpdateCounts(missing, installed + 1, notRequired, unknown)
        : new UpdateCounts(missing, installed, notRequired, unknown + 1);
  }

  /** The counts in words; counts of zero are omitted. */
  public String words() {
    StringBuilder words = new StringBuilder();
    add(words, installed, "installed");
    add(words, missing, "missing");
    add(words, notRequired, "not required");
    add(words, unknown, "unknown");
    return words.isEmpty() ? "no device told anything" : words.toString();
  }

  private static void add(StringBuilder words, int count, String word) {
    if (count > 0) {
      words.append(words.isEmpty() ? "" : ", ").append(count).append(' ').append(word);
    }
  }
}
