package dev.garrison.wsus.updateserver;

import dev.garrison.catalog.Category;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.connection.ServerClock;
import dev.garrison.connection.resilience.ServerCounts;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.ApprovalRule;
import dev.garrison.wsus.model.CatalogueRows;
import dev.garrison.wsus.model.Columns;
import dev.garrison.wsus.model.ComputerRows;
import dev.garrison.wsus.model.DownstreamServer;
import dev.garrison.wsus.model.FoundUpdates;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.StateCount;
import dev.garrison.wsus.model.Subscription;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.model.SyncProgress;
import dev.garrison.wsus.model.SyncState;
import dev.garrison.wsus.model.UserRole;
import dev.garrison.wsus.soap.AnswerXml;
import dev.garrison.wsus.soap.Contract;
import dev.garrison.wsus.soap.ResultXml;
import dev.garrison.wsus.soap.RowsSeen;
import dev.garrison.wsus.soap.SoapFormatException;
import dev.garrison.wsus.soap.SoapRequest;
import dev.garrison.wsus.soap.SoapValue;
import dev.garrison.wsus.soap.SoapValue.Guid;
import dev.garrison.wsus.soap.SoapValue.Text;
import dev.garrison.wsus.soap.SoapValue.Time;
import dev.garrison.wsus.soap.SoapValue.Truth;
import dev.garrison.wsus.soap.SoapValue.Whole;
import dev.garrison.wsus.soap.WsdlXml;
import dev.garrison.xml.HardenedXml;
import dev.garrison.xml.XmlElement;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** WSUS server over its administration web service. Safe for use by several threads. */
public final class SoapUpdateServer implements UpdateServer {
  private final SoapExchange exchange;
  private final Contract contract;

  public SoapUpdateServer(
      UpdateServerSettings settings, Contract contract, HardenedXml xml, Tempo tempo) {
    this.exchange = new SoapExchange(settings, xml, tempo);
    this.contract = contract;
  }

  @Override
  public String name() {
    return exchange.name();
  }

  @Override
  public ServerClock clock() {
    return exchange.clock();
  }

  @Override
  public RowsSeen rows() {
    return exchange.rows();
  }

  @Override
  public String version() {
    return required("GetServerVersion", Map.of(), ResultXml::text);
  }

  @Override
  public String protocolVersion() {
    return required("GetServerProtocolVersion", Map.of(), ResultXml::text);
  }

  @Override
  public UserRole role() {
    return required("GetCurrentUserRole", Map.of(), result -> UserRole.of(result.number()));
  }

  @Override
  public ServerConfiguration configuration() {
    return required(
        "ExecuteSPGetConfiguration", Map.of(), result -> ServerConfiguration.of(result.tree()));
  }

  @Override
  public WsdlXml description() {
    return exchange.description();
  }

  @Override
  public List<String> componentsWithErrors() {
    return list(
        "ExecuteSPGetComponentsWithErrors",
        Map.of(),
        result -> result.tree().children().stream().map(XmlElement::text).toList());
  }

  @Override
  public int failedDownloads() {
    return required("ExecuteSPGetFailedToDownloadUpdatesCount", Map.of(), ResultXml::number);
  }

  @Override
  public List<DownstreamServer> downstreamServers(UUID serverId) {
    return list(
        "ExecuteSPGetAllDownstreamServers",
        Map.of(
            "parentServerId",
            new Guid(SoapArguments.ASKED_SERVER),
            "includeNestedChildren",
            new Truth(true)),
        result -> result.rows(Columns.Downstream.class, row -> DownstreamServer.of(row, serverId)));
  }

  @Override
  public Subscription subscription() {
    return required("GetSubscription", Map.of(), result -> Subscription.of(result.tree()));
  }

  @Override
  public List<Category> subscribed(boolean classifications) {
    return list(
        "GetSubscriptionCategories",
        Map.of(
            "preferredCulture", new Text(SoapArguments.CULTURE),
            "retrieveUpdateClassifications", new Truth(classifications)),
        CatalogueRows::understood);
  }

