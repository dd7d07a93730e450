package dev.garrison.mecm.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.offer.Needs;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Properties of SMS_ApplicationAssignment that are numbers or switches. Their values are those of a
 * required install that is quiet, stays inside maintenance windows and never restarts a server
 * automatically.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/apps/sms_applicationassignment-server-wmi-class">SMS_ApplicationAssignment</a>
 */
final class DeploymentProperties {
  private static final String CLASS = "SMS_ApplicationAssignment";
  private static final String YES = "true";
  static final String NO = "false";
  static final String ENABLED = "Enabled";
  private static final String IN_UTC = "UseGMTTimes";

  /**
   * Essential properties. Without these a deployment could act differently than agreed; a site that
   * lacks one is refused.
   */
  static final String[] ESSENTIAL = {
    "StartTime",
    "EnforcementDeadline",
    "OfferTypeID",
    "OfferFlags",
    "SuppressReboot",
    "OverrideServiceWindows",
    "RebootOutsideOfServiceWindows",
    "UseGMTTimes",
    "Enabled"
  };

  private static final SequencedMap<String, String> REQUIRED_INSTALL =
      new java.util.LinkedHashMap<>();

  static {
    REQUIRED_INSTALL.put("AssignmentAction", "2"); // apply, not only detect
    REQUIRED_INSTALL.put("AssignmentType", "2"); // application
    REQUIRED_INSTALL.put("DesiredConfigType", "1"); // install
    REQUIRED_INSTALL.put("OfferTypeID", "0"); // required
    REQUIRED_INSTALL.put(
        "OfferFlags", "0"); // never 64: uninstall when a server leaves the collection
    REQUIRED_INSTALL.put("Priority", "1");
    REQUIRED_INSTALL.put(ENABLED, YES);
    REQUIRED_INSTALL.put("NotifyUser", NO);
    REQUIRED_INSTALL.put("UserUIExperience", NO);
    REQUIRED_INSTALL.put("OverrideServiceWindows", NO);
    REQUIRED_INSTALL.put("RebootOutsideOfServiceWindows", NO);
    REQUIRED_INSTALL.put(
        "SuppressReboot", "3"); // both bits: sources disagree which one means servers
    REQUIRED_INSTALL.put("DPLocality", "80");
    REQUIRED_INSTALL.put("SoftDeadlineEnabled", NO);
    REQUIRED_INSTALL.put("LogComplianceToWinEvent", NO);
    REQUIRED_INSTALL.put("DisableMomAlerts", NO);
    REQUIRED_INSTALL.put("RaiseMomAlertsOnFailure", NO);
    REQUIRED_INSTALL.put("SendDetailedNonComplianceStatus", NO);
    REQUIRED_INSTALL.put("WoLEnabled", NO);
    REQUIRED_INSTALL.put("ApplyToSubTargets", NO);
    REQUIRED_INSTALL.put("RequireApproval", NO);
    REQUIRED_INSTALL.put("PersistOnWriteFilterDevices", NO);
    REQUIRED_INSTALL.put("UpdateSupersedence", NO);
    REQUIRED_INSTALL.put("StateMessagePriority", "5");
  }

  /** Site properties and methods that the creation of a deployment needs. */
  static final Needs NEEDS =
      Needs.NONE
          .writing(
              CLASS, "AssignmentName", "AssignmentDescription", "TargetCollectionID", "AssignedCIs")
          .writing(CLASS, ESSENTIAL);

  private DeploymentProperties() {}

  /** The values of a required install. */
  static SortedMap<String, String> requiredInstall(boolean clientLocalTime) {
    SortedMap<String, String> values = new TreeMap<>(REQUIRED_INSTALL);
    values.put(IN_UTC, clientLocalTime ? NO : YES);
    return values;
  }

  /** Adds these properties; one that is not essential is omitted if a site lacks it. */
  static Assumption assumption(Assumption rest) {
    Assumption all = rest;
    for (String property : requiredInstall(false).sequencedKeySet()) {
      all =
          all.optional(CLASS + "." + property, Text.of("deployment.property-optional").toString());
    }
    return all.and(Assumption.NONE.with(CLASS, ESSENTIAL));
  }

  /** Values of an existing deployment, as far as the site sends them. */
  static SortedMap<String, String> read(Row row) {
    SortedMap<String, String> values = new TreeMap<>();
    requiredInstall(false)
        .forEach((property, form) -> {
          if (form.equals(YES) || form.equals(NO)) {
            row.truth(property).ifPresent(value -> values.put(property, String.valueOf(value)));
          } else {
            row.number(property).ifPresent(number -> values.put(property, String.valueOf(number)));
          }
        });
    return values;
  }

  /**
   * Whether its times are in UTC. If a site does not report this, they may be in the clients' own
   * time.
   */
  static boolean isInUtc(Map<String, String> values) {
    return YES.equals(values.get(IN_UTC));
  }

  /** Puts the values into a body, each in its own form. */
  static void write(Map<String, String> values, ObjectNode body) {
    values.forEach((property, value) -> {
      if (value.equals(YES) || value.equals(NO)) {
        body.put(property, Boolean.parseBoolean(value));
      } else {
        body.put(property, Long.parseLong(value));
      }
    });
  }
}
