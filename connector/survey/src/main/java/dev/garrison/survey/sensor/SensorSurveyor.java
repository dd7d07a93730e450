package dev.garrison.survey.sensor;

import dev.garrison.catalog.Supersedence;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.approvalpolicy.Selection;
import dev.garrison.catalog.approvalpolicy.SelectionPolicy;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorProduct;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.approval.ApprovalOwnership;
import dev.garrison.wsus.decline.DeclineExaminer;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.ApprovalRule;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.StateCount;
import dev.garrison.wsus.problem.OtherServer;
import dev.garrison.wsus.problem.SensorProblems;
import dev.garrison.wsus.sensor.SensorCatalogue;
import dev.garrison.wsus.sensor.SensorStock;
import dev.garrison.wsus.sensor.SensorStocks;
import dev.garrison.wsus.servers.Discovery;
import dev.garrison.wsus.servers.UpdateServerPool;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads all update servers in parallel. A failure on one does not affect the others. */
public final class SensorSurveyor {
  private final UpdateServerPool pool;
  private final SensorStocks stocks;
  private final ApprovalOwnership ownership;

  /**
   * @param stocks keeps the readings for the writers
   */
  public SensorSurveyor(UpdateServerPool pool, SensorStocks stocks, ApprovalOwnership ownership) {
    this.pool = pool;
    this.stocks = stocks;
    this.ownership = ownership;
  }

  /**
   * Reads servers in the manifest's order, then those found below them. Writes nothing.
   *
   * @param asOf the time for which it is judged whether an update is still needed
   */
  public List<UpdateServerFacts> survey(SensorUpdateSection wanted, Instant asOf) {
    Map<WsusServer, RefusalException> unread =
        new ConcurrentHashMap<>(new Discovery(pool).find().unread());
    List<UpdateServerFacts> facts =
        List.copyOf(
            pool.each(
                    pool.serversWith(unread.keySet()),
                    server -> facts(server, wanted, asOf, unread))
                .values());
    pool.unread(unread);
    return facts;
  }

  /** Remarks of the last survey on the servers' clocks and rows, for the administrator. */
  public List<String> serverRemarks() {
    return pool.servers().stream()
        .filter(server -> pool.unread(server.name()).isEmpty())
        .map(pool::of)
        .flatMap(server -> Stream.concat(server.clock().remark().stream(), leftOut(server)))
        .toList();
  }

  private static Stream<String> leftOut(UpdateServer server) {
    return server.rows().leftOut().stream()
        .map(why -> Text.of("sensor-survey.rows", "server", server.name(), "rows", why).toString());
  }

  private UpdateServerFacts facts(
      WsusServer named,
      SensorUpdateSection wanted,
      Instant asOf,
      Map<WsusServer, RefusalException> unread) {
    try {
      RefusalException before = unread.get(named);
      if (before != null) {
        throw before;
      }
      return known(named, pool.of(named), wanted, asOf);
    } catch (RefusalException refusal) {
      unread.put(named, refusal);
      return new UpdateServerFacts.Unknown(named, refusal.diagnostics().getFirst());
    }
  }

  private UpdateServerFacts known(
      WsusServer named, UpdateServer server, SensorUpdateSection wanted, Instant asOf) {
    ServerConfiguration configuration = server.configuration();
    OtherServer.refuse(named, configuration);
    String version = server.version();
    SensorStock stock = stocks.read(named, server);
    SortedMap<ReleaseLine, Choice> choices =
        stock
            .product()
            .map(product -> choices(product, server, stock, wanted))
            .orElseGet(TreeMap::new);
    List<ApprovalRule> rules = server.rules();
    boolean isExamined =
        named.owner() == WsusServer.Owner.WSUS
            && (!configuration.isReplica()
                || wanted.decline() == SensorUpdateSection.Decline.DECLINE);
    return new UpdateServerFacts.Known(
        named,
        version,
        configuration,
        rules,
        stock,
        choices,
        pool.hides(named),
        ownership.ours(named, stock),
        counts(server, stock, choices, wanted),
        isExamined ? new DeclineExaminer(wanted).examine(server, stock, rules, asOf) : List.of());
  }

  /**
   * Selects the current update of each family and channel. The server marks superseded updates; it
   * is asked which updates supersede the current one. That costs one request for each family and
   * channel, and no document is read.
   */
  private static SortedMap<ReleaseLine, Choice> choices(
      SensorProduct product, UpdateServer server, SensorStock stock, SensorUpdateSection wanted) {
    SortedMap<ReleaseLine, Choice> first =
        select(product, server, stock, Supersedence.NONE_KNOWN, wanted);
    Map<UUID, Set<UUID>> named = new HashMap<>();
    for (Choice choice : first.values()) {
      SensorStock.current(choice)
          .ifPresent(sensor -> {
            for (Update newer : superseding(product, server, sensor)) {
              named
                  .computeIfAbsent(newer.identity().updateId(), _ -> new TreeSet<>())
                  .add(sensor.id());
            }
          });
    }
    return named.isEmpty() ? first : select(product, server, stock, Supersedence.of(named), wanted);
  }

  private static List<Update> superseding(
      SensorProduct product, UpdateServer server, SensorUpdate sensor) {
    return server
        .superseding(sensor.update().identity())
        .describedBy(product.kbArticle(), List.of());
  }

  private static SortedMap<ReleaseLine, Choice> select(
      SensorProduct product,
      UpdateServer server,
      SensorStock stock,
      Supersedence supersedence,
      SensorUpdateSection wanted) {
    SelectionPolicy policy =
        new SelectionPolicy(
            product, wanted.releases(), SensorCatalogue.MOST_UPDATES, wanted.acceptLicence());
    return switch (policy.select(stock.updates(), supersedence)) {
      case Selection.TooMany(int found, int most) ->
          throw new RefusalException(SensorProblems.tooMany(server.name(), found, most));
      case Selection.Decided decided -> decided.choices();
    };
  }

  /**
   * Reads the counts for the current update, and for the newest one that is approved for any group.
   */
  private static Map<UUID, List<StateCount>> counts(
      UpdateServer server,
      SensorStock stock,
      SortedMap<ReleaseLine, Choice> choices,
      SensorUpdateSection wanted) {
    Set<UUID> approved =
        stock.approvals().stream()
            .filter(approval -> approval.action() == Approval.INSTALL)
            .map(approval -> approval.update().updateId())
            .collect(Collectors.toSet());
    Set<UUID> asked =
        Stream.concat(
                choices.values().stream().flatMap(choice -> SensorStock.current(choice).stream()),
                wanted.releases().stream().flatMap(line -> newest(stock, line, approved).stream()))
            .map(SensorUpdate::id)
            .collect(Collectors.toSet());
    Map<UUID, List<StateCount>> counts = new HashMap<>();
    asked.stream().sorted().forEach(id -> counts.put(id, server.counts(id)));
    return counts;
  }

  private static Optional<SensorUpdate> newest(
      SensorStock stock, ReleaseLine line, Set<UUID> approved) {
    return stock.sensors().stream()
        .filter(sensor -> sensor.line().equals(line) && approved.contains(sensor.id()))
        .max(Comparator.comparing(SensorUpdate::version));
  }
}
