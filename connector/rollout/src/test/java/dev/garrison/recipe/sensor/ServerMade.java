package dev.garrison.recipe.sensor;

import dev.garrison.catalog.Category;
import dev.garrison.catalog.ContentState;
import dev.garrison.catalog.Installation;
import dev.garrison.catalog.Labels;
import dev.garrison.catalog.Licence;
import dev.garrison.catalog.Publication;
import dev.garrison.catalog.Standing;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.group.GroupTree;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorProduct;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.survey.sensor.UpdateServerFacts;
import dev.garrison.wsus.decline.DeclineExaminer;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.ApprovalRule;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.StateCount;
import dev.garrison.wsus.sensor.SensorStock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** One WSUS server as a survey shows it, made step by step. */
final class ServerMade {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  static final ReleaseLine LINE = ReleaseLine.UNIFIED_AGENT;
  static final SensorProduct PRODUCT = SensorProduct.of(new UUID(0, 77));
  static final TargetGroup ALL =
      new TargetGroup(TargetGroup.ALL_COMPUTERS, "All Computers", Optional.empty());
  static final TargetGroup PILOT = group(1, "Pilot", TargetGroup.ALL_COMPUTERS);
  static final TargetGroup BROAD = group(2, "Broad", TargetGroup.ALL_COMPUTERS);
  static final SensorUpdate OLD = sensor(10, "10.8700.1.1");
  static final SensorUpdate NEW = sensor(20, "10.8800.1.1");

  private final WsusServer server;
  private final Map<UUID, TargetGroup> groups = new LinkedHashMap<>();
  private final List<SensorUpdate> sensors = new ArrayList<>();
  private final List<Approval> approvals = new ArrayList<>();
  private final Set<UUID> ours = new HashSet<>();
  private final SortedMap<ReleaseLine, Choice> choices = new TreeMap<>();
  private final Map<UUID, List<StateCount>> counts = new HashMap<>();
  private final List<ApprovalRule> rules = new ArrayList<>();
  private final List<DeclineExaminer.Examined> superseded = new ArrayList<>();
  private Optional<SensorProduct> product = Optional.of(PRODUCT);
  private Optional<Diagnostic> hides = Optional.empty();
  private boolean isReplica;
  private boolean isUpstream = true;
  private String version = "10.0.20348.1";

  /** With the groups of both rings, and nothing else. */
  ServerMade(WsusServer server) {
    this.server = server;
    groups(ALL, PILOT, BROAD);
  }

  static TargetGroup group(int number, String name, UUID parent) {
    return new TargetGroup(new UUID(9, number), name, Optional.of(parent));
  }

  static SensorUpdate sensor(int number, String version) {
    return sensor(LINE, number, version, Publication.PUBLISHED, Licence.NONE, false);
  }

  static SensorUpdate sensor(
      ReleaseLine line,
      int number,
      String version,
      Publication publication,
      Licence licence,
      boolean asks) {
    return new SensorUpdate(
        line,
        SensorVersion.parse(version).orElseThrow(),
        new Update(
            new UpdateIdentity(new UUID(1, number), 2),
            Labels.of("Update " + version, Set.of("5005292"), Set.of()),
            new Standing(publication, true, false, false, Optional.empty(), NOW, NOW),
            new Installation(ContentState.READY, licence, asks, false)));
  }

  ServerMade groups(TargetGroup... more) {
    for (TargetGroup group : more) {
      groups.put(group.id(), group);
    }
    return this;
  }

  ServerMade without(TargetGroup group) {
    groups.remove(group.id());
    return this;
  }

  /** Updates it has; the last one is what is current. */
  ServerMade has(SensorUpdate... found) {
    sensors.addAll(List.of(found));
    return chooses(new Choice.Selected(found[found.length - 1], List.of()));
  }

  /** Updates it has, none of them current. */
  ServerMade keeps(SensorUpdate... found) {
    sensors.addAll(List.of(found));
    return this;
  }

  ServerMade chooses(Choice choice) {
    choices.put(LINE, choice);
    return this;
  }

  /** We approved it so many days ago. */
  ServerMade ours(SensorUpdate sensor, TargetGroup group, double daysAgo) {
    Approval approval = approval(sensor, group, daysAgo);
    ours.add(approval.id());
    return decided(approval);
  }

  /** Somebody else did. */
  ServerMade theirs(SensorUpdate sensor, TargetGroup group, double daysAgo) {
    return decided(approval(sensor, group, daysAgo));
  }

  ServerMade decided(Approval approval) {
    approvals.add(approval);
    return this;
  }

  ServerMade owns(Approval approval) {
    ours.add(approval.id());
    return decided(approval);
  }

  Approval approval(SensorUpdate sensor, TargetGroup group, double daysAgo) {
    return approval(sensor.update().identity(), group, daysAgo, Approval.INSTALL);
  }

  Approval approval(UpdateIdentity update, TargetGroup group, double daysAgo, int action) {
    return new Approval(
        new UUID(5, approvals.size()),
        update,
        group.id(),
        action,
        NOW.minus(Duration.ofMinutes(Math.round(daysAgo * 24 * 60))),
        Optional.empty(),
        "CONTOSO\\anna [garrison:1:small]",
        true);
  }

  /** So many computers of a group are in this state, by its number on the wire. */
  ServerMade counts(SensorUpdate sensor, TargetGroup group, int state, int count) {
    counts
        .computeIfAbsent(sensor.id(), _ -> new ArrayList<>())
        .add(new StateCount(group.id(), state, count));
    return this;
  }

  ServerMade replica() {
    isReplica = true;
    isUpstream = false;
    return this;
  }

  ServerMade below() {
    isUpstream = false;
    return this;
  }

  ServerMade version(String other) {
    version = other;
    return this;
  }

  ServerMade hides(Diagnostic why) {
    hides = Optional.of(why);
    return this;
  }

  ServerMade rule(String name, boolean isEnabled) {
    rules.add(new ApprovalRule(1, name, isEnabled, List.of(), List.of(), List.of()));
    return this;
  }

  ServerMade ruleFor(String name, UUID product) {
    rules.add(
        new ApprovalRule(
            1,
            name,
            true,
            List.of(),
            List.of(new Category(Category.Kind.PRODUCT, product, name)),
            List.of()));
    return this;
  }

  ServerMade withoutProduct() {
    product = Optional.empty();
    return this;
  }

  ServerMade superseded(DeclineExaminer.Examined examined) {
    superseded.add(examined);
    return this;
  }

  UpdateServerFacts.Known facts() {
    return new UpdateServerFacts.Known(
        server,
        version,
        new ServerConfiguration(
            new UUID(3, 1), isUpstream, isUpstream ? "" : "up", isReplica, true, true, true, 8531),
        rules,
        new SensorStock(
            product,
            GroupTree.of(groups.values()),
            sensors.stream().map(SensorUpdate::update).toList(),
            approvals,
            sensors),
        choices,
        hides,
        ours,
        counts,
        superseded);
  }
}
