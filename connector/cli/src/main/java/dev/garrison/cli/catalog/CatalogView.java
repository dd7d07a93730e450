package dev.garrison.cli.catalog;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.wsus.snapshot.CatalogDifference;
import dev.garrison.wsus.snapshot.SnapshotHead;
import dev.garrison.wsus.snapshot.SnapshotUpdate;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
    print("first   " + head(first));
    print("second  " + head(second));
    print("");
  }

  private String head(SnapshotHead head) {
    return "%s, WSUS %s, %s, %d updates of %s"
        .formatted(
            head.server(),
            head.wsus(),
            head.synchronised()
                .map(at -> "synchronised " + new TerminalTime(zone).minute(at))
                .orElse("NOT synchronised in 31 days"),
            head.updates(),
            articles(head));
  }

  @Override
  public void differs(CatalogDifference difference) {
    switch (difference) {
      case CatalogDifference.Missing(SnapshotUpdate update) -> {
        missing++;
        row("missing", update, state(update));
      }
      case CatalogDifference.Additional(SnapshotUpdate update) -> {
        additional++;
        row("additional", update, state(update));
      }
      case CatalogDifference.Other(SnapshotUpdate update, _, List<String> how) -> {
        other++;
        row("other", update, String.join("; ", how));
      }
    }
  }

  private void row(String word, SnapshotUpdate update, String what) {
    print(String.format(Locale.ROOT, "  %-10s  %s", word, update.title()));
    print(" ".repeat(14) + update.identity() + (what.isEmpty() ? "" : ": " + what));
  }

  private static String state(SnapshotUpdate update) {
    List<String> words = new ArrayList<>();
    switch (update.publication()) {
      case PUBLISHED -> {}
      case EXPIRED -> words.add("expired");
      case IN_TESTING -> words.add("in testing");
      case UNKNOWN -> words.add("in a state that Garrison does not know");
    }
    if (update.superseded()) {
      words.add("superseded");
    }
    if (update.declined()) {
      words.add("declined");
    }
    return String.join(", ", words);
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
                ? "Missing in the second: %d. Additional there: %d. In another state: %d."
                    .formatted(missing, additional, other)
                : "No difference."));
    return differs;
  }

  private void print(String line) {
    out.println(ScreenText.text(line));
  }
}
