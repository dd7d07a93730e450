package dev.garrison.server.page.frame;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.diagnostic.Worded;
import dev.garrison.history.change.HistoryPart;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of the dashboard, in the order in which they are shown. */
public enum Tab {
  OVERVIEW(
      "page.tab.overview",
      "/",
      HistoryPart.RUNS,
      HistoryPart.STATUS,
      HistoryPart.PLANS,
      HistoryPart.FINDINGS),
  ROLLOUT("page.tab.rollout", "/rollout", HistoryPart.STATUS),
  SERVERS("page.tab.servers", "/servers", HistoryPart.RUNS, HistoryPart.STATUS, HistoryPart.PLANS),
  ANTIVIRUS("page.tab.antivirus", "/antivirus", HistoryPart.STATUS),
  UPDATES("page.tab.updates", "/updates", HistoryPart.STATUS),
  PLANS("page.tab.plans", "/plans", HistoryPart.PLANS),
  JOBS("page.tab.jobs", "/jobs", HistoryPart.RUNS, HistoryPart.PLANS),
  RUNS("page.tab.runs", "/runs", HistoryPart.RUNS, HistoryPart.PLANS),
  JOURNAL("page.tab.journal", "/journal", HistoryPart.RUNS),
  HEALTH("page.tab.health", "/health", HistoryPart.RUNS, HistoryPart.HEALTH);

  private final String key;
  private final String path;
  private final String shown;

  Tab(String key, String path, HistoryPart... shown) {
    this.key = key;
    this.path = path;
    this.shown =
        Stream.concat(Arrays.stream(shown), Stream.of(HistoryPart.TIME))
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
