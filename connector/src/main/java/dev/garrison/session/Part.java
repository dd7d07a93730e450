package dev.garrison.session;

/** Of what a manifest speaks: a team that looks after one part plans and writes it alone. */
public enum Part {
  /** The site and, where the manifest says so, the update servers. */
  EVERYTHING("everything"),
  /** The site with its share, and no update server. */
  SITE("site"),
  /** The update servers alone: no site is asked, no package read. */
  WSUS("wsus");

  private final String word;

  Part(String word) {
    this.word = word;
  }

  /** As the command line spells it. */
  public String word() {
    return word;
  }

  /** Whether the site is part of it. */
  public boolean hasSite() {
    return this != WSUS;
  }

  /** Whether update servers are. */
  public boolean hasUpdateServers() {
    return this != SITE;
  }
}
