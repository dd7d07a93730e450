package dev.garrison.cli.fleet;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.fleet.InventoryAges.Ages;
import dev.garrison.fleet.ServerState;
import dev.garrison.language.Text;
import dev.garrison.server.page.fleet.StateName;
import java.util.List;
import java.util.Optional;

/** Numbers, times and shares as people read them. */
public final class Figures {
  private static final int BAR = 10;
  private static final int WHOLE = 100;

  private Figures() {}

  /** A state by its identifier, behind the display name where that is not English. */
  static Text state(ServerState state) {
    return Text.of("fleet.state", "name", StateName.of(state.word()), "identifier", state.word());
  }

  /**
   * The verdict on servers.
   *
   * @param key of the text with the share of those that are so
   * @param keyWithOthers of the same with counts of the others
   * @param others these counts, which may be none
   */
  public static String verdict(
      String key, String keyWithOthers, int part, int all, List<Text> others) {
    return all == 0
        ? Text.of("fleet.no-servers").shown()
        : Text.of(
                others.isEmpty() ? key : keyWithOthers,
                "part",
                part,
                "count",
                all,
                "percent",
                percent(part, all),
                "others",
                others)
            .shown();
  }

  /** Never rounded up: 94.9 percent are 94. */
  private static int percent(int part, int all) {
    return (int) ((long) part * WHOLE / all);
  }

  /** A number with its share of all; of nothing there is no share. */
  static String share(int part, int all) {
    return all == 0 ? "-" : "%d (%d%%)".formatted(part, percent(part, all));
  }

  /** A bar of ten characters and the share, in a column of that width; words for an empty ring. */
  public static String shareBar(int part, int all, int width) {
    if (all == 0) {
      return ScreenText.padded(Text.of("fleet.no-servers-bar").shown(), width);
    }
    int full = (int) ((long) part * BAR / all);
    String bar = "#".repeat(full) + ".".repeat(BAR - full);
    return bar + ScreenText.right(" " + share(part, all), width - BAR);
  }

  /** Names, and the number of those that are left out. */
  public static String names(List<String> first, int all) {
    int others = all - first.size();
    return Text.of(others > 0 ? "fleet.names-more" : "fleet.names", "names", first, "count", others)
        .shown();
  }

  /** Formats a count of servers. */
  public static String servers(int count) {
    return Text.of("fleet.servers", "count", count).shown();
  }

  /** Renders the age of hardware inventory. */
  public static String ages(Optional<Ages> known) {
    return known.map(Figures::ages).orElseGet(() -> Text.of("fleet.no-inventory").shown());
  }

  private static String ages(Ages ages) {
    return Text.of(
            ages.without() == 0 ? "fleet.inventory" : "fleet.inventory-without",
            "median",
            ages.half(),
            "oldest",
            ages.oldest(),
            "count",
            ages.without())
        .shown();
  }
}
