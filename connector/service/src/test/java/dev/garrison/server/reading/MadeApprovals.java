package dev.garrison.server.reading;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.job.UpdatesSeen.Group;
import dev.garrison.job.UpdatesSeen.Line;
import dev.garrison.job.UpdatesSeen.OnServer;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.server.reading.ApprovalReach.Approval;
import dev.garrison.wsus.approval.SensorApproval.Place;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Plans and checks of sensor updates on one WSUS server. */
public final class MadeApprovals {
  public static final Manifest MANIFEST =
      new ManifestReader()
          .read(
              Path.of(System.getProperty("repository.root"), "config/examples/every-key.yaml"),
              LocalDate.of(2026, 11, 24))
          .manifest();
  public static final String SERVER = MANIFEST.wsus().servers().getFirst().name();
  public static final String VERSION = "10.8798.25857.1000";
  public static final String UPDATE = "unified agent " + VERSION;

  private MadeApprovals() {}

  /** Name of the first group of a ring, the first ring being 0. */
  public static String group(int ring) {
    return MANIFEST
        .wsus()
        .servers()
        .getFirst()
        .groups(MANIFEST.wsus().sensorUpdate().orElseThrow().rings().get(ring))
        .getFirst();
  }

  public static String ring(int ring) {
    return MANIFEST.wsus().sensorUpdate().orElseThrow().rings().get(ring).ring();
  }

  public static PlannedChange change(Action action, String kind, String name) {
    return MadePlans.change(action, new Address(kind, name));
  }

  /** A decision on the update for a group. */
  public static PlannedChange approval(Action action, String group) {
    return change(action, "approval", SERVER + "/" + UPDATE + "/" + group);
  }

  public static Plan plan(PlannedChange... changes) {
    return MadePlans.plan(List.of(), changes);
  }

  public static Approval approval(ApprovalReach reach, int index) {
    return reach.approvals().get(index);
  }

  public static Place place(String group) {
    return new Place(SERVER, UPDATE, group);
  }

  /** A check in which each of these groups has computers that need the version. */
  public static UpdatesSeen seen(String version, int needed, String... groups) {
    return new UpdatesSeen(
        MadePlans.NOW,
        List.of(
            server(
                Optional.of("10.0.20348.2849"),
                List.of(
                    new Line(
                        "unified agent",
                        "",
                        Optional.of(version),
                        Optional.of(Instant.EPOCH),
                        Optional.empty(),
                        Arrays.stream(groups).map(name -> group(name, needed)).toList())))));
  }

  /** A check that the server did not answer. */
  public static UpdatesSeen silent() {
    return new UpdatesSeen(MadePlans.NOW, List.of(server(Optional.empty(), List.of())));
  }

  private static OnServer server(Optional<String> version, List<Line> lines) {
    return new OnServer(
        SERVER,
        "wsus",
        version,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        lines,
        List.of(),
        List.of(),
        List.of());
  }

  private static Group group(String name, int needed) {
    return new Group(
        name,
        false,
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        3,
        needed,
        1,
        2,
        4);
  }
}
