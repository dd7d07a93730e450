package dev.garrison.mecm.softwareupdate;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps a site's software updates as a session read them last. Garrison does not change them, so a
 * comparison of objects uses the result of the plan's survey.
 */
public final class SiteUpdateStock {
  private final SiteUpdateReader reader;
  private final List<ServedRing> rings;
  private final AtomicReference<Optional<SiteSighting>> last =
      new AtomicReference<>(Optional.empty());

  /**
   * @param rings the rings that the site serves
   */
  public SiteUpdateStock(SiteUpdateReader reader, List<ServedRing> rings) {
    this.reader = reader;
    this.rings = List.copyOf(rings);
  }

  /** Reads the site again. */
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
        SoftwareUpdateCode.UPDATES_NOT_SHOWN, Message.of("site-updates.not-shown"));
  }

  private static Diagnostic deploymentsHidden() {
    return Diagnostic.error(
        SoftwareUpdateCode.UPDATES_NOT_SHOWN, Message.of("site-updates.deployments-not-shown"));
  }

  /** The last result; reads the site if there is none. */
  public SiteSighting last() {
    return last.get().orElseGet(this::read);
  }
}
