package dev.garrison.mecm.softwareupdate;

import dev.garrison.diagnostic.Diagnostic;

/** What came of looking at a site's software updates. */
public sealed interface SiteSighting {
  /** It answered. */
  record Seen(SiteUpdates updates) implements SiteSighting {}

  /**
   * It did not, or not for this account.
   *
   * @param why the first reason
   */
  record Unseen(Diagnostic why) implements SiteSighting {}
}
