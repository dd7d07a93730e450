package dev.garrison.wsus.status;

import dev.garrison.catalog.Supersedence;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.approvalpolicy.Selection;
import dev.garrison.catalog.approvalpolicy.SelectionPolicy;
import dev.garrison.catalog.group.GroupTree;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.Recognition;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorProduct;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.StateCount;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.problem.OtherServer;
import dev.garrison.wsus.problem.SensorProblems;
import dev.garrison.wsus.sensor.Contradictions;
import dev.garrison.wsus.sensor.KnownProduct;
import dev.garrison.wsus.sensor.SensorCatalogue;
import dev.garrison.wsus.sensor.SensorStocks;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/** Reads the status of one server. No changes are made. */
final class StandingReader {
  private static final Duration A_MONTH = Duration.ofDays(31);

  /** Kinds of updates for Microsoft Defender Antivirus, by article. */
  private static final Map<String, Text> NEIGHBOURS =
      new TreeMap<>(
          Map.of(
              "4052623", Text.of("wsus-neighbor.platform"),
              "2267602", Text.of("wsus-neighbor.intelligence")));

  private final WsusServer named;
  private final UpdateServer server;
  private final InstantSource clock;
  private final Predicate<ReleaseLine> wanted;

  /**
   * @param wanted families and channels that should be approved there
   */
  StandingReader(
      WsusServer named, UpdateServer server, InstantSource clock, Predicate<ReleaseLine> wanted) {
    this.named = named;
    this.server = server;
    this.clock = clock;
    this.wanted = wanted;
  }

  /**
   * Reads the status.
   *
   * @throws RefusalException if the server cannot be used
   */
  ServerStanding read() {
    ServerConfiguration configuration = server.configuration();
    OtherServer.refuse(named, configuration);
    String version = server.version();
    List<SyncEvent> endings = server.syncEndings(clock.instant().minus(A_MONTH));
    SensorCatalogue catalogue = SensorCatalogue.of(server);
    SensorProduct product = KnownProduct.of(catalogue, server.name());
    GroupTree tree = SensorStocks.tree(server);
    List<Update> updates = catalogue.updates(product);
    List<Approval> approvals = catalogue.approvals(product, updates);
    List<NeighbourStanding> neighbours = new ArrayList<>();
    NEIGHBOURS.forEach(
        (article, what) -> neighbours.add(neighbour(catalogue, article, what.toString(), tree)));
    return new ServerStanding.Reached(
        named,
        version,
        configuration.syncsFromMicrosoft()
            ? Optional.empty()
            : Optional.of(configuration.upstream()).filter(name -> !name.isEmpty()),
        configuration.isReplica(),
        SyncEvent.lastSuccess(endings),
        SyncEvent.lastFailure(endings),
        lines(product, updates, new Decisions(tree, approvals)),
        unread(product, updates),
        List.copyOf(server.rows().leftOut()),
        Contradictions.in(updates, approvals).warnings(named.name()),
        neighbours);
  }

  private List<LineStanding> lines(
      SensorProduct product, List<Update> updates, Decisions decisions) {
    SortedMap<ReleaseLine, List<SensorUpdate>> members = new TreeMap<>();
    for (Update update : updates) {
      if (product.recognise(update) instanceof Recognition.Ours(SensorUpdate sensor)
          && update.standing().isInForce()) {
        members.computeIfAbsent(sensor.line(), _ -> new ArrayList<>()).add(sensor);
      }
    }
    Selection selection =
        new SelectionPolicy(
                product, new TreeSet<>(members.keySet()), SensorCatalogue.MOST_UPDATES, false)
            .select(updates, Supersedence.NONE_KNOWN);
    return switch (selection) {
      case Selection.TooMany(int found, int most) ->
          throw new RefusalException(SensorProblems.tooMany(server.name(), found, most));
      case Selection.Decided decided ->
          decided.choices().entrySet().stream()
              .map(entry ->
                  line(
                      entry.getKey(),
                      entry.getValue(),
                      members.getOrDefault(entry.getKey(), List.of()),
                      decisions))
              .toList();
    };
  }

  private LineStanding line(
      ReleaseLine line, Choice choice, List<SensorUpdate> members, Decisions decisions) {
    LineStanding bare = new LineStanding(line, choice, List.of());
    return bare.current()
        .map(sensor -> new LineStanding(line, choice, groups(sensor, members, decisions)))
        .orElse(bare);
  }

  private List<GroupStanding> groups(
      SensorUpdate current, List<SensorUpdate> members, Decisions decisions) {
    Map<UUID, Counts> counts = new TreeMap<>();
    for (StateCount row : server.counts(current.id())) {
      counts.put(row.group(), counts.getOrDefault(row.group(), Counts.NONE).and(row));
    }
    List<GroupStanding> standings = new ArrayList<>();
    for (TargetGroup group : decisions.tree().groups()) {
      Optional<Approval> decision = decisions.on(current, group);
      boolean isOwn = decision.filter(approval -> approval.group().equals(group.id())).isPresent();
      Counts known = counts.getOrDefault(group.id(), Counts.NONE);
      Optional<SensorVersion> older =
          decision.isPresent() ? Optional.empty() : decisions.newestApproved(members, group);
      if (known.computers() > 0 || isOwn) {
        standings.add(
            new GroupStanding(
                group,
                decision,
                decision.isPresent() && !isOwn,
                older,
                known,
                decision.isEmpty()
                    && older.isEmpty()
                    && known.needed() > 0
                    && !group.id().equals(TargetGroup.ALL_COMPUTERS)
                    && wanted.test(current.line())));
      }
    }
    standings.sort(Comparator.comparing(standing -> standing.group().name()));
    return standings;
  }

  private static List<String> unread(SensorProduct product, List<Update> updates) {
    return updates.stream()
        .filter(update -> product.recognise(update) instanceof Recognition.Unparseable)
        .map(update -> update.labels().title())
        .distinct()
        .sorted()
        .toList();
  }

  private NeighbourStanding neighbour(
      SensorCatalogue catalogue, String article, String what, GroupTree tree) {
    Optional<Update> newest =
        catalogue.others(article).stream()
            .filter(update -> update.standing().isInForce())
            .max(Comparator.comparing(update -> update.standing().created()));
    List<String> approved =
        newest
            .map(update ->
                server.approvals(update.identity()).stream()
                    .filter(approval -> approval.action() == Approval.INSTALL)
                    .map(approval ->
                        tree.find(approval.group())
                            .map(TargetGroup::name)
                            .orElse(approval.group().toString()))
                    .sorted()
                    .toList())
            .orElse(List.of());
    return new NeighbourStanding(article, what, newest, approved);
  }
}
