package dev.garrison.server.page.frame;

/** The parts of the dashboard, in the order in which they are shown. */
public enum Tab {
  OVERVIEW("Overview", "/"),
  ROLLOUT("Rollout", "/rollout"),
  SERVERS("Servers", "/servers"),
  ANTIVIRUS("Antivirus", "/antivirus"),
  UPDATES("Updates", "/updates"),
  PLANS("Plans", "/plans"),
  JOBS("Jobs", "/jobs"),
  RUNS("Runs", "/runs"),
  JOURNAL("Journal", "/journal"),
  HEALTH("Health", "/health");

  private final String title;
  private final String path;

  Tab(String title, String path) {
    this.title = title;
    this.path = path;
  }

  /** Title for people. */
  public String title() {
    return title;
  }

  /** Address of its page. */
  public String path() {
    return path;
  }
}
