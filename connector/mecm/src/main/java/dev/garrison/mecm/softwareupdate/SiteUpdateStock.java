package dev.garrison.mecm.softwareupdate;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A site's software updates as a session read them last. Nothing of ours changes them, so whoever
 * compares objects takes what the plan's survey has just read.
 */
public final class SiteUpdateStock {
  private final SiteUpdateReader reader;
  private final List<ServedRing> rings;
  private final AtomicReference<Optional<SiteSighting>> last =
      new AtomicReference<>(Optional.empty());

  /**
   * @param rings those that the site serves
   */
  public SiteUpdateStock(SiteUpdateReader reader, List<ServedRing> rings) {
    this.reader = reader;
    this.rings = List.copyOf(rings);
  }

  /** Reads anew. */
  public SiteSighting read() {
    SiteSighting sighting = look();
    last.set(Optional.of(sighting));
    return sighting;
  }

  private SiteSighting look() {
    try {
      SiteUpdates updates = reader.read(rings);
      if (updates.product() == SiteUpdates.Product.NOTHING_SHOWN) {
        return new SiteSighting.Unseen(nothingShown());
      }
      return reader.hidesDeployments(updates)
          ? new SiteSighting.Unseen(deploymentsHidden())
          : new SiteSighting.Seen(updates);
    } catch (RefusalException refusal) {
      return new SiteSighting.Unseen(refusal.diagnostics().getFirst());
    }
  }

  private static Diagnostic nothingShown() {
    return Diagnostic.error(
        SoftwareUpdateCode.UPDATES_NOT_SHOWN,
        "The site shows no product of software updates: it has no software update point, or the account may not read them.",
        "Give the account Read on 'Software Updates' and 'Software Update Group', or leave 'softwareUpdatePoint' out of the rings.");
  }

  private static Diagnostic deploymentsHidden() {
    return Diagnostic.error(
        SoftwareUpdateCode.UPDATES_NOT_SHOWN,
        "The site deploys KB5005292 and does not show by what: the account may not read its software update groups and their deployments.",
        "Give the account Read on 'Software Updates' and 'Software Update Group'.");
  }

  /** What was read last; reads where nothing was. */
  public SiteSighting last() {
    return last.get().orElseGet(this::read);
  }
}
