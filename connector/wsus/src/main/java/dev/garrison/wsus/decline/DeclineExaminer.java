package dev.garrison.wsus.decline;

import dev.garrison.catalog.Supersedence;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.declinepolicy.ComputerReport;
import dev.garrison.catalog.declinepolicy.DeclinePolicy;
import dev.garrison.catalog.declinepolicy.DeclineVerdict;
import dev.garrison.catalog.declinepolicy.InstallationState;
import dev.garrison.catalog.declinepolicy.KeepReason;
import dev.garrison.catalog.declinepolicy.Situation;
import dev.garrison.catalog.group.ApprovalAction;
import dev.garrison.catalog.group.GroupTree;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.SensorProduct;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.ApprovalRule;
import dev.garrison.wsus.model.ComputerRows;
import dev.garrison.wsus.sensor.SensorStock;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Checks whether superseded updates of the sensor may be declined on one server. All evidence is
 * read again: supersedence, approvals, and the reports of all computers. Only reads.
 */
public final class DeclineExaminer {
  /**
   * Maximum number of updates that are examined, because each needs requests of its own. The others
   * follow when the older ones are declined.
   */
  private static final int MOST_EXAMINED = 12;

  private final SensorUpdateSection section;

  public DeclineExaminer(SensorUpdateSection section) {
    this.section = section;
  }

  /**
   * Update with the verdict on its decline.
   *
   * @param anybody whether the server has any computer that could need it
   */
  public record Examined(SensorUpdate sensor, DeclineVerdict verdict, boolean anybody) {}

  /** Examines the oldest superseded updates that are not declined yet. */
  public List<Examined> examine(
      UpdateServer server, SensorStock stock, List<ApprovalRule> rules, Instant now) {
    List<SensorUpdate> candidates = candidates(stock).stream().limit(MOST_EXAMINED).toList();
    return candidates.isEmpty() ? List.of() : judged(server, stock, rules, candidates, now);
  }

  /** Examines one update; empty if it is no longer superseded, or already declined. */
  Optional<Examined> examine(UpdateServer server, SensorStock stock, UUID update, Instant now) {
    List<SensorUpdate> candidates =
        candidates(stock).stream().filter(sensor -> sensor.id().equals(update)).toList();
    return candidates.isEmpty()
        ? Optional.empty()
        : judged(server, stock, server.rules(), candidates, now).stream().findFirst();
  }

  private List<SensorUpdate> candidates(SensorStock stock) {
    return stock.sensors().stream()
        .filter(sensor -> section.releases().contains(sensor.line()))
        .filter(sensor -> sensor.update().standing().superseded())
        .filter(sensor -> sensor.update().standing().latestRevision())
        .filter(sensor -> !sensor.update().standing().declined())
        .sorted(SensorUpdate.ORDER)
        .toList();
  }

  private List<Examined> judged(
      UpdateServer server,
      SensorStock stock,
      List<ApprovalRule> rules,
      List<SensorUpdate> candidates,
      Instant now) {
    SensorProduct product = stock.product().orElseThrow();
    Optional<ApprovalRule> rule =
        rules.stream()
            .filter(ApprovalRule::isEnabled)
            .filter(each -> each.covers(product.product()))
            .findFirst();
    Optional<String> doubt =
        rule.map(each -> Text.of("wsus-decline.rule", "rule", each.name()).toString())
            .or(() -> stock.contradictions().any());
    if (doubt.isPresent()) {
      DeclineVerdict keep =
          new DeclineVerdict.Keep(KeepReason.SUPERSEDER_NOT_APPROVED, doubt.get());
      return candidates.stream().map(sensor -> new Examined(sensor, keep, true)).toList();
    }
    Situation situation = situation(server, stock, candidates);
    DeclinePolicy policy = new DeclinePolicy(product, section.releases(), section.declineAfter());
    return candidates.stream()
        .map(sensor ->
            new Examined(
                sensor,
                policy.judge(sensor.update(), situation, now),
                !situation.computers().isEmpty()))
        .toList();
  }

