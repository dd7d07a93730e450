package dev.garrison.recipe;

import dev.garrison.language.Text;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.site.HierarchySite;
import dev.garrison.mecm.site.ServerPlatform;
import dev.garrison.mecm.site.SiteVersion;
import dev.garrison.survey.Survey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Operating systems that a manifest covers on one site. A site manages clients of a release from
 * some version on (F6): below that, the default leaves it out, and only a manifest that names it is
 * refused.
 */
record SystemsOfSite(ManifestResult read, Survey survey) {
  private static final String KEY = "operatingSystems";

  /** The operating systems that are covered here. */
  Set<OperatingSystem> meant() {
    Set<OperatingSystem> systems = new TreeSet<>(read.manifest().operatingSystems());
    if (!named()) {
      systems.removeAll(tooNew());
    }
    return systems;
  }

  /** A remark for each release that the default leaves out here. */
  List<String> leftOut() {
    return named()
        ? List.of()
        : tooNew().stream()
            .map(system ->
                Text.of(
                        "plan-remark.default-left-out",
                        "system",
                        system.title(),
                        "needed",
                        platform(system).managedFrom(),
                        "version",
                        version())
                    .toString())
            .toList();
  }

  /** The releases that the manifest names and the site does not manage. */
  List<OperatingSystem> asksForTooNew() {
    return named() ? tooNew() : List.of();
  }

  /** The platform of a release on the site. */
  static ServerPlatform platform(OperatingSystem system) {
    return ServerPlatform.ofBuild(system.build());
  }

  /** The site's version as text. */
  String version() {
    return siteVersion().map(Object::toString).orElse("unknown");
  }

  private boolean named() {
    return read.lines().containsKey(KEY);
  }

  /**
   * The releases that this site version does not manage. Where the version is unknown, releases
   * that need a later version are too new.
   */
  private List<OperatingSystem> tooNew() {
    return read.manifest().operatingSystems().stream()
        .filter(system -> !platform(system).isManagedBy(siteVersion()))
        .sorted()
        .toList();
  }

  private Optional<SiteVersion> siteVersion() {
    return survey.site().connected().flatMap(HierarchySite::version);
  }
}