  @Override
  public List<UUID> subscribedIds(boolean classifications) {
    return list(
        "GetSubscriptionCategories",
        Map.of(
            "preferredCulture", new Text(SoapArguments.CULTURE),
            "retrieveUpdateClassifications", new Truth(classifications)),
        result -> result.rows(Columns.Category.class, row -> row.id(Columns.Category.CATEGORY_ID)));
  }

  @Override
  public List<Category> categories(boolean classifications) {
    return list(
        "ExecuteSPGetCategories",
        Map.of(
            "preferredCulture",
            new Text(SoapArguments.CULTURE),
            "retrieveUpdateClassifications",
            new Truth(classifications),
            "fromSyncDate",
            Time.of(SoapArguments.BEGINNING),
            "toSyncDate",
            Time.of(SoapArguments.END)),
        CatalogueRows::understood);
  }

  @Override
  public SyncState syncState() {
    return SyncState.of(required("GetSubscriptionState", Map.of(), ResultXml::number));
  }

  @Override
  public List<SyncProgress> syncProgress() {
    return list(
        "GetServerSyncProgress",
        Map.of(),
        result -> result.rows(Columns.Progress.class, SyncProgress::of));
  }

  @Override
  public List<SyncEvent> syncEndings(Instant since) {
    return list(
        "ExecuteSPSearchEventHistory",
        Map.of("eventHistoryFilter", SoapArguments.endingsSince(since)),
        result -> result.tree().children().stream().map(SyncEvent::of).toList());
  }

  @Override
  public int count(UpdateScope scope) {
    return required("ExecuteSPGetUpdateCount", SoapArguments.scoped(scope), ResultXml::number);
  }

  @Override
  public FoundUpdates search(UpdateScope scope) {
    return required("ExecuteSPSearchUpdates", SoapArguments.scoped(scope), FoundUpdates::of);
  }

  @Override
  public FoundUpdates search(String text) {
    return required(
        "ExecuteSPSimpleSearchUpdates",
        Map.of("preferredCulture", new Text(SoapArguments.CULTURE), "searchText", new Text(text)),
        FoundUpdates::of);
  }

  @Override
  public FoundUpdates revision(UpdateIdentity id) {
    return required(
        "ExecuteSPGetUpdateById",
        Map.of(
            "preferredCulture",
            new Text(SoapArguments.CULTURE),
            "id",
            SoapArguments.revisionOf(id)),
        FoundUpdates::of);
  }

  @Override
  public FoundUpdates superseding(UpdateIdentity id) {
    return required(
        "ExecuteSPGetUpdatesThatSupersedeUpdate",
        Map.of(
            "preferredCulture",
            new Text(SoapArguments.CULTURE),
            "id",
            SoapArguments.revisionOf(id)),
        FoundUpdates::of);
  }

  @Override
  public List<TargetGroup> groups() {
    return list("ExecuteSPGetAllTargetGroups", Map.of(), CatalogueRows::groups);
  }

  @Override
  public List<ApprovalRule> rules() {
    return list(
        "GetAutomaticUpdateApprovalRules",
        Map.of("preferredCulture", new Text(SoapArguments.CULTURE)),
        SoapUpdateServer::rules);
  }

  private static List<ApprovalRule> rules(ResultXml result) throws IOException {
    List<ApprovalRule> rules = new ArrayList<>();
    result.parts((_, rule) -> rules.add(ApprovalRule.of(rule)));
    return rules;
  }

  @Override
  public List<Approval> approvals(UpdateScope scope) {
    return list(
        "ExecuteSPGetDeployments",
        SoapArguments.scoped(scope),
        result -> result.rows(Columns.Approval.class, Approval::of));
  }

  @Override
  public List<Approval> approvals(UpdateIdentity id) {
    return list(
        "ExecuteSPGetDeploymentsByUpdate1",
        Map.of("id", SoapArguments.revisionOf(id)),
        result -> result.rows(Columns.Approval.class, Approval::of));
  }

