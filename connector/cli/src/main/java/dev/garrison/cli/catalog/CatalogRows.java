package dev.garrison.cli.catalog;

import dev.garrison.cli.output.Columns;
import dev.garrison.wsus.snapshot.CatalogDifference;
import dev.garrison.wsus.snapshot.SnapshotHead;
import dev.garrison.wsus.snapshot.SnapshotUpdate;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Comparison of two catalogs as CSV: a row for each update that differs. */
final class CatalogRows implements CatalogListener {
  private static final Columns<Row> COLUMNS =
      new Columns<Row>()
          .and("difference", Row::difference)
          .and("update id", row -> row.update().updateId())
          .and("revision", row -> row.update().revision())
          .and("articles", row -> String.join(" ", row.update().articles()))
          .and("title", row -> row.update().title())
          .and("created", row -> row.update().created())
          .and("publication", row -> publication(row.update()))
          .and("superseded", row -> row.update().superseded() ? "yes" : "no")
          .and("declined", row -> row.update().declined() ? "yes" : "no")
          .and("how", row -> String.join("; ", row.how()));

  private final PrintWriter out;
  private boolean differs;

  CatalogRows(PrintWriter out) {
    this.out = out;
  }

  /**
   * One row.
   *
   * @param update the one of the first catalog, if both have it
   * @param how the differences of an update that both have
   */
  private record Row(String difference, SnapshotUpdate update, List<String> how) {
    static Row of(CatalogDifference difference) {
      return switch (difference) {
        case CatalogDifference.Missing(SnapshotUpdate update) ->
            new Row("missing", update, List.of());
        case CatalogDifference.Additional(SnapshotUpdate update) ->
            new Row("additional", update, List.of());
        case CatalogDifference.Other(SnapshotUpdate update, _, List<String> how) ->
            new Row("other", update, how);
      };
    }
  }

  private static String publication(SnapshotUpdate update) {
    return update.publication().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public void begin(SnapshotHead first, SnapshotHead second) {
    COLUMNS.printNames(out);
  }

  @Override
  public void differs(CatalogDifference difference) {
    differs = true;
    COLUMNS.printRow(out, Row.of(difference));
  }

  @Override
  public boolean end() {
    return differs;
  }
}
