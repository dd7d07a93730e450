package dev.garrison.manifest.reading;

import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.DistributionSection;
import dev.garrison.manifest.Exemption;
import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.NamingSection;
import dev.garrison.manifest.OffboardSection;
import dev.garrison.manifest.PackageSection;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.RingVariants;
import dev.garrison.manifest.RolloutSection;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.job.JobsSection;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.value.BuiltInCollections;
import dev.garrison.manifest.wsus.WsusSection;
import dev.garrison.manifest.yaml.Mapping;
import dev.garrison.manifest.yaml.Reading;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks that sections of the manifest agree with each other.
 *
 * <p>Each check needs only the sections that it names.
 */
final class CrossChecks {
  private static final int LONGEST_NAME = 255;

  private final Mapping root;

  CrossChecks(Mapping root) {
    this.root = root;
  }

  void limitingCollection(String limit, boolean allSystemsAllowed) {
    if (BuiltInCollections.isAllSystems(limit)) {
      if (!allSystemsAllowed) {
        root.contradiction(
            ManifestCode.COLLECTION_BUILT_IN,
            "limitingCollection",
            Message.of("manifest-check.all-systems", "value", Reading.shortened(limit)));
      }
    } else if (BuiltInCollections.contains(limit)) {
      root.contradiction(
          ManifestCode.COLLECTION_BUILT_IN,
          "limitingCollection",
          Message.of("manifest-check.limit-built-in", "value", Reading.shortened(limit)));
    }
  }

  void operatingSystems(List<OperatingSystem> systems) {
    Set<OperatingSystem> seen = new HashSet<>();
    for (int i = 0; i < systems.size(); i++) {
      if (!seen.add(systems.get(i))) {
        root.contradiction(
            ManifestCode.VALUE_REFUSED,
            "operatingSystems[" + i + "]",
            Message.of(
                "manifest-check.twice",
                "path",
                "operatingSystems",
                "value",
                systems.get(i).word()));
      }
    }
  }

  void packages(PackageSection files, Set<OperatingSystem> systems) {
    if (files.intake().isPresent()) {
      // What it holds is seen when it is read.
      return;
    }
    List<OperatingSystem> installed =
        systems.stream().filter(OperatingSystem::needsInstaller).toList();
    List<OperatingSystem> updated =
        systems.stream().filter(OperatingSystem::needsPlatformUpdate).toList();
    needed("installer", "md4ws.msi", files.installer().isPresent(), installed);
    needed("installScript", "install.ps1", files.installScript().isPresent(), installed);
    needed("platformUpdate", "UpdatePlatform.exe", files.platformUpdate().isPresent(), updated);
  }

  private void needed(String key, String file, boolean present, List<OperatingSystem> systems) {
    if (!present && !systems.isEmpty()) {
      root.contradiction(
          ManifestCode.PACKAGE_NEEDED,
          "packages",
          Message.of(
              "manifest-check.package-needed",
              "path",
              "packages." + key,
              "titles",
              join(systems, OperatingSystem::title),
              "file",
              file,
              "words",
              join(systems, OperatingSystem::word)));
    }
  }

  private static Text join(
      List<OperatingSystem> systems, Function<OperatingSystem, String> spelling) {
    return systems.stream()
        .map(spelling)
        .map(Text::verbatim)
        .reduce((first, next) -> Text.of("manifest-check.and", "first", first, "next", next))
        .orElseThrow();
  }

  void rings(List<Ring> rings, String limit) {
    Map<String, String> names = new HashMap<>();
    Map<String, String> owners = new HashMap<>();
    for (int i = 0; i < rings.size(); i++) {
      Ring ring = rings.get(i);
      String path = "rings[" + i + "]";
      String earlier = names.putIfAbsent(fold(ring.name()), path);
      if (earlier != null) {
        overlap(
            path + ".name",
            same(path + ".name", ring.name(), earlier + ".name", "manifest-check.name-each-ring"));
      }
      for (int j = 0; j < ring.collections().size(); j++) {
        String collection = ring.collections().get(j);
        String place = path + ".collections[" + j + "]";
        limitedByItself(ring, place, collection, limit);
        String other = owners.putIfAbsent(fold(collection), place);
        if (other != null) {
          overlap(place, same(place, collection, other, "manifest-check.collection-once"));
        }
      }
    }
  }