  @Override
  public List<StateCount> counts(UUID updateId) {
    return list(
        "ExecuteSPGetTargetGroupSummariesForUpdate",
        Map.of("updateId", new Guid(updateId), "includeSubgroups", new Truth(false)),
        result -> result.rows(Columns.Count.class, StateCount::of));
  }

  @Override
  public List<ComputerRows.State> states(UUID updateId, UUID group) {
    return list(
        "ExecuteSPGetUpdateInstallationInfoForTargetGroup",
        SoapArguments.inGroup(updateId, group),
        ComputerRows::states);
  }

  @Override
  public List<ComputerRows.Membership> memberships(UUID group) {
    return list(
        "ExecuteSPGetComputersInTargetGroup",
        SoapArguments.inGroup(group),
        ComputerRows::memberships);
  }

  @Override
  public Approval approve(UpdateIdentity id, UUID group, Optional<Instant> deadline, String admin) {
    return required(
        "ExecuteSPDeployUpdate1",
        Map.of(
            "updateId", SoapArguments.revisionOf(id),
            "deploymentAction", new Whole(Approval.INSTALL),
            "targetGroupId", new Guid(group),
            "deadline", Time.of(deadline.orElse(Approval.NO_DEADLINE)),
            "adminName", new Text(admin),
            "isAssigned", new Truth(true)),
        result ->
            result
                .row(Columns.Approval.class)
                .map(Approval::of)
                .orElseThrow(() ->
                    new SoapFormatException(dev.garrison.language.Text.of("soap.no-approval"))));
  }

  @Override
  public void removeApproval(UUID approval, String admin) {
    command(
        "ExecuteSPDeleteDeployment",
        Map.of("id", new Guid(approval), "adminName", new Text(admin)));
  }

  @Override
  public void decline(UUID updateId, String admin) {
    command(
        "ExecuteSPDeclineUpdate",
        Map.of(
            "updateId", new Guid(updateId),
            "adminName", new Text(admin),
            "failIfReplica", new Truth(true)));
  }

  @Override
  public void acceptLicense(UUID license, UpdateIdentity id, String admin) {
    command(
        "ExecuteSPAcceptEula",
        Map.of(
            "eulaId",
            new Guid(license),
            "adminName",
            new Text(admin),
            "updateId",
            SoapArguments.revisionOf(id)));
  }

  @Override
  public void subscribe(
      Subscription subscription, List<UUID> products, List<UUID> classifications, String admin) {
    command(
        "SetSubscription",
        Map.of(
            "subscription", subscription.parts(),
            "categoryIds", SoapArguments.ids(products),
            "updateClassificationIds", SoapArguments.ids(classifications),
            "userName", new Text(admin)));
  }

  @Override
  public void startSynchronization() {
    command("StartSubscriptionManually", Map.of());
  }

  private <R> R required(
      String operation, Map<String, SoapValue> arguments, AnswerXml.Reader<R> reader) {
    return exchange.call(
        SoapRequest.of(contract, operation, arguments),
        reader,
        () -> {
          throw new SoapFormatException(dev.garrison.language.Text.of("soap.no-result"));
        });
  }

  /** Reads a list; .NET leaves an empty one out. */
  private <R> List<R> list(
      String operation, Map<String, SoapValue> arguments, AnswerXml.Reader<List<R>> reader) {
    return exchange.call(SoapRequest.of(contract, operation, arguments), reader, List::of);
  }

  private void command(String operation, Map<String, SoapValue> arguments) {
    exchange.call(SoapRequest.of(contract, operation, arguments), _ -> true, () -> true);
  }

  /** Counts of the requests to the server so far. */
  public ServerCounts counts() {
    return exchange.counts();
  }

  /** Ends all connections; requests that still run fail. */
  @Override
  public void close() {
    exchange.close();
  }
}
