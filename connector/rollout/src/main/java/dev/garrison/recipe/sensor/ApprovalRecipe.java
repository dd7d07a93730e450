package dev.garrison.recipe.sensor;

import dev.garrison.catalog.Licence;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.wsus.HeldVersion;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.wsus.approval.SensorApproval;
import dev.garrison.wsus.approval.SensorLicence;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.servers.AdminName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Approvals of one release line on one server, and the license terms before them. */
final class ApprovalRecipe {
  private final Manifest manifest;
  private final SensorUpdateSection section;
  private final AdminName admin;
  private final Instant asOf;
  private final ZoneId zone;
  private boolean givesDeadlines;

  ApprovalRecipe(Manifest manifest, SensorUpdateSection section, Instant asOf, ZoneId zone) {
    this.manifest = manifest;
    this.section = section;
    this.admin = new AdminName(new Mark(manifest.name()));
    this.asOf = asOf;
    this.zone = zone;
  }

  /** Wanted approvals for the rings that are open. */
  List<Wanted<?>> wanted(OnServer server, ReleaseLineRollout.Target target) {
    List<Wanted<?>> wanted = new ArrayList<>();
    Optional<SensorUpdate> offered = server.offered(target.version());
    if (offered.isEmpty()) {
      return wanted;
    }
    if (offered.get().update().installation().licence().isInTheWay() && !section.acceptLicence()) {
      return wanted;
    }
    Set<Address> behind = new HashSet<>(WritePermit.behind(server.known()));
    Optional<Wanted<SensorLicence>> licence = licence(server, offered.get());
    licence.map(Wanted::address).ifPresent(behind::add);
    List<Wanted<SensorApproval>> approvals =
        IntStream.range(0, target.verdicts().size())
            .filter(target::deploys)
            .mapToObj(server.groups()::of)
            .flatMap(List::stream)
            .map(group -> approval(server, offered.get(), group, behind))
            .toList();
    licence.flatMap(terms -> forApprovals(terms, approvals)).ifPresent(wanted::add);
    wanted.addAll(approvals);
    return wanted;
  }

  /** Acceptance of license terms that block an approval. */
  private static Optional<Wanted<SensorLicence>> licence(OnServer server, SensorUpdate sensor) {
    Licence licence = sensor.update().installation().licence();
    return licence
        .id()
        .filter(_ -> licence.isInTheWay())
        .map(terms ->
            new Wanted<>(
                SensorLicence.address(server.server().name(), sensor),
                new Desired.Present<>(
                    new SensorLicence(server.server().name(), sensor.id(), terms, true)),
                WritePermit.behind(server.known())));
  }

  /**
   * Accepts terms only for an approval that may be made, because an acceptance cannot be undone.
   */
  private static Optional<Wanted<SensorLicence>> forApprovals(
      Wanted<SensorLicence> terms, List<Wanted<SensorApproval>> approvals) {
    return approvals.stream()
        .reduce((one, other) -> one.held().isPresent() && other.held().isEmpty() ? other : one)
        .map(approval ->
            approval.held().map(why -> new Hold(why, approval.blocked()).of(terms)).orElse(terms));
  }

  private Wanted<SensorApproval> approval(
      OnServer server, SensorUpdate sensor, TargetGroup group, Set<Address> behind) {
    // An approval of an earlier revision does nothing any more: it is made anew.
    Optional<Approval> existing =
        server
            .installs(sensor, group.id())
            .filter(approval -> approval.update().equals(sensor.update().identity()));
    Optional<Instant> deadline =
        existing.isPresent()
            ? existing.get().deadline()
            : section.deadline().map(relative -> relative.from(asOf, zone));
    givesDeadlines |= existing.isEmpty();
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
                        .orElseGet(() -> admin.on(server.server())))),
            behind);
    return WritePermit.forGroup(server.known(), group)
        .or(() ->
            server
                .known()
                .stock()
                .contradictions()
                .of(sensor.id())
                .map(why -> contradicted(server.server().name(), sensor, why)))
        .or(() ->
            existing.isPresent()
                ? Optional.empty()
                : objection(server.server().name(), sensor, deadline))
        .map(hold -> hold.of(wanted))
        .orElse(wanted);
  }

  private static Hold contradicted(String server, SensorUpdate sensor, String why) {
    return Hold.blocked(
        why,
        Message.of("sensor-block.contradicted", "server", server, "version", sensor.version()));
  }

  /** Reason against a new deadline. */
  private Optional<Hold> objection(String server, SensorUpdate sensor, Optional<Instant> deadline) {
    if (deadline.isPresent() && sensor.update().installation().canRequestUserInput()) {
      return Optional.of(
          Hold.blocked(
              Text.of("sensor-hold.asks-person").toString(),
              Message.of(
                  "sensor-block.asks-person", "server", server, "version", sensor.version())));
    }
    return deadline
        .map(time -> LocalDate.ofInstant(time, zone))
        .filter(manifest::blackedOut)
        .map(day -> Hold.waiting(Text.of("sensor-hold.blackout", "day", day).toString()));
  }

  /** Removals of the managed approvals of versions that are held. */
  List<Wanted<?>> takenBack(OnServer server) {
    List<Wanted<?>> wanted = new ArrayList<>();
    for (SensorUpdate sensor : server.known().stock().sensors()) {
      Optional<HeldVersion> held = section.held(sensor.version());
      if (held.isEmpty() || !sensor.line().equals(server.line())) {
        continue;
      }
      for (TargetGroup group : server.groups().all()) {
        if (server.installs(sensor, group.id()).filter(server::isOurs).isPresent()) {
          Wanted<SensorApproval> gone =
              new Wanted<>(
                  SensorApproval.address(server.server().name(), sensor, group),
                  new Desired.Absent<>(
                      Text.of("removal.held", "reason", held.get().reason()).toString()),
                  WritePermit.behind(server.known()));
          wanted.add(
              server.server().writes().isPresent()
                  ? gone
                  : WritePermit.writesOff(server.server().name(), Text.of("sensor-hold.writes-off"))
                      .of(gone));
        }
      }
    }
    return wanted;
  }

  /**
   * Latest time to apply: a day before the deadline, or after half the time for a short deadline.
   */
  Optional<Instant> validUntil() {
    return section
        .deadline()
        .filter(_ -> givesDeadlines)
        .map(relative -> relative.from(asOf, zone))
        .map(deadline -> {
          Instant aDayBefore = deadline.minus(Duration.ofDays(1));
          return aDayBefore.isAfter(asOf)
              ? aDayBefore
              : asOf.plus(Duration.between(asOf, deadline).dividedBy(2));
        });
  }
}
