package dev.garrison.cli.fleet;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.fleet.InventoryAges.Ages;
import dev.garrison.language.DurationText;
import java.util.List;
import java.util.Optional;

/** Numbers, times and shares as people read them. */
public final class Figures {
  private static final int BAR = 10;
  private static final int WHOLE = 100;

  private Figures() {}

  /** The share of servers that are so, as the beginning of a verdict. */
  public static String verdict(int part, int all, String word) {
    return all == 0
        ? "No servers"
        : "%d of %s %s (%d %%)".formatted(part, servers(all), word, percent(part, all));
  }

  /** Never rounded up: 94.9 percent are 94. */
  private static int percent(int part, int all) {
    return (int) ((long) part * WHOLE / all);
  }

  /** A number with its share of all; of nothing there is no share. */
  static String share(int part, int all) {
    return all == 0 ? "-" : "%d (%d %%)".formatted(part, percent(part, all));
  }

  /** A bar of ten characters and the share, in a column of that width; words for an empty ring. */
  public static String shareBar(int part, int all, int width) {
    if (all == 0) {
      return ScreenText.padded("no servers", width);
    }
    int full = (int) ((long) part * BAR / all);
    String bar = "#".repeat(full) + ".".repeat(BAR - full);
    return bar + ScreenText.right(" " + share(part, all), width - BAR);
  }

  /** Names, and the number of those that are left out. */
  public static String names(List<String> first, int all) {
    int others = all - first.size();
    return String.join(", ", first) + (others > 0 ? " and %d more".formatted(others) : "");
  }

  /** Formats a count of servers. */
  public static String servers(int count) {
    return count == 1 ? "1 server" : count + " servers";
  }

  /** Renders the age of hardware inventory. */
  public static String ages(Optional<Ages> known) {
    return known.map(Figures::ages).orElse("No hardware inventory.");
  }

  private static String ages(Ages ages) {
    String without =
        ages.without() == 0 ? "" : "; %s never sent any".formatted(servers(ages.without()));
    return "Hardware inventory: half of it not older than %s, the oldest %s%s."
        .formatted(DurationText.of(ages.half()), DurationText.of(ages.oldest()), without);
  }
}