  private void limitedByItself(Ring ring, String place, String name, String limit) {
    if (fold(name).equals(fold(limit))) {
      root.contradiction(
          ManifestCode.RING_LIMITS_ITSELF,
          place,
          Message.of(
              "manifest-check.limits-itself",
              "ring",
              ring.name(),
              "value",
              Reading.shortened(name)));
    }
  }

  private void overlap(String path, Message message) {
    root.contradiction(ManifestCode.RINGS_OVERLAP, path, message);
  }

  /** Message about two places with the same value. */
  static Message same(String path, String value, String other, String fix) {
    return new Message(
        Text.of(
            "manifest-check.same", "path", path, "value", Reading.shortened(value), "other", other),
        Text.of(fix));
  }

  /** Message about a collection that is built in. */
  static Message builtIn(String path, String collection, String fix) {
    return new Message(
        Text.of("manifest-check.built-in", "path", path, "value", Reading.shortened(collection)),
        Text.of(fix));
  }

  /**
   * Checks that no collection is both onboarded and offboarded: a server cannot do both at once.
   */
  void offboard(List<OffboardSection> entries, List<Ring> rings, String limit) {
    Map<String, String> owners = new HashMap<>();
    owners.put(fold(limit), "limitingCollection");
    for (int i = 0; i < rings.size(); i++) {
      List<String> collections = rings.get(i).collections();
      for (int j = 0; j < collections.size(); j++) {
        owners.putIfAbsent(fold(collections.get(j)), "rings[" + i + "].collections[" + j + "]");
      }
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      OffboardSection entry = entries.get(i);
      String path = "offboard[" + i + "]";
      if (!names.add(fold(entry.name()))) {
        overlap(
            path + ".name",
            Message.of("manifest-check.same-entry", "path", path + ".name", "value", entry.name()));
      }
      entry.collection().ifPresent(collection -> leaves(path + ".collection", collection, owners));
    }
  }

  private void leaves(String place, String collection, Map<String, String> owners) {
    if (BuiltInCollections.contains(collection)) {
      root.contradiction(
          ManifestCode.COLLECTION_BUILT_IN,
          place,
          builtIn(place, collection, "manifest-check.own-leaving"));
    }
    String other = owners.putIfAbsent(fold(collection), place);
    if (other != null) {
      overlap(place, same(place, collection, other, "manifest-check.collection-to-offboard"));
    }
  }

  void distribution(List<Ring> rings, DistributionSection distribution) {
    for (int i = 0; i < rings.size(); i++) {
      if (rings.get(i).distributionGroups().isEmpty() && distribution.groups().isEmpty()) {
        root.contradiction(
            ManifestCode.DISTRIBUTION_MISSING,
            "rings[" + i + "]",
            Message.of("manifest-check.no-group", "ring", rings.get(i).name()));
      }
    }
  }

  /** Checks that offboarding content has a distribution point group, with any deployment method. */
  void offboardDistribution(
      List<OffboardSection> entries, List<Ring> rings, DistributionSection distribution) {
    boolean nowhere =
        distribution.groups().isEmpty()
            && rings.stream().allMatch(ring -> ring.distributionGroups().isEmpty());
    for (int i = 0; i < entries.size(); i++) {
      if (nowhere && entries.get(i).packageFile().isPresent()) {
        root.contradiction(
            ManifestCode.DISTRIBUTION_MISSING,
            "offboard[" + i + "].package",
            Message.of("manifest-check.entry-no-group", "entry", entries.get(i).name()));
      }
    }
  }

  void route(List<Ring> rings, Set<OperatingSystem> systems, RolloutSection rollout) {
    if (rollout.method() != RolloutSection.Method.CLIENT_SETTING) {
      return;
    }
    for (int i = 0; i < rings.size(); i++) {
      if (rings.get(i).antivirus() == Ring.Antivirus.PASSIVE
          && !systems.stream().allMatch(OperatingSystem::hasAntivirus)) {
        root.contradiction(
            ManifestCode.ROUTE_CONTRADICTED,
            "rings[" + i + "].antivirus",
            Message.of("manifest-check.passive-by-setting", "ring", rings.get(i).name()));
      }
    }
  }

  /** Checks that only the last ring names a held-back collection. */
  void holdBack(List<Ring> rings, List<String> heldBack) {
    Set<String> held = heldBack.stream().map(CrossChecks::fold).collect(Collectors.toSet());
    for (int i = 0; i + 1 < rings.size(); i++) {
      for (int j = 0; j < rings.get(i).collections().size(); j++) {
        String collection = rings.get(i).collections().get(j);
        if (held.contains(fold(collection))) {
          String place = "rings[" + i + "].collections[" + j + "]";
          overlap(
              place,
              Message.of(
                  "manifest-check.held-back",
                  "path",
                  place,
                  "value",
                  Reading.shortened(collection)));
        }
      }
    }
  }

