package dev.garrison.lab.wsus.site;

import dev.garrison.lab.wsus.catalogue.Feed;
import dev.garrison.lab.wsus.catalogue.RevisionKey;
import dev.garrison.lab.wsus.catalogue.Sensor;
import dev.garrison.lab.wsus.catalogue.SensorUpdates;
import dev.garrison.lab.wsus.operation.Workings;
import dev.garrison.lab.wsus.soap.WireStyle;
import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.state.ApprovalRule;
import dev.garrison.lab.wsus.state.Computer;
import dev.garrison.lab.wsus.state.ContentState;
import dev.garrison.lab.wsus.state.Groups;
import dev.garrison.lab.wsus.state.StoredUpdate;
import dev.garrison.lab.wsus.state.Subscription;
import dev.garrison.lab.wsus.state.SyncEvent;
import dev.garrison.lab.wsus.state.TargetGroup;
import dev.garrison.lab.wsus.work.Approving;
import dev.garrison.lab.wsus.work.Quirks;
import dev.garrison.lab.wsus.work.ServerState;
import dev.garrison.lab.wsus.work.Variant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Fills a server as if it had been running for some time. */
final class ServerFilling {
  private static final int FIRST_RULE = 2;
  private static final int WITHOUT_SENSOR = 10;
  private static final String SITE_SERVER = "LAB\\PS1$";
  private static final List<String> SYSTEMS = List.of("2012R2", "2016", "2019", "2022");
  private final WsusFile.Server wanted;
  private final Workings workings;
  private final ServerState server;
  private final Feed feed;

  ServerFilling(WsusFile.Server wanted, Workings workings, Feed feed) {
    this.wanted = wanted;
    this.workings = workings;
    this.server = workings.state();
    this.feed = feed;
  }

  /**
   * Fills the server.
   *
   * @param computers number of computers in addition to those in the file
   */
  void fill(int computers) {
    server.settings().initialized(!Boolean.FALSE.equals(wanted.initialized()));
    Optional.ofNullable(wanted.differences()).ifPresent(this::differ);
    wanted.groups().forEach(this::group);
    subscribe();
    workings.synchronisation().receive();
    server.happened(SyncEvent.STARTED_BY_SCHEDULE, 4, "Synchronization was started.");
    server.happened(SyncEvent.SUCCEEDED, 4, "Synchronization completed successfully.");
    for (WsusFile.Rule rule : wanted.rules()) {
      rule(rule);
    }
    wanted.approvals().forEach(this::approve);
    wanted.computers().forEach(this::computer);
    generate(computers);
    workings.reporting().reportAll();
  }

  private void differ(WsusFile.Differences from) {
    Quirks quirks = server.quirks();
    quirks.style(
        new WireStyle(
            Optional.ofNullable(from.prefixes()).orElse(WireStyle.Prefixes.NUMBERED),
            from.extraColumns(),
            from.zonedTimes()));
    if (from.upperCaseGuids()) {
      quirks.vary(Variant.UPPER_CASE_GUIDS);
    }
    if (from.refusesCategories()) {
      quirks.vary(Variant.REFUSES_CATEGORIES);
    }
    if (from.silentFailures()) {
      quirks.vary(Variant.NO_FAILURE_TEXTS);
    }
    quirks.role(from.reporter() ? 1 : 2);
    server.settings().autoRefresh(!from.staleApprovals());
  }

  private void group(WsusFile.Group group) {
    UUID parent = Optional.ofNullable(group.parent()).map(this::named).orElse(Groups.ALL_COMPUTERS);
    UUID id =
        Optional.ofNullable(group.id())
            .orElseGet(() ->
                UUID.nameUUIDFromBytes(
                    (wanted.id() + group.name()).getBytes(StandardCharsets.UTF_8)));
    server.groups().add(id, group.name(), parent);
  }

  private UUID named(String name) {
    return server
        .groups()
        .named(name)
        .map(TargetGroup::id)
        .orElseThrow(() -> new IllegalArgumentException("there is no group '" + name + "'"));
  }

  private void subscribe() {
    Subscription now = server.subscription();
    server.subscription(
        new Subscription(
            now.timeOfDay(),
            wanted.softwareUpdatePoint() ? SITE_SERVER : now.modifiedBy(),
            now.modified(),
            now.lastSync(),
            !wanted.softwareUpdatePoint(),
            now.anchor(),
            now.deploymentAnchor(),
            now.perDay(),
            now.categoryOnly(),
            categories(wanted.products(), false),
            categories(wanted.classifications(), true)));
  }

  private List<UUID> categories(List<String> titles, boolean classifications) {
    return titles.stream().map(title -> WsusStart.category(feed, title, classifications)).toList();
  }

  private void rule(WsusFile.Rule rule) {
    server
        .rules()
        .add(
            new ApprovalRule(
                FIRST_RULE + server.rules().size(),
                rule.name(),
                rule.enabled(),
                categories(rule.classifications(), true),
                categories(rule.products(), false),
                rule.groups().stream().map(this::named).toList()));
  }

  private void approve(WsusFile.Approved approved) {
    UUID id =
        SensorUpdates.idOf(new Sensor(approved.family(), approved.version(), approved.channel()));
    StoredUpdate update =
        server
            .holdings()
            .update(id)
            .orElseThrow(
                () -> new IllegalArgumentException("no sensor update is here: " + approved));
    RevisionKey latest = update.latest().revision().key();
    workings
        .approving()
        .approve(
            new Approving.Wish(
                latest,
                Approval.INSTALL,
                named(approved.group()),
                Approval.NO_DEADLINE,
                approved.admin(),
                true));
    update.latest().content(ContentState.READY);
  }

  private void generate(int computers) {
    List<TargetGroup> groups =
        server.groups().all().stream()
            .filter(group -> !group.id().equals(Groups.DOWNSTREAM_SERVERS))
            .toList();
    for (int i = 0; i < computers; i++) {
      computer(
          new WsusFile.Machine(
              "srv%05d.lab.example".formatted(i),
              SYSTEMS.get(i % SYSTEMS.size()),
              groups.get(i % groups.size()).name(),
              i % WITHOUT_SENSOR == 0 ? null : "10.8700.25000.1000",
              false));
    }
  }

  private void computer(WsusFile.Machine machine) {
    String id = UUID.nameUUIDFromBytes(machine.name().getBytes(StandardCharsets.UTF_8)).toString();
    Computer computer =
        new Computer(id, machine.name(), machine.os(), Optional.ofNullable(machine.sensor()));
    computer.groups().add(Groups.ALL_COMPUTERS);
    computer.groups().add(named(machine.group()));
    computer.silent(machine.silent());
    server.computers().put(id, computer);
  }
}
