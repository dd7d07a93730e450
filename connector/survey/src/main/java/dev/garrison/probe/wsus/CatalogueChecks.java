package dev.garrison.probe.wsus;

import dev.garrison.catalog.Category;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.Recognition;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorProduct;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.probe.outcome.CheckRun;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.SiteNames;
import dev.garrison.survey.point.ReleaseWords;
import dev.garrison.wsus.model.ApprovalRule;
import dev.garrison.wsus.model.Subscription;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.model.SyncState;
import dev.garrison.wsus.problem.WsusCode;
import dev.garrison.wsus.sensor.SensorCatalogue;
import dev.garrison.wsus.updateserver.UpdateScope;
import dev.garrison.wsus.updateserver.UpdateServer;
import dev.garrison.wsus.updateserver.UpdateServerException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the sensor's updates on a WSUS server, and other sources of approvals. */
final class CatalogueChecks {
  private static final String PRODUCT_CHECK = "product";
  private static final Duration OVERDUE = Duration.ofDays(7);

  /** Limit above which Microsoft's maintenance guide for WSUS sees a problem. */
  private static final int MANY_EXPIRED = 1500;

  /** Built-in group of servers, not of computers. */
  private static final UUID DOWNSTREAM_SERVERS =
      UUID.fromString("d374f42a-9be2-4163-a0fa-3c86a401b7a7");

  private static final Set<UUID> BUILT_IN =
      Set.of(TargetGroup.ALL_COMPUTERS, TargetGroup.UNASSIGNED_COMPUTERS, DOWNSTREAM_SERVERS);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final UpdateServer service;
  private final WsusServer server;
  private final SiteNames names;
  private final InstantSource clock;
  private @Nullable SensorCatalogue catalogue;
  private List<Update> found = List.of();

  CatalogueChecks(UpdateServer service, WsusServer server, SiteNames names, InstantSource clock) {
    this.service = service;
    this.server = server;
    this.names = names;
    this.clock = clock;
  }

  void look(CheckRun ledger, String signIn) {
    ledger
        .check("synchronisation", List.of(signIn), this::synchronisation)
        .check(PRODUCT_CHECK, List.of(signIn), this::product)
        .check("KB" + SensorProduct.KB_ARTICLE, List.of(PRODUCT_CHECK), this::updates)
        .check("groups", List.of(signIn), this::groups)
        .check("rules", List.of(signIn), this::rules)
        .check("health", List.of(signIn), this::health)
        .check("rows", List.of(signIn), this::rows);
  }

