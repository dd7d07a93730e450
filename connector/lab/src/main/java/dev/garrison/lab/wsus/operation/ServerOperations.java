package dev.garrison.lab.wsus.operation;

import dev.garrison.lab.wsus.contract.Contract;
import dev.garrison.lab.wsus.row.ConfigurationFields;
import dev.garrison.lab.wsus.row.ObjectRows;
import dev.garrison.lab.wsus.soap.Cell;
import dev.garrison.lab.wsus.soap.ResultWriter;
import dev.garrison.lab.wsus.soap.Row;
import dev.garrison.lab.wsus.soap.ServerFault;
import dev.garrison.lab.wsus.state.ContentState;
import dev.garrison.lab.wsus.state.StoredRevision;
import dev.garrison.lab.wsus.state.StoredUpdate;
import dev.garrison.lab.wsus.work.Message;
import dev.garrison.lab.wsus.work.ServerState;
import dev.garrison.lab.wsus.work.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Operations on the server itself: version, role, configuration, downstream servers, health. */
final class ServerOperations {
  private static final String PROTOCOL = "1.20";

  /** Parent id that means the server that is asked. */
  private static final UUID THIS_SERVER = new UUID(0, 0);

  private final ServerState server;

  ServerOperations(Workings workings) {
    this.server = workings.state();
  }

  List<Operation> all() {
    return List.of(
        Operation.read(
            "GetServerVersion",
            "the server's version",
            Sources.CLIENT,
            given ->
                out -> out.value("GetServerVersionResult", Cell.text(server.identity().version()))),
        Operation.read(
            "GetServerProtocolVersion",
            PROTOCOL,
            Sources.CLIENT,
            given -> out -> out.value("GetServerProtocolVersionResult", Cell.text(PROTOCOL))),
        Operation.read(
            "GetCurrentUserRole",
            "0 unauthorized, 1 reporter, 2 administrator",
            Sources.ASSEMBLY,
            given -> number("GetCurrentUserRoleResult", server.quirks().role())),
        Operation.read(
            "ExecuteSPGetConfiguration",
            "all fields; those not simulated have their type's default, limits and proxy ports a real number",
            Sources.WSDL,
            given -> configuration()),
        Operation.read(
            "ExecuteSPGetAllLanguagesWithEnabledState",
            "the languages of the titles that it synchronizes",
            Sources.CLIENT,
            given -> languages()),
        Operation.read(
            "ExecuteSPGetEmailNotificationConfiguration",
            "none is sent",
            Sources.OURS,
            given -> mail()),
        Operation.read(
            "HasProxyPassword", "no password", Sources.OURS, given -> no("HasProxyPasswordResult")),
        Operation.read(
            "HasSmtpUserPassword",
            "no password",
            Sources.OURS,
            given -> no("HasSmtpUserPasswordResult")),
        Operation.read(
            "ExecuteSPGetEmailNotificationRecipients",
            "none",
            Sources.OURS,
            given ->
                out -> out.value("ExecuteSPGetEmailNotificationRecipientsResult", Cell.text(""))),
        Operation.read(
            "GetDatabaseConfiguration",
            "direct out-parameters without a Result element",
            Sources.WSDL,
            given ->
                out -> {
                  out.value("serverName", Cell.text("MICROSOFT##WID"));
                  out.value("databaseName", Cell.text("SUSDB"));
                }),
        Operation.read(
            "Ping",
            "alive and the server's time, in the namespace of IMonitorable; the level changes nothing.",
            Sources.WSDL,
            given -> ping()),
        Operation.read(
            "ExecuteSPGetComponentsWithErrors",
            "none",
            Sources.OURS,
            given ->
                out -> out.values("ExecuteSPGetComponentsWithErrorsResult", "string", List.of())),
        Operation.read(
            "ExecuteSPGetAllDownstreamServers",
            "downstream servers of the server with this ID; zeros mean the queried"
                + " server, its own ID is not found (inferred)",
            Sources.ASSEMBLY_RUN,
            given ->
                downstreams(given.guid("parentServerId"), given.flag("includeNestedChildren"))),
        Operation.read(
            "ExecuteSPGetDownstreamServer",
            "one server below it",
            Sources.WSDL,
            given -> {
              ServerState below = below(given.guid("id"));
              Row row = ObjectRows.of(below, shownParent(below.upstream().orElseThrow()));
              return out -> out.row("ExecuteSPGetDownstreamServerResult", row);
            }),
        Operation.read(
            "ExecuteSPGetContentDownloadProgress",
            "total bytes and downloaded bytes",
            Sources.OURS,
            given -> progress()),
        Operation.read(
            "ExecuteSPGetFailedToDownloadUpdatesCount",
            "approved updates whose files could not be fetched",
            Sources.WSDL,
            given -> number("ExecuteSPGetFailedToDownloadUpdatesCountResult", failed())));
  }

