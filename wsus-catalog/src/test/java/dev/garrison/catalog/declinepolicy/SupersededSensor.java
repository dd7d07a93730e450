package dev.garrison.catalog.declinepolicy;

import static dev.garrison.catalog.sample.Draft.SENSOR;
import static dev.garrison.catalog.sample.Draft.sensor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.Supersedence;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.declinepolicy.DeclineVerdict.Keep;
import dev.garrison.catalog.declinepolicy.DeclineVerdict.MayDecline;
import dev.garrison.catalog.group.Approval;
import dev.garrison.catalog.group.ApprovalAction;
import dev.garrison.catalog.group.GroupTree;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sample.Draft;
import dev.garrison.catalog.sensor.ReleaseLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Update 1 with version ...1006 is superseded by update 2 with ...1009. Group 10 is All Computers,
 * 11 "Pilot" and 12 "Broad" are below it. Both updates are approved for both, and a computer of
 * each has installed the newer one. Each test changes one thing.
 */
abstract class SupersededSensor {
  static final Instant NOW = Draft.ARRIVED.plus(Duration.ofDays(31));
  static final UUID ALL = Draft.id(10);
  static final UUID PILOT = Draft.id(11);
  static final UUID BROAD = Draft.id(12);
  static final String NEWER = "10.8735.26020.1009 supersedes it, but ";

  final DeclinePolicy policy =
      new DeclinePolicy(
          SENSOR, new TreeSet<>(Set.of(ReleaseLine.UNIFIED_AGENT)), Duration.ofDays(30));

  Draft older = sensor(1, "1006").superseded();
  Draft newer = sensor(2, "1009");
  final List<Update> others = new ArrayList<>();
  final Map<UUID, List<UUID>> named = new TreeMap<>(Map.of(Draft.id(2), List.of(Draft.id(1))));
  final List<TargetGroup> groups =
      new ArrayList<>(
          List.of(
              new TargetGroup(ALL, "All Computers", Optional.empty()),
              new TargetGroup(PILOT, "Pilot", Optional.of(ALL)),
              new TargetGroup(BROAD, "Broad", Optional.of(ALL))));
  final List<Approval> olderApprovals =
      new ArrayList<>(List.of(detect(), install(PILOT), install(BROAD)));
  final List<Approval> newerApprovals =
      new ArrayList<>(List.of(detect(), install(PILOT), install(BROAD)));
  final List<ComputerReport> computers =
      new ArrayList<>(
          List.of(
              report("a", PILOT, InstallationState.NOT_APPLICABLE, InstallationState.INSTALLED),
              report("b", BROAD, InstallationState.NOT_APPLICABLE, InstallationState.INSTALLED)));

  static Approval detect() {
    return new Approval(ALL, ApprovalAction.DETECT, false, Draft.ARRIVED);
  }

  static Approval install(UUID group) {
    return new Approval(group, ApprovalAction.INSTALL, true, Draft.ARRIVED);
  }

  static ComputerReport report(
      String name, UUID group, InstallationState ofOlder, InstallationState ofNewer) {
    return new ComputerReport(
        name, Set.of(group), Map.of(Draft.id(1), ofOlder, Draft.id(2), ofNewer));
  }

  DeclineVerdict verdict() {
    Update candidate = older.update();
    List<Update> updates = new ArrayList<>(others);
    updates.add(candidate);
    updates.add(newer.update());
    Situation situation =
        new Situation(
            updates,
            Supersedence.of(named),
            GroupTree.of(groups),
            Map.of(Draft.id(1), olderApprovals, Draft.id(2), newerApprovals),
            computers);
    return policy.judge(candidate, situation, NOW);
  }

  void kept(KeepReason reason, String words) {
    assertThat(verdict()).isEqualTo(new Keep(reason, words));
  }

  MayDecline allowed() {
    assertThat(verdict()).isInstanceOf(MayDecline.class);
    return (MayDecline) verdict();
  }
}