  private Situation situation(
      UpdateServer server, SensorStock stock, List<SensorUpdate> candidates) {
    SensorProduct product = stock.product().orElseThrow();
    Map<UUID, Set<UUID>> named = new HashMap<>();
    Set<UUID> concerned = new TreeSet<>();
    for (SensorUpdate sensor : candidates) {
      concerned.add(sensor.id());
      for (Update newer :
          server
              .superseding(sensor.update().identity())
              .describedBy(product.kbArticle(), List.of())) {
        UUID id = newer.identity().updateId();
        if (isHeld(stock, id)) {
          continue;
        }
        named.computeIfAbsent(id, _ -> new TreeSet<>()).add(sensor.id());
        concerned.add(id);
      }
    }
    return new Situation(
        stock.updates(),
        Supersedence.of(named),
        stock.tree(),
        approvals(stock),
        reports(server, stock.tree(), concerned));
  }

  /**
   * Checks for a held version. A held update is not installed for long, and so replaces no other.
   */
  private boolean isHeld(SensorStock stock, UUID id) {
    return stock.sensor(id).flatMap(sensor -> section.held(sensor.version())).isPresent();
  }

  /** Approvals of the latest revision of each update. */
  private static Map<UUID, List<dev.garrison.catalog.group.Approval>> approvals(SensorStock stock) {
    Map<UUID, Integer> latest = new HashMap<>();
    stock
        .updates()
        .forEach(update ->
            latest.merge(
                update.identity().updateId(), update.identity().revisionNumber(), Math::max));
    return stock.approvals().stream()
        .filter(approval ->
            Integer.valueOf(approval.update().revisionNumber())
                .equals(latest.get(approval.update().updateId())))
        .filter(approval -> stock.tree().find(approval.group()).isPresent())
        .collect(
            Collectors.groupingBy(
                approval -> approval.update().updateId(),
                Collectors.mapping(DeclineExaminer::seen, Collectors.toList())));
  }

  private static dev.garrison.catalog.group.Approval seen(Approval approval) {
    return new dev.garrison.catalog.group.Approval(
        approval.group(),
        ApprovalAction.ofNumber(approval.action()),
        approval.isAssigned(),
        approval.time());
  }

  private static List<ComputerReport> reports(
      UpdateServer server, GroupTree tree, Set<UUID> updates) {
    Map<String, Set<UUID>> groups = new LinkedHashMap<>();
    for (ComputerRows.Membership each : server.memberships(TargetGroup.ALL_COMPUTERS)) {
      groups.computeIfAbsent(each.computer(), _ -> new HashSet<>()).add(each.group());
    }
    Map<String, Map<UUID, InstallationState>> states = new HashMap<>();
    for (UUID update : updates) {
      for (ComputerRows.State each : server.states(update, TargetGroup.ALL_COMPUTERS)) {
        states
            .computeIfAbsent(each.computer(), _ -> new HashMap<>())
            .put(update, InstallationState.ofNumber(each.state()));
      }
    }
    return groups.entrySet().stream()
        .map(each -> report(each.getKey(), each.getValue(), tree, states))
        .toList();
  }

  /** Report of one computer; one in a group that was created meanwhile counts as not reporting. */
  private static ComputerReport report(
      String computer,
      Set<UUID> groups,
      GroupTree tree,
      Map<String, Map<UUID, InstallationState>> states) {
    Set<UUID> known =
        groups.stream().filter(group -> tree.find(group).isPresent()).collect(Collectors.toSet());
    return new ComputerReport(
        computer,
        known.isEmpty() ? Set.of(TargetGroup.ALL_COMPUTERS) : known,
        known.size() == groups.size() ? states.getOrDefault(computer, Map.of()) : Map.of());
  }
}
