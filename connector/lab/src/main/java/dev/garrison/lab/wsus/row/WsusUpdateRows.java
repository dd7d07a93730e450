package dev.garrison.lab.wsus.row;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.catalogue.Revision;
import dev.garrison.lab.wsus.soap.Cell;
import dev.garrison.lab.wsus.soap.ResultWriter;
import dev.garrison.lab.wsus.soap.Row;
import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.state.StoredRevision;
import dev.garrison.lab.wsus.state.StoredUpdate;
import dev.garrison.lab.wsus.state.WsusHoldings;
import dev.garrison.lab.wsus.work.ServerState;
import dev.garrison.lab.wsus.work.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes updates as elements of type CompleteUpdates. */
@KnownFrom(
    mark = Mark.RECORDED,
    source =
        "proxb/PoshWSUS, Libraries (metadata of CompleteUpdates); Yevrag35/MG.UpdateManagement, UmUpdate",
    says =
        "WSUS: an update is a row of 37 columns; titles of categories, articles, bulletins and links come as further lists joined by RevisionId. The value types are those that Microsoft's client casts them to.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "learn.microsoft.com, IUpdateServer.PreferredCulture",
    says =
        "WSUS: titles are in the requested culture if the server synchronizes it,"
            + " otherwise in the server's language.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "learn.microsoft.com, IUpdate.IsSuperseded",
    says =
        "WSUS: an update is superseded if the latest revision of another update on"
            + " this server supersedes it, even if that one is declined or expired.")
public final class WsusUpdateRows {
  private final ServerState server;

  /** Creates the rows of a server. */
  public WsusUpdateRows(ServerState server) {
    this.server = server;
  }

  /** Writes the latest revisions of these updates as an element of type CompleteUpdates. */
  public ResultWriter.Part latest(String element, String culture, List<StoredUpdate> updates) {
    return of(
        element, culture, updates.stream().map(update -> seen(update, update.latest(), culture)));
  }

  /** Writes these revisions of one update as an element of type CompleteUpdates. */
  public ResultWriter.Part revisions(
      String element, String culture, StoredUpdate update, List<StoredRevision> revisions) {
    return of(element, culture, revisions.stream().map(stored -> seen(update, stored, culture)));
  }

  private ResultWriter.Part of(String element, String culture, Stream<UpdateRow> rows) {
    List<UpdateRow> seen = rows.toList();
    List<Row> properties = seen.stream().map(row -> row.row(server.quirks())).toList();
    Map<UUID, Row> titles = categoryTitles(culture);
    return out ->
        out.element(
            element,
            body -> {
              body.rows("minimalProperties", properties.stream());
              body.rows(
                  "localizedCategoryTitleRows",
                  seen.stream().flatMap(row -> categories(row, titles)));
              body.rows("kbArticles", seen.stream().flatMap(WsusUpdateRows::articles));
              body.rows("bulletins", Stream.of());
              body.rows("infoUrls", seen.stream().flatMap(WsusUpdateRows::urls));
            });
  }

  private UpdateRow seen(StoredUpdate update, StoredRevision stored, String culture) {
    Revision revision = stored.revision();
    WsusHoldings holdings = server.holdings();
    boolean latest = update.latest() == stored;
    return new UpdateRow(
        revision,
        stored.revisionId(),
        update.localId(),
        server.quirks().unreadable().contains(update.id())
            ? Cell.text("soon")
            : Cell.time(revision.created()),
        stored.arrived(),
        server.title(revision.texts(), culture),
        stored.content().number(),
        new UpdateRow.Flags(
            server.approvals().isDeployed(revision.key())
                && !server.quirks().is(Variant.NEVER_DEPLOYED),
            update.declined(),
            latest && hasStale(update),
            latest,
            !holdings.stored(revision.relations().supersedes()).isEmpty(),
            !holdings.supersedersOf(update.id()).isEmpty(),
            update.revisions().getFirst() == stored,
            revision.eula().filter(e -> !holdings.acceptedEulas().contains(e)).isPresent()));
  }

  /** Whether an older revision is still approved. */
  public boolean hasStale(StoredUpdate update) {
    return update.revisions().size() > 1
        && server.approvals().of(update.id()).stream()
            .anyMatch(approval ->
                approval.action() != Approval.DETECT
                    && approval.action() != Approval.BUNDLE
                    && !approval.revision().equals(update.latest().revision().key()));
  }

  private Map<UUID, Row> categoryTitles(String culture) {
    Map<UUID, Row> titles = new HashMap<>();
    server
        .holdings()
        .categories()
        .forEach(kept ->
            titles.put(
                kept.category().id(),
                Row.of(
                    Cell.text(kept.category().kind().text()),
                    Cell.text(server.title(kept.category().texts(), culture)))));
    return titles;
  }

  private static Stream<Row> categories(UpdateRow row, Map<UUID, Row> titles) {
    List<Row> found = new ArrayList<>();
    List<UUID> ids = new ArrayList<>(row.revision().relations().products());
    ids.add(row.revision().relations().classification());
    for (UUID id : ids) {
      Row title = titles.get(id);
      if (title != null) {
        found.add(
            Row.of(Cell.number(row.revisionId()), title.cells().get(0), title.cells().get(1)));
      }
    }
    return found.stream();
  }

  private static Stream<Row> articles(UpdateRow row) {
    return row.revision().kbArticles().stream()
        .map(article -> Row.of(Cell.number(row.revisionId()), Cell.text(article)));
  }

  private static Stream<Row> urls(UpdateRow row) {
    return row.revision().kbArticles().stream()
        .map(article ->
            Row.of(
                Cell.number(row.revisionId()),
                Cell.text("https://support.microsoft.com/help/" + article)));
  }
}
