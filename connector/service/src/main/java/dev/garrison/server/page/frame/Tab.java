package dev.garrison.server.page.frame;

import dev.garrison.diagnostic.Worded;
import dev.garrison.history.change.HistoryPart;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The parts of the dashboard, in the order in which they are shown. */
public enum Tab {
  OVERVIEW(
      "Overview",
      "/",
      HistoryPart.RUNS,
      HistoryPart.STATUS,
      HistoryPart.PLANS,
      HistoryPart.FINDINGS),
  ROLLOUT("Rollout", "/rollout", HistoryPart.STATUS),
  SERVERS("Servers", "/servers", HistoryPart.STATUS),
  ANTIVIRUS("Antivirus", "/antivirus", HistoryPart.STATUS),
  UPDATES("Updates", "/updates", HistoryPart.STATUS),
  PLANS("Plans", "/plans", HistoryPart.PLANS),
  JOBS("Jobs", "/jobs", HistoryPart.RUNS, HistoryPart.PLANS),
  RUNS("Runs", "/runs", HistoryPart.RUNS, HistoryPart.PLANS),
  JOURNAL("Journal", "/journal", HistoryPart.RUNS),
  HEALTH("Health", "/health", HistoryPart.RUNS, HistoryPart.HEALTH);

  private final String title;
  private final String path;
  private final String shown;

  Tab(String title, String path, HistoryPart... shown) {
    this.title = title;
    this.path = path;
    this.shown = Arrays.stream(shown).sorted().map(Worded::word).collect(Collectors.joining(" "));
  }

  /** Title for people. */
  public String title() {
    return title;
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
