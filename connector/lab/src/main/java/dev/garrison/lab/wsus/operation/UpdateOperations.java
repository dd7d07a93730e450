package dev.garrison.lab.wsus.operation;

import dev.garrison.lab.wsus.catalogue.Revision;
import dev.garrison.lab.wsus.catalogue.RevisionKey;
import dev.garrison.lab.wsus.catalogue.UpdateFile;
import dev.garrison.lab.wsus.catalogue.UpdateXml;
import dev.garrison.lab.wsus.row.WsusUpdateRows;
import dev.garrison.lab.wsus.scope.UpdateScope;
import dev.garrison.lab.wsus.soap.Arguments;
import dev.garrison.lab.wsus.soap.Cell;
import dev.garrison.lab.wsus.soap.ResultWriter;
import dev.garrison.lab.wsus.soap.Row;
import dev.garrison.lab.wsus.soap.ServerFault;
import dev.garrison.lab.wsus.state.StoredRevision;
import dev.garrison.lab.wsus.state.StoredUpdate;
import dev.garrison.lab.wsus.work.Message;
import dev.garrison.lab.wsus.work.ServerState;
import dev.garrison.lab.wsus.work.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Operations on updates and their revisions. */
final class UpdateOperations {
  private static final int LATEST = 0;
  private final ServerState server;
  private final WsusUpdateRows rows;

  UpdateOperations(Workings workings) {
    this.server = workings.state();
    this.rows = new WsusUpdateRows(server);
  }

  List<Operation> all() {
    return List.of(
        Operation.read(
            "ExecuteSPSearchUpdates",
            "latest revisions of what a scope means",
            Sources.CLIENT,
            given ->
                rows.latest(
                    "ExecuteSPSearchUpdatesResult",
                    culture(given),
                    UpdateScope.find(server, given))),
        Operation.read(
            "ExecuteSPGetUpdateCount",
            "how many a scope means",
            Sources.CLIENT,
            given ->
                ServerOperations.number(
                    "ExecuteSPGetUpdateCountResult", UpdateScope.find(server, given).size())),
        Operation.read(
            "ExecuteSPSimpleSearchUpdates",
            "text in title, description or article number",
            Sources.CLIENT,
            this::simpleSearch),
        Operation.read(
            "ExecuteSPGetUpdateById",
            "one revision; number 0 means the latest",
            Sources.ASSEMBLY_RUN,
            this::byId),
        Operation.read(
            "ExecuteSPGetRevisions", "all revisions of an update", Sources.WSDL, this::revisions),
        Operation.read(
            "ExecuteSPGetLatestRevisionNumberForUpdate",
            "the number of the latest revision",
            Sources.WSDL,
            given ->
                ServerOperations.number(
                    "ExecuteSPGetLatestRevisionNumberForUpdateResult",
                    update(given.guid("updateId")).latest().revision().key().number())),
        Operation.read(
            "ExecuteSPGetPreviousRevision",
            "the number of the revision before it; 0 where there is none",
            Sources.WSDL,
            this::previous),
        Operation.read(
            "ExecuteSPGetLanguagesForUpdate",
            "one: all",
            Sources.OURS,
            given -> {
              revision(Keys.required(given, "id"));
              return out ->
                  out.values(
                      "ExecuteSPGetLanguagesForUpdateResult", "string", List.of(Cell.text("all")));
            }),
        Operation.read(
            "ExecuteSPGetXmlForUpdate", "the update's XML as text", Sources.WSDL, this::xml),
        Operation.read(
            "ExecuteSPGetInstallableItems",
            "items, languages, files of an update and its parts",
            Sources.ASSEMBLY,
            this::items));
  }

  private static String culture(Arguments given) {
    return given.text("preferredCulture").orElse("");
  }

  private StoredUpdate update(UUID id) {
    return server
        .holdings()
        .update(id)
        .orElseThrow(() -> ServerFault.notFound(server.says(Message.NO_UPDATE)));
  }

