package dev.garrison.lab.wsus.operation;

import dev.garrison.lab.wsus.row.ObjectRows;
import dev.garrison.lab.wsus.soap.Arguments;
import dev.garrison.lab.wsus.soap.Cell;
import dev.garrison.lab.wsus.soap.ResultWriter;
import dev.garrison.lab.wsus.soap.Row;
import dev.garrison.lab.wsus.soap.ServerFault;
import dev.garrison.lab.wsus.state.ApprovalRule;
import dev.garrison.lab.wsus.state.Subscription;
import dev.garrison.lab.wsus.state.SyncEvent;
import dev.garrison.lab.wsus.work.ServerState;
import dev.garrison.lab.wsus.work.Synchronisation;
import dev.garrison.lab.wsus.work.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Operations on the subscription, synchronization, its history, and approval rules. */
final class SubscriptionOperations {
  private static final int OTHER_NUMBER_OF_CANCELLED = 385;
  private final ServerState server;
  private final Synchronisation synchronisation;

  SubscriptionOperations(Workings workings) {
    this.server = workings.state();
    this.synchronisation = workings.synchronisation();
  }

  List<Operation> all() {
    return List.of(
        Operation.read(
            "GetSubscription", "the row, without the lists", Sources.WSDL, given -> row()),
        Operation.read(
            "GetSubscriptionCategories",
            "products, or classifications",
            Sources.WSDL,
            this::categories),
        Operation.read(
            "GetSubscriptionState",
            "1 not running, 2 requested, 3 working, 4 failed",
            Sources.CLIENT,
            given ->
                ServerOperations.number(
                    "GetSubscriptionStateResult", synchronisation.state().number())),
        Operation.read(
            "GetServerSyncProgress",
            "total, processed, phase; the order of the first two is inferred",
            Sources.ASSEMBLY_RUN,
            given -> progress()),
        Operation.read(
            "GetSubscriptionNextSynchronizationTime",
            "a day after the last one, or now plus a day",
            Sources.OURS,
            given -> next()),
        Operation.read(
            "ExecuteSPSearchEventHistory",
            "synchronization events between both spellings of the times",
            Sources.WSDL,
            this::history),
        Operation.read(
            "GetAutomaticUpdateApprovalRules",
            "all rules with their categories and groups",
            Sources.WSDL,
            this::rules),
        Operation.write(
            "SetSubscription",
            "replaces the row and both lists; refused on a downstream server and while"
                + " a synchronization runs; a missing list is refused (inferred)",
            Sources.documented("ISubscription.Save, SetUpdateCategories"),
            this::save),
        Operation.write(
            "StartSubscriptionManually",
            "starts a synchronization and returns immediately",
            Sources.CLIENT,
            given -> {
              synchronisation.start();
              return Operation.NOTHING;
            }));
  }

  private ResultWriter.Part row() {
    Subscription own = server.subscription();
    Map<String, Cell> fields = new HashMap<>();
    fields.put("synchronizeAutomaticallyTimeOfDay", Cell.large(own.timeOfDay()));
    fields.put("LastModifiedBy", Cell.text(own.modifiedBy()));
    fields.put("LastModifiedTime", Cell.time(own.modified()));
    fields.put("LastSynchronizationTime", Cell.time(own.lastSync()));
    fields.put("SynchronizeAutomatically", Cell.flag(own.automatic()));
    own.anchor().ifPresent(anchor -> fields.put("Anchor", Cell.text(anchor)));
    own.deploymentAnchor().ifPresent(a -> fields.put("DeploymentAnchor", Cell.text(a)));
    fields.put("NumberOfSynchronizationsPerDay", Cell.number(own.perDay()));
    fields.put("IsCategoryOnly", Cell.flag(own.categoryOnly()));
    return out -> out.complex("GetSubscriptionResult", "SubscriptionTableRow", fields);
  }

  private ResultWriter.Part categories(Arguments given) {
    String culture = given.text("preferredCulture").orElse("");
    List<UUID> ids =
        given.flag("retrieveUpdateClassifications")
            ? server.subscription().classifications()
            : server.subscription().products();
    List<Row> rows = categoryRows(ids, culture);
    return out -> out.rows("GetSubscriptionCategoriesResult", rows.stream());
  }

  private List<Row> categoryRows(List<UUID> ids, String culture) {
    return ids.stream()
        .map(server.holdings()::category)
        .flatMap(Optional::stream)
        .map(kept -> ObjectRows.of(kept, server, culture))
        .toList();
  }

  private ResultWriter.Part progress() {
    Synchronisation.Progress now = synchronisation.progress();
    Row row =
        Row.of(Cell.number(now.total()), Cell.number(now.processed()), Cell.number(now.phase()));
    return out -> out.rows("GetServerSyncProgressResult", Stream.of(row));
  }

  private ResultWriter.Part next() {
    Instant last = server.subscription().lastSync();
    Instant from = last.equals(Subscription.NEVER) ? server.now() : last;
    Cell time = Cell.time(from.plus(Duration.ofDays(1)));
    return out -> out.value("GetSubscriptionNextSynchronizationTimeResult", time);
  }

