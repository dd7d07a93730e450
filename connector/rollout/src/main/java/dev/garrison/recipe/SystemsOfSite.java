package dev.garrison.recipe;

import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.value.OperatingSystem;
import dev.garrison.mecm.site.HierarchySite;
import dev.garrison.mecm.site.SiteVersion;
import dev.garrison.survey.Survey;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The operating systems that a manifest means on one site. Clients of Windows Server 2025 need 2409
 * (F6): below that, the default leaves 2025 out, and only a manifest that names it is refused.
 */
record SystemsOfSite(ManifestResult read, Survey survey) {
  private static final String KEY = "operatingSystems";

  /** What is meant here. */
  Set<OperatingSystem> meant() {
    Set<OperatingSystem> systems = new TreeSet<>(read.manifest().operatingSystems());
    if (leftOut().isPresent()) {
      systems.remove(OperatingSystem.WINDOWS_SERVER_2025);
    }
    return systems;
  }

  /** What a person should know of a release that the default leaves out here. */
  Optional<String> leftOut() {
    return tooNew() && !named()
        ? Optional.of(
            "the manifest names no operating systems, and 2025 is left out of the default: it needs site version 2409, and this site is "
                + version())
        : Optional.empty();
  }

  /** Whether the manifest itself asks for a release that the site does not know. */
  boolean asksForTooNew() {
    return tooNew() && named();
  }

  /** The site's version as text. */
  String version() {
    return siteVersion().map(Object::toString).orElse("unknown");
  }

  private boolean named() {
    return read.lines().containsKey(KEY);
  }

  private boolean tooNew() {
    return read.manifest().operatingSystems().contains(OperatingSystem.WINDOWS_SERVER_2025)
        && siteVersion().filter(SiteVersion::knowsServer2025).isEmpty();
  }

  private Optional<SiteVersion> siteVersion() {
    return survey.site().connected().flatMap(HierarchySite::version);
  }
}
