package dev.garrison.recipe.sensor;

import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.wsus.HeldVersion;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.manifest.wsus.WsusWrites;
import dev.garrison.rollout.RingVerdict;
import dev.garrison.rollout.Rollout;
import dev.garrison.survey.sensor.ServerFacts;
import dev.garrison.wsus.approval.SensorApproval;
import dev.garrison.wsus.model.Approval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which approvals there should be. Decided for all servers together, so that a ring is one ring
 * wherever its computers report to.
 */
public final class SensorRecipe {
  private final SensorUpdateSection section;
  private final ManifestResult read;
  private final Instant asOf;
  private final ZoneId zone;
  private final boolean blackout;
  private final Mark mark;

  /**
   * @param section the manifest's
   * @param zone in which times of day and blackout days are meant
   */
  public SensorRecipe(ManifestResult read, SensorUpdateSection section, Instant asOf, ZoneId zone) {
    this.read = read;
    this.section = section;
    this.asOf = asOf;
    this.zone = zone;
    this.mark = new Mark(read.manifest().name());
    this.blackout = read.manifest().blackedOut(LocalDate.ofInstant(asOf, zone));
  }

  /**
   * What follows from the manifest for its update servers.
   *
   * @param wanted the servers and what is to be approved on them
   * @param remarks what a person should know before agreeing
   * @param pins decisions that a plan rests on
   */
  public record Part(List<Wanted<?>> wanted, List<String> remarks, Map<String, String> pins) {
    public Part {
      wanted = List.copyOf(wanted);
      remarks = List.copyOf(remarks);
      pins = Map.copyOf(pins);
    }
  }

  /**
   * Decides.
   *
   * @throws RefusalException when the manifest's groups do not fit the servers
   */
  public Part part(List<ServerFacts> survey) {
    List<Diagnostic> problems = new GroupFit(read, section).problems(survey);
    if (!problems.isEmpty()) {
      throw new RefusalException(problems);
    }
    List<Wanted<?>> wanted = new ArrayList<>(new ServerRecipe(section).wanted(survey));
    List<String> remarks = new ArrayList<>();
    Map<String, String> pins = new TreeMap<>();
    for (ReleaseLine line : section.releases()) {
      List<OnServer> servers = onServers(survey, line);
      LineRollout rollout =
          new LineRollout(line, section, servers, new Rollout(asOf, blackout, "installed"));
      LineReport report = new LineReport(line, section, servers, rollout);
      remarks.addAll(report.remarks());
      rollout
          .target()
          .ifPresent(target -> {
            pins.putAll(report.pins(target));
            servers.forEach(server -> wanted.addAll(approvals(server, target)));
          });
      servers.forEach(server -> wanted.addAll(takenBack(server)));
    }
    return new Part(wanted, remarks, pins);
  }

  private List<OnServer> onServers(List<ServerFacts> survey, ReleaseLine line) {
    return survey.stream()
        .filter(ServerFacts.Known.class::isInstance)
        .map(ServerFacts.Known.class::cast)
        .filter(ServerFacts.Known::takesApprovals)
        .map(known ->
            new OnServer(known, new RingGroups(section, known.server(), known.stock()), line))
        .toList();
  }

  private List<Wanted<?>> approvals(OnServer server, LineRollout.Target target) {
    List<Wanted<?>> wanted = new ArrayList<>();
    for (int ring = 0; ring < target.verdicts().size(); ring++) {
      RingVerdict verdict = target.verdicts().get(ring);
      if (!verdict.deploys()) {
        continue;
      }
      for (TargetGroup group : server.groups().of(ring)) {
        server
            .offered(target.version())
            .ifPresent(sensor -> wanted.add(approval(server, sensor, group)));
      }
    }
    return wanted;
  }

  private Wanted<SensorApproval> approval(OnServer server, SensorUpdate sensor, TargetGroup group) {
    Optional<Approval> existing = server.installs(sensor, group.id());
    Optional<Instant> deadline =
        existing.isPresent()
            ? existing.get().deadline()
            : section.deadline().map(relative -> relative.from(asOf, zone));
    Wanted<SensorApproval> wanted =
        new Wanted<>(
            SensorApproval.address(server.server().name(), sensor, group),
            new Desired.Present<>(
                SensorApproval.install(
                    server.server().name(),
                    sensor,
                    group,
                    deadline,
                    existing
                        .filter(server::isOurs)
                        .map(Approval::admin)
                        .orElseGet(() -> admin(server)))),
            behind(server));
    return held(server, sensor, group, existing.isPresent() ? Optional.empty() : deadline)
        .map(wanted::heldBecause)
        .orElse(wanted);
  }

  private static Set<Address> behind(OnServer server) {
    return Set.of(dev.garrison.wsus.server.UpdateServerState.address(server.server().name()));
  }

  /** Why nothing is approved for this group now. */
  private Optional<String> held(
      OnServer server, SensorUpdate sensor, TargetGroup group, Optional<Instant> deadline) {
    Optional<WsusWrites> writes = server.server().writes();
    if (writes.isEmpty()) {
      return Optional.of("writing to this server is off: set 'allowWrites', 'serverId' and 'canary'");
    }
    Optional<String> unseen = unseen(server, writes.get(), group);
    if (unseen.isPresent()) {
      return unseen;
    }
    if (deadline.isPresent() && sensor.update().installation().canRequestUserInput()) {
      return Optional.of(
          "it may ask a person, so WSUS takes no deadline for it: leave 'deadline' out");
    }
    return deadline
        .map(time -> LocalDate.ofInstant(time, zone))
        .filter(read.manifest()::blackedOut)
        .map("its deadline would fall on the blackout day %s"::formatted);
  }

  /** Why only the canary group gets an approval, where this is another. */
  private static Optional<String> unseen(OnServer server, WsusWrites writes, TargetGroup group) {
    String version = server.known().version();
    if (writes.acknowledges(version)) {
      return Optional.empty();
    }
    return writes
        .canary()
        .map(canary ->
            server.known().stock().groups(canary).contains(group)
                ? ""
                : "look at the approval for the canary group '%s' in the console; when it is right, set 'acknowledged: \"%s\"'"
                    .formatted(canary, product(version)))
        .or(() -> Optional.of("name a group with 'canary' that gets the first approval here"))
        .filter(why -> !why.isEmpty());
  }

  private static String product(String version) {
    String[] numbers = version.split("\\.", -1);
    return numbers.length < 3 ? version : String.join(".", List.of(numbers).subList(0, 3));
  }

  /** Approvals of ours for versions that are held. */
  private List<Wanted<?>> takenBack(OnServer server) {
    List<Wanted<?>> wanted = new ArrayList<>();
    for (SensorUpdate sensor : server.known().stock().sensors()) {
      Optional<HeldVersion> held = section.held(sensor.version());
      if (held.isEmpty() || !sensor.line().equals(server.line())) {
        continue;
      }
      for (TargetGroup group : server.groups().all()) {
        if (server.installs(sensor, group.id()).filter(server::isOurs).isPresent()) {
          wanted.add(
              new Wanted<>(
                  SensorApproval.address(server.server().name(), sensor, group),
                  new Desired.Absent<SensorApproval>("held: " + held.get().reason()),
                  behind(server)));
        }
      }
    }
    return wanted;
  }

  /** The console shows this as who approved. */
  private String admin(OnServer server) {
    var signIn = server.server().access().signIn();
    return mark.after(
        signIn.writer().or(signIn::account).map(account -> account.user()).orElse("Garrison"));
  }
}