  void names(
      String name,
      NamingSection naming,
      Set<OperatingSystem> systems,
      List<Ring> rings,
      List<OffboardSection> leaving) {
    List<String> applications = new ArrayList<>();
    List<String> collections = new ArrayList<>();
    List<String> deployments = new ArrayList<>();
    // Rings with one name have been reported as such.
    Map<String, String> ringNames = new LinkedHashMap<>();
    rings.forEach(ring -> ringNames.putIfAbsent(fold(ring.name()), ring.name()));
    RingVariants variants = new RingVariants(rings);
    Set<Ring.Antivirus> modes =
        rings.stream().anyMatch(ring -> ring.antivirus() == Ring.Antivirus.PASSIVE)
            ? EnumSet.allOf(Ring.Antivirus.class)
            : Set.of();
    modes.forEach(mode -> applications.add(naming.applicationFor(name, mode)));
    applications.add(naming.settingsApplicationFor(name, Optional.empty()));
    ringNames
        .values()
        .forEach(ring ->
            applications.add(naming.settingsApplicationFor(name, Optional.of("of " + ring))));
    for (OperatingSystem system : systems) {
      for (Ring ring : variants.distinct()) {
        applications.add(naming.applicationFor(name, system, variants.wordFor(ring)));
      }
      for (String ring : ringNames.values()) {
        collections.add(naming.collectionFor(name, system, ring));
        if (!modes.isEmpty()) {
          collections.add(naming.collectionFor(name, system.title() + " passive", ring));
        }
        deployments.add(naming.deploymentFor(name, system, ring));
        modes.forEach(mode -> deployments.add(naming.deploymentFor(name, system, mode, ring)));
        deployments.add(naming.settingsDeploymentFor(name, system, ring));
      }
    }
    // Entries with one name have been reported as such.
    Map<String, String> entries = new LinkedHashMap<>();
    leaving.forEach(entry -> entries.putIfAbsent(fold(entry.name()), entry.name()));
    for (String entry : entries.values()) {
      applications.add(naming.applicationFor(name, "offboarding " + entry));
      collections.add(naming.collectionFor(name, "leaving", entry));
      collections.add(naming.collectionFor(name, "offboarding", entry));
      deployments.add(naming.deploymentFor(name, "offboarding", entry));
    }
    Text both = Text.of("manifest-check.template-os-ring", "os", "{os}", "ring", "{ring}");
    distinct(
        "naming.application", applications, Text.of("manifest-check.template-os", "os", "{os}"));
    distinct("naming.collection", collections, both);
    distinct("naming.deployment", deployments, both);
  }

  private void distinct(String path, List<String> names, Text remedy) {
    Set<String> used = new HashSet<>();
    for (String name : names) {
      if (!used.add(fold(name))) {
        root.contradiction(
            ManifestCode.NAMES_COLLIDE,
            path,
            new Message(
                Text.of(
                    "manifest-check.names-equal", "path", path, "value", Reading.shortened(name)),
                remedy));
        return;
      }
      if (name.length() > LONGEST_NAME) {
        root.contradiction(
            ManifestCode.NAMES_COLLIDE,
            path,
            Message.of(
                "manifest-check.name-long",
                "path",
                path,
                "count",
                name.length(),
                "limit",
                LONGEST_NAME));
        return;
      }
    }
  }

  void exemptions(List<Exemption> exemptions) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < exemptions.size(); i++) {
      String server = exemptions.get(i).server();
      if (!seen.add(fold(server))) {
        root.contradiction(
            ManifestCode.EXCEPTION_DOUBLED,
            "exceptions[" + i + "].server",
            Message.of(
                "manifest-check.twice", "path", "exceptions", "value", Reading.shortened(server)));
      }
    }
  }

  /** Checks that the job for the sensor's update has a section to apply. */
  void jobs(JobsSection jobs, WsusSection wsus) {
    if (jobs.of(JobKind.SENSOR_UPDATE).isPresent() && wsus.sensorUpdate().isEmpty()) {
      root.contradiction(
          ManifestCode.KEY_MISSING, "jobs", Message.of("manifest-check.job-without-section"));
    }
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
