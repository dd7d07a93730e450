package dev.garrison.lab.adminservice.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.Fleet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of an old deployment for every device of a generated site, computed when they are read. */
public final class GeneratedAssets {
  /** AssignmentID of the deployment. */
  public static final long ASSIGNMENT = 16778000L;

  private static final Duration LONG_AGO = Duration.ofDays(30);
  private static final String UNIQUE_ID = "{6D1F2C1E-64B0-4C0B-9E0C-1A7D6D2C9B13}";
  private static final String COLLECTION = "SMS00001";
  private static final long[] ERRORS = {1603, 20004, 20022, 0x87D00324L, 0x87D00999L};
  private static final int[] STATES = {1000, 1000, 1000, 1000, 1001, 2002, 2004, 3000, 4000, 5000};
  private final Fleet fleet;
  private final Instant when;

  /** Creates rows for a fleet. */
  public GeneratedAssets(Fleet fleet, Instant when) {
    this.fleet = fleet;
    this.when = when.minus(LONG_AGO);
  }

  /** Rows of all devices, each computed when it is read. */
  Stream<ObjectNode> rows() {
    return devices(_ -> true).map(device -> row(device, when).done());
  }

  /** Rows of the devices that failed. */
  Stream<ObjectNode> errors() {
    return devices(device -> state(device) / 1000 == 5)
        .map(device ->
            row(device, when).set("ErrorCode", ERRORS[device.index() / 10 % ERRORS.length]).done());
  }

  /** Rows of the devices that do not meet a requirement. */
  Stream<ObjectNode> requirements() {
    return devices(device -> state(device) / 1000 == 3)
        .map(device ->
            row(device, when)
                .set("RequirementName", "Operating system")
                .set("UniqueRequirementName", "Operating system")
                .set("RuleID", 1)
                .set("MachineOS", "")
                .done());
  }

  private Stream<Device> devices(Predicate<Device> which) {
    return IntStream.range(0, fleet.size()).mapToObj(fleet::at).filter(which);
  }

  private static int state(Device device) {
    return STATES[device.index() % STATES.length];
  }

  /** Adds the deployment itself, as created before the site's time began. */
  public void register(Assignments assignments, String name, String description) {
    assignments.put(
        new Assignment(
            ASSIGNMENT,
            UNIQUE_ID,
            Rows.row()
                .set("AssignmentName", name)
                .set("AssignmentDescription", description)
                .set("TargetCollectionID", COLLECTION)
                .done(),
            "",
            COLLECTION,
            when,
            Optional.of(when),
            false,
            false,
            when));
  }

  private static Rows row(Device device, Instant when) {
    int state = state(device);
    return Rows.row()
        .set("AssignmentID", ASSIGNMENT)
        .set("AssignmentUniqueID", UNIQUE_ID)
        .set("AppCI", 16777480L)
        .set("AppName", "Endpoint agent")
        .set("AppStatusType", state / 1000)
        .set("StatusType", state / 1000)
        .set("EnforcementState", state)
        .set("CollectionID", COLLECTION)
        .set("CollectionName", "All Systems")
        .set("ComplianceState", state / 1000 == 1 ? 1 : 2)
        .set("DeploymentIntent", 1)
        .set("DTCI", 16777481L)
        .set("DTModelID", 16777482L)
        .set("DTName", "Endpoint agent")
        .set("MachineID", device.resourceId())
        .set("MachineName", device.name())
        .set("PolicyModelID", 16777483L)
        .set("Revision", 1)
        .set("StartTime", when)
        .set("Technology", "Script")
        .set("UserName", "");
  }
}