  /** Checks the types of the columns: they are not published, and may differ between versions. */
  private Outcome rows() {
    List<Diagnostic> findings = new ArrayList<>();
    try {
      service.downstreamServers(service.configuration().serverId());
      SensorCatalogue known = catalogue;
      if (known != null) {
        known.product().ifPresent(product -> known.approvals(product, found));
      }
    } catch (UpdateServerException unread) {
      findings.addAll(unread.diagnostics());
    }
    if (!service.rows().leftOut().isEmpty()) {
      findings.add(
          Diagnostic.warning(
              WsusCode.ROWS_LEFT_OUT,
              Message.of(
                  "wsus-probe.rows",
                  "server",
                  server.name(),
                  "rows",
                  String.join("; ", service.rows().leftOut()))));
    }
    return Outcome.of(
        Text.verbatim(
            service.rows().types().entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining("\n"))),
        findings);
  }

  private Outcome synchronisation() {
    Subscription subscription = service.subscription();
    subscription.lastModifiedBy().ifPresent(names::knowUser);
    SyncState state = service.syncState();
    Instant now = clock.instant();
    Optional<SyncEvent> last = SyncEvent.latest(service.syncEndings(now.minus(OVERDUE)).stream());
    Text text =
        Text.of(
            "probe-wsus.sync",
            "schedule",
            subscription.isAutomatic()
                ? Text.of("probe-wsus.sync-automatic", "count", subscription.timesPerDay())
                : Text.of("probe-wsus.sync-manual"),
            "last",
            state.isRunning()
                ? Text.of("probe-wsus.sync-running")
                : last.map(this::ending).orElseGet(() -> Text.of("probe-wsus.sync-none")));
    List<Diagnostic> findings = new ArrayList<>();
    if (!state.isRunning() && last.filter(each -> each.id() == SyncEvent.SUCCEEDED).isEmpty()) {
      findings.add(
          Diagnostic.warning(
              WsusCode.SYNCHRONIZATION_OVERDUE,
              Message.of("wsus-probe.sync-overdue", "server", server.name())));
    }
    if (perhapsUpdatePoint(subscription)) {
      findings.add(
          Diagnostic.warning(
              WsusCode.PERHAPS_UPDATE_POINT,
              Message.of("wsus-probe.update-point", "server", server.name())));
    }
    return Outcome.of(text, findings);
  }

  private Text ending(SyncEvent event) {
    String key =
        switch (event.id()) {
          case SyncEvent.SUCCEEDED -> "probe-wsus.sync-succeeded";
          case SyncEvent.FAILED -> "probe-wsus.sync-failed";
          default -> "probe-wsus.sync-canceled";
        };
    return Text.of(key, "time", TIME.format(event.at()));
  }

  private boolean perhapsUpdatePoint(Subscription subscription) {
    return server.owner() == WsusServer.Owner.WSUS
        && !subscription.isAutomatic()
        && subscription.lastModifiedBy().filter(name -> name.endsWith("$")).isPresent();
  }

  private Outcome product() {
    SensorCatalogue known = SensorCatalogue.of(service);
    List<Category> found = known.products();
    if (found.isEmpty()) {
      return failed(
          WsusCode.PRODUCT_NOT_THERE,
          Message.of(
              "wsus-probe.product-unknown",
              "server",
              server.name(),
              "product",
              SensorCatalogue.PRODUCT));
    }
    if (found.size() > 1) {
      return failed(
          WsusCode.PRODUCT_AMBIGUOUS,
          Message.of(
              "wsus-probe.product-ambiguous",
              "server",
              server.name(),
              "count",
              found.size(),
              "product",
              SensorCatalogue.PRODUCT));
    }
    catalogue = known;
    String id = found.getFirst().id().toString();
    if (!service.configuration().syncsFromMicrosoft()) {
      return new Outcome.Passed(Text.of("probe-wsus.product-upstream", "product", id));
    }
    boolean subscribed =
        service.subscribed(false).stream()
            .anyMatch(each -> each.id().equals(found.getFirst().id()));
    return subscribed
        ? new Outcome.Passed(Text.of("probe-wsus.product", "product", id))
        : Outcome.of(
            Text.verbatim(id),
            List.of(
                Diagnostic.warning(
                    WsusCode.PRODUCT_NOT_SUBSCRIBED,
                    Message.of(
                        "wsus-probe.not-subscribed",
                        "server",
                        server.name(),
                        "product",
                        SensorCatalogue.PRODUCT))));
  }

  private static Outcome failed(WsusCode code, Message message) {
    return new Outcome.Failed(List.of(Diagnostic.error(code, message)));
  }

  private Outcome updates() {
    SensorCatalogue known = Objects.requireNonNull(catalogue);
    SensorProduct product = known.product().orElseThrow();
    found = known.updates(product);
    Map<ReleaseLine, SensorVersion> newest = new TreeMap<>();
    List<String> unread = new ArrayList<>();
    int usable = 0;
    for (Update update : found) {
      switch (product.recognise(update)) {
        case Recognition.Unrelated _, Recognition.OtherProduct _ -> {
          // Counted among those found, and nothing more.
        }
        case Recognition.Unparseable _ -> unread.add(update.labels().title());
        case Recognition.Ours(SensorUpdate sensor) -> {
          if (update.standing().isInForce()) {
            usable++;
            newest.merge(sensor.line(), sensor.version(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
          }
        }
      }
    }
    List<Text> text = new ArrayList<>();
    text.add(Text.of("probe-wsus.updates", "count", found.size(), "usable", usable));
    newest.forEach((line, version) ->
        text.add(
            Text.of("probe-wsus.newest", "line", ReleaseWords.named(line), "version", version)));
    return Outcome.of(
        Outcome.lines(text),
        unread.isEmpty()
            ? List.of()
            : List.of(
                Diagnostic.warning(
                    WsusCode.TITLE_NOT_UNDERSTOOD,
                    Message.of(
                        "wsus-probe.titles",
                        "server",
                        server.name(),
                        "count",
                        unread.size(),
                        "title",
                        unread.getFirst()))));
  }

  private Outcome groups() {
    List<TargetGroup> groups = service.groups();
    groups.forEach(group -> {
      if (!BUILT_IN.contains(group.id())) {
        names.know(SiteNames.Kind.GROUP, group.name());
      }
    });
    List<String> own =
        groups.stream()
            .filter(group -> !BUILT_IN.contains(group.id()))
            .map(TargetGroup::name)
            .sorted()
            .toList();
    return new Outcome.Passed(
        own.isEmpty()
            ? Text.of("probe-wsus.no-groups")
            : Text.listed(own.stream().map(Text::verbatim).toList()));
  }

  private Outcome rules() {
    List<ApprovalRule> rules = service.rules();
    List<Diagnostic> findings =
        rules.stream()
            .filter(ApprovalRule::isEnabled)
            .filter(this::covers)
            .map(rule ->
                Diagnostic.warning(
                    WsusCode.RULE_APPROVES_TOO,
                    Message.of(
                        "wsus-probe.rule",
                        "server",
                        server.name(),
                        "rule",
                        rule.name(),
                        "groups",
                        rule.groups(),
                        "product",
                        SensorCatalogue.PRODUCT)))
            .toList();
    long enabled = rules.stream().filter(ApprovalRule::isEnabled).count();
    return Outcome.of(
        rules.isEmpty()
            ? Text.of("probe-wsus.no-rules")
            : Text.of("probe-wsus.rules", "count", rules.size(), "enabled", enabled),
        findings);
  }

  /** Checks whether a rule covers the product; a rule without products covers all. */
  private boolean covers(ApprovalRule rule) {
    return rule.products().isEmpty()
        || rule.products().stream().anyMatch(each -> each.title().equals(SensorCatalogue.PRODUCT));
  }

  private Outcome health() {
    int all = service.count(UpdateScope.ALL);
    int declined = service.count(UpdateScope.DECLINED);
    int expired = service.count(UpdateScope.EXPIRED);
    int failedDownloads = service.failedDownloads();
    List<String> components = service.componentsWithErrors();
    List<Diagnostic> findings = new ArrayList<>();
    if (expired > MANY_EXPIRED) {
      findings.add(
          care(Message.of("wsus-probe.expired", "server", server.name(), "count", expired)));
    }
    if (failedDownloads > 0) {
      findings.add(
          care(
              Message.of(
                  "wsus-probe.downloads", "server", server.name(), "count", failedDownloads)));
    }
    if (!components.isEmpty()) {
      findings.add(
          care(
              Message.of(
                  "wsus-probe.components", "server", server.name(), "components", components)));
    }
    return Outcome.of(
        Text.of("probe-wsus.health", "count", all, "declined", declined, "expired", expired),
        findings);
  }

  private static Diagnostic care(Message message) {
    return Diagnostic.warning(WsusCode.SERVER_NEEDS_CARE, message);
  }
}
