package dev.garrison.recipe;

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
 * The operating systems that a manifest means on one site. A site manages clients of a release from
 * some version on (F6): below that, the default leaves it out, and only a manifest that names it is
 * refused.
 */
record SystemsOfSite(ManifestResult read, Survey survey) {
  private static final String KEY = "operatingSystems";

  /** What is meant here. */
  Set<OperatingSystem> meant() {
    Set<OperatingSystem> systems = new TreeSet<>(read.manifest().operatingSystems());
    if (!named()) {
      systems.removeAll(tooNew());
    }
    return systems;
  }

  /** What a person should know of each release that the default leaves out here. */
  List<String> leftOut() {
    return named()
        ? List.of()
        : tooNew().stream()
            .map(system ->
                "the manifest names no operating systems, and %s is left out of the default: it needs site version %s, and this site is %s"
                    .formatted(system.title(), platform(system).managedFrom(), version()))
            .toList();
  }

  /** The releases that the manifest itself asks for, and the site does not know. */
  List<OperatingSystem> asksForTooNew() {
    return named() ? tooNew() : List.of();
  }

  /** How the site knows a release. */
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

  /** Where the version is not known, what only later ones manage is too new. */
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