  private StoredRevision revision(RevisionKey key) {
    return server
        .holdings()
        .revision(key)
        .orElseThrow(() -> ServerFault.notFound(server.says(Message.NO_UPDATE)));
  }

  private ResultWriter.Part simpleSearch(Arguments given) {
    String wanted = given.text("searchText").orElse("").toLowerCase(Locale.ROOT);
    String culture = culture(given);
    List<StoredUpdate> found =
        server.holdings().updates().stream()
            .filter(update -> update.latest().revision().explicit())
            .filter(update -> mentions(update.latest().revision(), culture, wanted))
            .toList();
    return rows.latest("ExecuteSPSimpleSearchUpdatesResult", culture, found);
  }

  private boolean mentions(Revision revision, String culture, String wanted) {
    return server.title(revision.texts(), culture).toLowerCase(Locale.ROOT).contains(wanted)
        || revision.texts().description().toLowerCase(Locale.ROOT).contains(wanted)
        || revision.kbArticles().stream().anyMatch(article -> article.contains(wanted));
  }

  private ResultWriter.Part byId(Arguments given) {
    RevisionKey key = Keys.required(given, "id");
    StoredUpdate update = update(key.updateId());
    boolean latest = key.number() == LATEST && !server.quirks().is(Variant.NO_REVISION_ZERO);
    StoredRevision stored = latest ? update.latest() : revision(key);
    return rows.revisions("ExecuteSPGetUpdateByIdResult", culture(given), update, List.of(stored));
  }

  private ResultWriter.Part revisions(Arguments given) {
    StoredUpdate update = update(given.guid("updateId"));
    return rows.revisions(
        "ExecuteSPGetRevisionsResult", culture(given), update, update.revisions());
  }

  private ResultWriter.Part previous(Arguments given) {
    int number = given.integer("revisionNumber");
    int before =
        update(given.guid("updateId")).revisions().stream()
            .mapToInt(stored -> stored.revision().key().number())
            .filter(each -> each < number)
            .max()
            .orElse(0);
    return ServerOperations.number("ExecuteSPGetPreviousRevisionResult", before);
  }

  private ResultWriter.Part xml(Arguments given) {
    RevisionKey key = new RevisionKey(given.guid("updateId"), given.integer("revisionNumber"));
    boolean missing = server.holdings().revision(key).isEmpty();
    Cell xml =
        missing && server.quirks().is(Variant.NO_XML_AS_NIL)
            ? Cell.nil()
            : Cell.text(
                UpdateXml.of(
                    revision(key).revision(), server.quirks().is(Variant.UPPER_CASE_GUIDS)));
    return out -> out.value("ExecuteSPGetXmlForUpdateResult", xml);
  }

  private ResultWriter.Part items(Arguments given) {
    StoredRevision stored = revision(Keys.required(given, "id"));
    List<StoredRevision> all = new ArrayList<>(List.of(stored));
    stored
        .revision()
        .relations()
        .bundles()
        .forEach(part -> server.holdings().revision(part).ifPresent(all::add));
    List<Row> items = new ArrayList<>();
    List<Row> languages = new ArrayList<>();
    List<Row> files = new ArrayList<>();
    for (StoredRevision item : all) {
      RevisionKey key = item.revision().key();
      items.add(
          Row.of(
              Cell.guid(key.updateId()),
              Cell.number(key.number()),
              Cell.number(item.revisionId()),
              Cell.text("all")));
      languages.add(Row.of(Cell.number(item.revisionId()), Cell.text("en")));
      item.revision().files().forEach(file -> files.add(file(item, file)));
    }
    return out ->
        out.rowSets("ExecuteSPGetInstallableItemsResult", List.of(items, languages, files));
  }

  private static Row file(StoredRevision item, UpdateFile file) {
    return Row.of(
        Cell.number(item.revisionId()),
        Cell.text(file.name()),
        Cell.time(item.revision().created()),
        Cell.flag(false),
        Cell.text("http://download.windowsupdate.com/c/msdownload/" + file.name()),
        Cell.large(file.size()),
        Cell.octet(1),
        Cell.flag(false),
        Cell.bytes(file.digest()));
  }
}
