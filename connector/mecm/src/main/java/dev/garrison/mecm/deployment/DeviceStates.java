package dev.garrison.mecm.deployment;

import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Owner;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts the servers of managed deployments by state (class SMS_AppDeploymentAssetDetails).
 * Streamed: a site may send hundreds of thousands of rows.
 */
public final class DeviceStates {
  static final ODataQuery DEPLOYMENTS =
      ODataQuery.of("SMS_ApplicationAssignment")
          .keys("AssignmentID")
          .select("AssignmentDescription");
  static final ODataQuery STATES =
      ODataQuery.of("SMS_AppDeploymentAssetDetails")
          .keys("AssignmentID", "DTCI", "DTModelID", "EnforcementState", "MachineName", "UserName")
          .select("StatusType");

  private final AdminService site;

  public DeviceStates(AdminService site) {
    this.site = site;
  }

  /**
   * Status of a deployment on one server, by StatusType. Other numbers are {@code unknown(n)},
   * never success.
   */
  private static String word(long statusType) {
    return switch (Math.toIntExact(Math.clamp(statusType, -1L, 99L))) {
      case 1 -> "onboarded";
      case 2 -> "in progress";
      case 3 -> "requirements not met";
      case 4 -> "unknown";
      case 5 -> "failed";
      default -> "unknown(" + statusType + ")";
    };
  }

  /** The word of a state as screens show it. */
  public static Text shown(String word) {
    return switch (word) {
      case "onboarded" -> Text.of("device-state.onboarded");
      case "in progress" -> Text.of("device-state.in-progress");
      case "requirements not met" -> Text.of("device-state.requirements");
      case "unknown" -> Text.of("device-state.unknown");
      case "failed" -> Text.of("device-state.failed");
      default -> Text.verbatim(word);
    };
  }

  /** Number of servers in each state, over all managed deployments that onboard. */
  public SortedMap<String, Integer> count(Mark mark) {
    List<Long> assignments = new ArrayList<>();
    site.query(
        DEPLOYMENTS,
        node -> {
          Row row = new Row(node);
          String description = row.text("AssignmentDescription");
          if (mark.ownerOf(description) instanceof Owner.Ours && !BesideNote.isIn(description)) {
            assignments.add(row.numberKey("AssignmentID"));
          }
        });
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (long assignment : assignments) {
      site.query(
          STATES.where(ODataFilter.equal("AssignmentID", assignment)),
          node -> counts.merge(word(new Row(node).number("StatusType", 4)), 1, Integer::sum));
    }
    return counts;
  }
}