  private ResultWriter.Part history(Arguments given) {
    Arguments filter =
        given
            .nested("eventHistoryFilter")
            .orElseThrow(() ->
                ServerFault.argument(
                    "ArgumentNullException",
                    "Value cannot be null. Parameter name: eventHistoryFilter"));
    Instant from = SqlTime.later(filter, "fromTimeAtServer", "FromTimeAtServer");
    Instant to = SqlTime.earlier(filter, "toTimeAtServer", "ToTimeAtServer");
    Instant fromTarget = SqlTime.later(filter, "fromTimeAtTarget", "FromTimeAtTarget");
    Instant toTarget = SqlTime.earlier(filter, "toTimeAtTarget", "ToTimeAtTarget");
    List<Arguments> ids = filter.items("eventIdFilter");
    List<SyncEvent> events =
        server.history().stream()
            .filter(event -> !event.at().isBefore(from) && !event.at().isAfter(to))
            .filter(event -> !event.at().isBefore(fromTarget) && !event.at().isAfter(toTarget))
            .filter(event -> ids.isEmpty() || ids.stream().anyMatch(id -> asked(id, event)))
            .toList();
    return out ->
        out.element(
            "ExecuteSPSearchEventHistoryResult",
            list -> {
              for (SyncEvent event : events) {
                list.complex(
                    "EventHistoryTableRow", "EventHistoryTableRow", fields(event), lists(event));
              }
            });
  }

  private boolean asked(Arguments id, SyncEvent event) {
    return id.integer("NamespaceId") == 2 && id.integer("EventId") == number(event);
  }

  private int number(SyncEvent event) {
    return event.number() == SyncEvent.CANCELLED && server.quirks().is(Variant.CANCELLED_AS_385)
        ? OTHER_NUMBER_OF_CANCELLED
        : event.number();
  }

  private Map<String, Cell> fields(SyncEvent event) {
    Map<String, Cell> fields = new HashMap<>();
    fields.put("EventInstanceId", Cell.guid(event.id()));
    fields.put("EventId", Cell.small(number(event)));
    fields.put("NamespaceId", Cell.number(2));
    fields.put("SourceId", Cell.small(1));
    fields.put("TimeAtTarget", Cell.time(event.at()));
    fields.put("TimeAtServer", Cell.time(event.at()));
    fields.put("StateId", Cell.number(event.state()));
    fields.put("SeverityId", Cell.number(event.severity()));
    fields.put("MessageTemplate", Cell.text(event.text()));
    return fields;
  }

  private static Map<String, List<String>> lists(SyncEvent event) {
    return Map.of("MiscData", event.data(), "ReplacementStrings", event.replacements());
  }

  private ResultWriter.Part rules(Arguments given) {
    String culture = given.text("preferredCulture").orElse("");
    record Seen(ApprovalRule rule, List<Row> classes, List<Row> products, List<Row> groups) {}
    List<Seen> rules =
        server.rules().stream()
            .map(rule ->
                new Seen(
                    rule,
                    categoryRows(rule.classifications(), culture),
                    categoryRows(rule.products(), culture),
                    rule.groups().stream()
                        .map(server.groups()::find)
                        .flatMap(Optional::stream)
                        .map(group -> ObjectRows.ofRule(group, server.quirks()))
                        .toList()))
            .toList();
    return out ->
        out.element(
            "GetAutomaticUpdateApprovalRulesResult",
            list -> {
              for (Seen seen : rules) {
                list.element(
                    "CompleteAutomaticUpdateApprovalRule",
                    each -> {
                      each.complex(
                          "RuleRow", "AutomaticUpdateApprovalRuleTableRow", ruleRow(seen.rule()));
                      each.rows("UpdateClassificationTableRows", seen.classes().stream());
                      each.rows("CategoryTableRows", seen.products().stream());
                      each.rows("TargetGroupTableRows", seen.groups().stream());
                    });
              }
            });
  }

  private Map<String, Cell> ruleRow(ApprovalRule rule) {
    return Map.of(
        "Id", Cell.number(rule.id()),
        "Enabled", Cell.flag(rule.enabled()),
        "Action", Cell.number(server.quirks().is(Variant.RULE_ACTION_THREE) ? 3 : 0),
        "Name", Cell.text(rule.name()));
  }

  private ResultWriter.Part save(Arguments given) {
    if (server.quirks().is(Variant.IGNORES_SUBSCRIPTION)) {
      return Operation.NOTHING;
    }
    server.refuseOnReplica();
    Arguments row = required(given, "subscription");
    List<UUID> products = guids(given, "categoryIds");
    List<UUID> classifications = guids(given, "updateClassificationIds");
    synchronisation.save(
        new Subscription(
            row.number("synchronizeAutomaticallyTimeOfDay"),
            given.text("userName").orElse(""),
            server.now(),
            row.time("LastSynchronizationTime"),
            row.flag("SynchronizeAutomatically"),
            row.text("Anchor"),
            row.text("DeploymentAnchor"),
            row.integer("NumberOfSynchronizationsPerDay"),
            row.flag("IsCategoryOnly"),
            products,
            classifications));
    return Operation.NOTHING;
  }

  private static Arguments required(Arguments given, String name) {
    return given
        .nested(name)
        .orElseThrow(() ->
            ServerFault.argument(
                "ArgumentNullException", "Value cannot be null. Parameter name: " + name));
  }

  private static List<UUID> guids(Arguments given, String name) {
    required(given, name);
    return given.values(name).stream().map(UUID::fromString).toList();
  }
}