  private static ResultWriter.Part no(String element) {
    return out -> out.value(element, Cell.flag(false));
  }

  static ResultWriter.Part number(String element, int value) {
    return out -> out.value(element, Cell.number(value));
  }

  private int failed() {
    return (int)
        server.holdings().updates().stream()
            .filter(update -> update.latest().content() == ContentState.FAILED)
            .filter(update -> update.latest().revision().explicit())
            .count();
  }

  private ResultWriter.Part configuration() {
    Map<String, Cell> fields = ConfigurationFields.of(server);
    return out ->
        out.element(
            "ExecuteSPGetConfigurationResult",
            all -> {
              all.complex("Configuration", "ConfigurationTableRow", fields);
              all.element("GroupAuthorization", none -> {});
              all.element("Authorization", none -> {});
            });
  }

  private ResultWriter.Part languages() {
    List<Row> rows =
        server.identity().languages().stream()
            .map(language -> Row.of(Cell.text(language), Cell.flag(true)))
            .toList();
    return out -> out.rows("ExecuteSPGetAllLanguagesWithEnabledStateResult", rows.stream());
  }

  private ResultWriter.Part mail() {
    Map<String, Cell> fields =
        Map.of(
            "StatusNotification", Cell.text("Weekly"),
            "SmtpHostName", Cell.text(""),
            "SmtpPort", Cell.number(25),
            "EmailLanguage", Cell.text(server.identity().language()),
            "LastModifiedTime", Cell.time(server.subscription().modified()),
            "LastModifiedBy", Cell.text(server.subscription().modifiedBy()));
    return out ->
        out.complex(
            "ExecuteSPGetEmailNotificationConfigurationResult",
            "EmailNotificationConfigurationRow",
            fields);
  }

  private ResultWriter.Part ping() {
    Map<String, Cell> fields =
        Map.of(
            "SuccessFlag", Cell.flag(true),
            "ServicesTime", Cell.time(server.now()),
            "ServicesName", Cell.text("ApiRemoting"),
            "ServicesMachine", Cell.text(server.identity().name()));
    return out ->
        out.complexIn(Contract.MONITORABLE, "PingResult", "MonitoredServicesResponse", fields);
  }

  private ResultWriter.Part downstreams(UUID parent, boolean nested) {
    List<Row> rows = new ArrayList<>();
    top(parent).ifPresent(top -> collect(top, nested, rows));
    return out -> out.rows("ExecuteSPGetAllDownstreamServersResult", rows.stream());
  }

  private Optional<ServerState> top(UUID parent) {
    if (parent.equals(THIS_SERVER)) {
      return Optional.of(server);
    }
    if (!server.quirks().is(Variant.ANY_PARENT_ANSWERED)) {
      return Optional.of(below(parent));
    }
    return parent.equals(server.identity().id()) ? Optional.of(server) : find(parent);
  }

  private ServerState below(UUID id) {
    return find(id).orElseThrow(() -> ServerFault.notFound(server.says(Message.NO_ITEM)));
  }

  private Optional<ServerState> find(UUID id) {
    return Stream.iterate(
            server.downstreams(),
            level -> !level.isEmpty(),
            level -> level.stream().flatMap(each -> each.downstreams().stream()).toList())
        .flatMap(List::stream)
        .filter(each -> each.identity().id().equals(id))
        .findFirst();
  }

  private Optional<UUID> shownParent(ServerState parent) {
    if (parent != server || server.quirks().is(Variant.OWN_ID_AS_PARENT)) {
      return Optional.of(parent.identity().id());
    }
    return server.quirks().is(Variant.NOBODY_AS_PARENT)
        ? Optional.empty()
        : Optional.of(THIS_SERVER);
  }

  private void collect(ServerState parent, boolean nested, List<Row> rows) {
    Optional<UUID> shown = shownParent(parent);
    for (ServerState child : parent.downstreams()) {
      rows.add(ObjectRows.of(child, shown));
      if (nested) {
        collect(child, true, rows);
      }
    }
  }

  private ResultWriter.Part progress() {
    long wanted = bytes(state -> state != ContentState.NOT_NEEDED);
    long here = bytes(state -> state == ContentState.READY);
    return out ->
        out.row(
            "ExecuteSPGetContentDownloadProgressResult",
            Row.of(Cell.large(wanted), Cell.large(here)));
  }

  private long bytes(Predicate<ContentState> which) {
    Stream<StoredRevision> latest = server.holdings().updates().stream().map(StoredUpdate::latest);
    return latest
        .filter(stored -> which.test(stored.content()))
        .flatMap(stored -> stored.revision().files().stream())
        .mapToLong(file -> file.size())
        .sum();
  }
}
