package dev.garrison.mecm.softwareupdate;

import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.List;

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
  public Text words() {
    List<Text> counts = new ArrayList<>();
    add(counts, installed, "update-counts.installed");
    add(counts, missing, "update-counts.missing");
    add(counts, notRequired, "update-counts.not-required");
    add(counts, unknown, "update-counts.unknown");
    return counts.isEmpty()
        ? Text.of("update-counts.none")
        : Text.of("update-counts.all", "counts", counts);
  }

  private static void add(List<Text> counts, int count, String key) {
    if (count > 0) {
      counts.add(Text.of(key, "count", count));
    }
  }
}
