package dev.garrison.mecm.onboardingpolicy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.mecm.odata.Row;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Switches and numbers of SMS_ConfigurationPolicyAssignment for a quiet deployment. It stays inside
 * maintenance windows and restarts nothing.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/compliance/sms_configurationpolicyassignment-server-wmi-class">SMS_ConfigurationPolicyAssignment</a>
 */
final class PolicyProperties {
  private static final String YES = "true";
  private static final String NO = "false";

  /** The values that are written, and compared when read back. */
  static final SortedMap<String, String> QUIET =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.ofEntries(
                  Map.entry("AssignmentAction", "2"), // apply, not only detect
                  Map.entry("AssignmentType", "8"), // policy
                  Map.entry("DesiredConfigType", "1"),
                  Map.entry("DPLocality", "80"),
                  Map.entry("Enabled", YES),
                  Map.entry("LimitStateMessageVerbosity", NO),
                  Map.entry("LogComplianceToWinEvent", NO),
                  Map.entry("NotifyUser", NO),
                  Map.entry("OverrideServiceWindows", NO),
                  Map.entry("RebootOutsideOfServiceWindows", NO),
                  Map.entry("SendDetailedNonComplianceStatus", NO),
                  Map.entry("SuppressReboot", "3"),
                  Map.entry("UseGMTTimes", YES),
                  Map.entry("UserUIExperience", NO))));

  private PolicyProperties() {}

  static SortedMap<String, String> read(Row row) {
    SortedMap<String, String> values = new TreeMap<>();
    QUIET.forEach((property, form) -> {
      if (isSwitch(form)) {
        values.put(property, String.valueOf(row.flag(property)));
      } else {
        values.put(property, String.valueOf(row.number(property, -1)));
      }
    });
    return values;
  }

  static void write(Map<String, String> values, ObjectNode body) {
    values.forEach((property, value) -> {
      if (isSwitch(value)) {
        body.put(property, Boolean.parseBoolean(value));
      } else {
        body.put(property, Long.parseLong(value));
      }
    });
  }

  private static boolean isSwitch(String form) {
    return form.equals(YES) || form.equals(NO);
  }
}
