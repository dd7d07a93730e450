package dev.garrison.lab.adminservice.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.Fleet;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One row per device of a generated site, for a deployment of long ago. Nothing is kept. */
public final class GeneratedAssets {
  /** The deployment's AssignmentID. */
  public static final long ASSIGNMENT = 16778000L;

  private static final int[] STATES = {1000, 1000, 1000, 1000, 1001, 2002, 2004, 3000, 4000, 5000};
  private final Fleet fleet;
  private final Instant when;

  /** Rows for a fleet. */
  public GeneratedAssets(Fleet fleet, Instant when) {
    this.fleet = fleet;
    this.when = when;
  }

  /** The rows, each computed when it is read. */
  public Stream<ObjectNode> rows() {
    return IntStream.range(0, fleet.size()).mapToObj(fleet::at).map(this::row);
  }

  private ObjectNode row(Device device) {
    int state = STATES[device.index() % STATES.length];
    return Rows.row()
        .set("AssignmentID", ASSIGNMENT)
        .set("AssignmentUniqueID", "{6D1F2C1E-64B0-4C0B-9E0C-1A7D6D2C9B13}")
        .set("AppCI", 16777480L)
        .set("AppName", "Endpoint agent")
        .set("AppStatusType", state / 1000)
        .set("StatusType", state / 1000)
        .set("EnforcementState", state)
        .set("CollectionID", "SMS00001")
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
        .set("UserName", "")
        .done();
  }
}
