package dev.garrison.cli.catalog;

import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.language.Text;
import dev.garrison.wsus.snapshot.CatalogDifference;
import dev.garrison.wsus.snapshot.SnapshotHead;
import dev.garrison.wsus.snapshot.SnapshotUpdate;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Comparison of two catalogs on the screen. */
final class CatalogView implements CatalogListener {
  private final PrintWriter out;
  private final ZoneId zone;
  private int missing;
  private int additional;
  private int other;

  CatalogView(PrintWriter out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  /** Names of the articles, such as {@code KB5005292}. */
  static String articles(SnapshotHead head) {
    return "KB" + String.join(", KB", head.articles());
  }

  @Override
  public void begin(SnapshotHead first, SnapshotHead second) {
    Text one = Text.of("catalog-compare.first");
    Text two = Text.of("catalog-compare.second");
    int width = Math.max(Cells.of(one.shown()), Cells.of(two.shown())) + 2;
    print(ScreenText.padded(one.shown(), width) + head(first));
    print(ScreenText.padded(two.shown(), width) + head(second));
    print("");
  }

  private String head(SnapshotHead head) {
    return head.synchronised()
        .map(at ->
            Text.of(
                "catalog-compare.head",
                "server",
                head.server(),
                "version",
                head.wsus(),
                "time",
                new TerminalTime(zone).minute(at),
                "count",
                head.updates(),
                "articles",
                articles(head)))
        .orElseGet(() ->
            Text.of(
                "catalog-compare.head-never",
                "server",
                head.server(),
                "version",
                head.wsus(),
                "count",
                head.updates(),
                "articles",
                articles(head)))
        .shown();
  }

  @Override
  public void differs(CatalogDifference difference) {
    switch (difference) {
      case CatalogDifference.Missing(SnapshotUpdate update) -> {
        missing++;
        row(Text.of("catalog-compare.missing"), update, state(update));
      }
      case CatalogDifference.Additional(SnapshotUpdate update) -> {
        additional++;
        row(Text.of("catalog-compare.additional"), update, state(update));
      }
      case CatalogDifference.Other(SnapshotUpdate update, _, List<String> how) -> {
        other++;
        row(Text.of("catalog-compare.other"), update, String.join("; ", how));
      }
    }
  }

  private void row(Text word, SnapshotUpdate update, String what) {
    print("  " + ScreenText.padded(word.shown(), 10) + "  " + update.title());
    print(" ".repeat(14) + update.identity() + (what.isEmpty() ? "" : ": " + what));
  }

  private static String state(SnapshotUpdate update) {
    List<String> words = new ArrayList<>();
    switch (update.publication()) {
      case PUBLISHED -> {}
      case EXPIRED -> words.add(Text.of("catalog-compare.expired").shown());
      case IN_TESTING -> words.add(Text.of("catalog-compare.testing").shown());
      case UNKNOWN -> words.add(Text.of("catalog-compare.unknown").shown());
    }
    if (update.superseded()) {
      words.add(Text.of("catalog-compare.superseded").shown());
    }
    if (update.declined()) {
      words.add(Text.of("catalog-compare.declined").shown());
    }
    return String.join(Text.of("list.separator").shown(), words);
  }

  @Override
  public boolean end() {
    boolean differs = missing + additional + other > 0;
    if (differs) {
      print("");
    }
    print(
        "  "
            + (differs
                    ? Text.of(
                        "catalog-compare.differs",
                        "missing",
                        missing,
                        "additional",
                        additional,
                        "other",
                        other)
                    : Text.of("catalog-compare.same"))
                .shown());
    return differs;
  }

  private void print(String line) {
    out.println(ScreenText.text(line));
  }
}
