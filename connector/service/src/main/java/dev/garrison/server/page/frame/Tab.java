package dev.garrison.server.page.frame;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.diagnostic.Worded;
import dev.garrison.history.change.HistoryPart;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of the dashboard, in the order in which they are shown. */
public enum Tab {
  OVERVIEW("page.tab.overview", "/", HistoryPart.RUNS, HistoryPart.FINDINGS),
  ROLLOUT("page.tab.rollout", "/rollout"),
  SERVERS("page.tab.servers", "/servers", HistoryPart.RUNS),
  ANTIVIRUS("page.tab.antivirus", "/antivirus"),
  UPDATES("page.tab.updates", "/updates"),
  PLANS("page.tab.plans", "/plans"),
  JOBS("page.tab.jobs", "/jobs", HistoryPart.RUNS),
  RUNS("page.tab.runs", "/runs", HistoryPart.RUNS),
  JOURNAL("page.tab.journal", "/journal", HistoryPart.RUNS),
  HEALTH("page.tab.health", "/health", HistoryPart.RUNS, HistoryPart.HEALTH);

  private final String key;
  private final String path;
  private final String shown;

  /**
   * A part of the dashboard.
   *
   * @param shown parts of the history that its pages show, besides those of the header of each page
   */
  Tab(String key, String path, HistoryPart... shown) {
    this.key = key;
    this.path = path;
    this.shown =
        Stream.concat(
                Arrays.stream(shown),
                Stream.of(HistoryPart.STATUS, HistoryPart.PLANS, HistoryPart.TIME))
            .sorted()
            .map(Worded::word)
            .collect(Collectors.joining(" "));
  }

  /** Title for people. */
  public String title() {
    return t(key);
  }

  /** Words of the history's parts that its pages show, separated by spaces. */
  public String shown() {
    return shown;
  }

  /** Address of its page. */
  public String path() {
    return path;
  }
}
