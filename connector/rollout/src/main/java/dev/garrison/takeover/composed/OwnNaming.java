package dev.garrison.takeover.composed;

import dev.garrison.manifest.NamingSection;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.application.model.Generations;
import dev.garrison.takeover.seen.SeenApplication;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the naming templates from the names of some objects, and checks them with all. */
final class OwnNaming {
  private final String manifest;
  private final List<OwnRing> rings;
  private final Map<OperatingSystem, String> applications;
  private final Map<String, String> deployments;

  /**
   * @param applications titles by system
   * @param deployments names of deployments that onboard, by the name of their collection
   */
  OwnNaming(
      String manifest,
      List<OwnRing> rings,
      Map<OperatingSystem, String> applications,
      Map<String, String> deployments) {
    this.manifest = manifest;
    this.rings = rings;
    this.applications = applications;
    this.deployments = deployments;
  }

  /** Titles of the plain application of each system, found by its identity. */
  static Map<OperatingSystem, String> applications(String manifest, List<SeenApplication> seen) {
    Map<OperatingSystem, String> titles = new TreeMap<>();
    for (OperatingSystem system : OperatingSystem.values()) {
      Set<String> names =
          seen.stream().map(SeenApplication::logicalName).collect(Collectors.toSet());
      String ours =
          new Generations(names, Generations.NOTHING_KNOWN)
              .of(manifest, system.word())
              .application();
      seen.stream()
          .filter(each -> each.logicalName().equals(ours))
          .forEach(each -> titles.put(system, each.title()));
    }
    return titles;
  }

  /** The templates; empty when no templates give all names. */
  Optional<NamingSection> found() {
    Optional<String> application =
        applications.entrySet().stream()
            .findFirst()
            .map(each -> replaced(each.getValue(), each.getKey().title(), "{os}"))
            .or(() -> Optional.of(NamingSection.DEFAULT.application()));
    NamingSection naming = new NamingSection(application.orElseThrow(), collection(), deployment());
    return fits(naming) ? Optional.of(naming) : Optional.empty();
  }

  private String collection() {
    for (OwnRing ring : rings) {
      for (OperatingSystem system : ring.parts().keySet()) {
        String name = ring.parts().get(system).name();
        return replaced(replaced(name, system.title(), "{os}"), ring.name(), "{ring}");
      }
    }
    return NamingSection.DEFAULT.collection();
  }

  private String deployment() {
    for (OwnRing ring : rings) {
      for (OperatingSystem system : ring.parts().keySet()) {
        Optional<String> name =
            Optional.ofNullable(deployments.get(ring.parts().get(system).name()));
        if (name.isPresent()) {
          return replaced(replaced(name.get(), system.title(), "{os}"), ring.name(), "{ring}");
        }
      }
    }
    return NamingSection.DEFAULT.deployment();
  }

  private static String replaced(String text, String word, String by) {
    int at = text.lastIndexOf(word);
    return at < 0 ? text : text.substring(0, at) + by + text.substring(at + word.length());
  }

  private boolean fits(NamingSection naming) {
    boolean titles =
        applications.entrySet().stream()
            .allMatch(each ->
                naming
                    .applicationFor(manifest, each.getKey(), Optional.empty())
                    .equals(each.getValue()));
    return titles
        && rings.stream()
            .allMatch(ring ->
                ring.parts().entrySet().stream()
                        .allMatch(part ->
                            naming
                                .collectionFor(manifest, part.getKey(), ring.name())
                                .equals(part.getValue().name()))
                    && naming
                        .collectionFor(manifest, "all", ring.name())
                        .equals(ring.whole().name()));
  }
}
