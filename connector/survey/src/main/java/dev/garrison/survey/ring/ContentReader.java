package dev.garrison.survey.ring;

import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.RingVariants;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.distribution.DistributionFailures;
import dev.garrison.mecm.distribution.PointFailures;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads which rings' content does not reach enough distribution points (F17). */
final class ContentReader {
  private final AdminService service;

  ContentReader(AdminService service) {
    this.service = service;
  }

  /** The failures as a clause, by the ring's name; none for a ring whose content arrives. */
  Map<String, String> read(Manifest manifest) {
    Set<String> all = new LinkedHashSet<>();
    manifest.rings().forEach(ring -> all.addAll(applications(manifest, ring)));
    Map<String, List<PointFailures>> failures =
        new DistributionFailures(service, manifest.distribution().threshold()).of(all);
    Map<String, String> words = new HashMap<>();
    for (Ring ring : manifest.rings()) {
      List<String> failed =
          applications(manifest, ring).stream()
              .flatMap(application -> failures.getOrDefault(application, List.of()).stream())
              .filter(failure -> manifest.distributionGroups(ring).contains(failure.group()))
              .map(PointFailures::words)
              .distinct()
              .toList();
      if (!failed.isEmpty()) {
        words.put(ring.name(), String.join("; ", failed));
      }
    }
    return words;
  }

  /** Names of the applications that a ring's servers may get. */
  private static Set<String> applications(Manifest manifest, Ring ring) {
    RingVariants variants = new RingVariants(manifest.rings());
    Set<String> names = new LinkedHashSet<>();
    manifest
        .operatingSystems()
        .forEach(system ->
            names.add(
                manifest.naming().applicationFor(manifest.name(), system, variants.wordFor(ring))));
    names.add(manifest.naming().applicationFor(manifest.name(), ring.antivirus()));
    names.add(
        manifest.naming().settingsApplicationFor(manifest.name(), variants.settingsWordFor(ring)));
    return names;
  }
}
