package dev.garrison.mecm.softwareupdate;

import dev.garrison.diagnostic.Diagnostic;

/** Result of reading a site's software updates. */
public sealed interface SiteSighting {
  /** The updates that the site returned. */
  record Seen(SiteUpdates updates) implements SiteSighting {}

  /**
   * The site did not return its updates, or not to this account.
   *
   * @param why the first reason
   */
  record Unseen(Diagnostic why) implements SiteSighting {}
}
