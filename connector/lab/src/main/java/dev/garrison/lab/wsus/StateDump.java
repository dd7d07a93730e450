package dev.garrison.lab.wsus;

import dev.garrison.lab.adminservice.provider.Dump;
import dev.garrison.lab.wsus.catalogue.Texts;
import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.state.ApprovalRule;
import dev.garrison.lab.wsus.state.StoredUpdate;
import dev.garrison.lab.wsus.state.TargetGroup;
import dev.garrison.lab.wsus.work.ServerState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/** Dump of the decisions made on a server; two equal runs have the same dump. */
final class StateDump {
  private final ServerState server;
  private final Dump dump = new Dump();

  StateDump(ServerState server) {
    this.server = server;
  }

  Map<String, List<SortedMap<String, Object>>> sections() {
    server.holdings().updates().forEach(this::update);
    server
        .groups()
        .all()
        .forEach(group ->
            dump.add(
                "groups",
                Map.of(
                    "name", group.name(), "parent", group.parent().map(this::group).orElse(""))));
    server
        .subscription()
        .products()
        .forEach(id -> dump.add("products", Map.of("title", category(id))));
    server
        .subscription()
        .classifications()
        .forEach(id -> dump.add("classifications", Map.of("title", category(id))));
    server.rules().forEach(this::rule);
    server
        .holdings()
        .acceptedEulas()
        .forEach(eula -> dump.add("acceptedLicences", Map.of("id", eula.toString())));
    return dump.sorted();
  }

  private void update(StoredUpdate update) {
    String title = update.latest().revision().texts().english();
    if (update.declined()) {
      dump.add("declined", Map.of("title", title));
      return;
    }
    boolean detected = !update.latest().revision().explicit();
    for (Approval approval : server.approvals().of(update.id())) {
      if (approval.action() == Approval.DETECT) {
        detected = true;
      } else if (approval.action() != Approval.BUNDLE) {
        dump.add(
            "approvals",
            Map.of(
                "update", title,
                "revision", approval.revision().number(),
                "group", group(approval.group()),
                "action", approval.action(),
                "admin", approval.admin(),
                "assigned", approval.assigned(),
                "deadline",
                    approval.deadline().equals(Approval.NO_DEADLINE)
                        ? "none"
                        : approval.deadline().toString()));
      }
    }
    if (!detected) {
      dump.add("notDetected", Map.of("title", title));
    }
  }

  private void rule(ApprovalRule rule) {
    dump.add("rules", Map.of("name", rule.name(), "enabled", rule.enabled()));
  }

  private String group(UUID id) {
    return server.groups().find(id).map(TargetGroup::name).orElse(id.toString());
  }

  private String category(UUID id) {
    return Optional.of(id)
        .flatMap(server.holdings()::category)
        .map(kept -> kept.category().texts())
        .map(Texts::english)
        .orElse(id.toString());
  }
}
