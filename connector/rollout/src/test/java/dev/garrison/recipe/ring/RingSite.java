package dev.garrison.recipe.ring;

import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingWindows;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.DeploymentFact;
import dev.garrison.survey.ring.EntryFacts;
import dev.garrison.survey.ring.OurDeployments;
import dev.garrison.survey.ring.RingFacts;
import dev.garrison.survey.ring.SiteCollections;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A manifest of the rings 'pilot' and 'broad', and what a site shows of them. */
final class RingSite {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  static final OperatingSystem SYSTEM = OperatingSystem.WINDOWS_SERVER_2019;

  private final ManifestResult read;
  private final List<CollectionFact> collections = new ArrayList<>();
  private final Map<String, DeploymentFact> applications = new HashMap<>();
  private final Map<String, DeploymentFact> beside = new HashMap<>();
  private final Map<String, DeploymentFact> policies = new HashMap<>();
  private final Map<String, Integer> members = new HashMap<>();
  private final Map<String, RingWindows> windows = new HashMap<>();
  private final Map<String, RingHealth> health = new HashMap<>();
  private ZoneId zone = ZoneOffset.UTC;

  /** A manifest with nothing but what it needs. */
  RingSite() {
    this("", "", "");
  }

  /**
   * A manifest.
   *
   * @param root more lines of the manifest itself
   * @param pilot more keys of the first ring, each with a comma before it
   * @param broad more keys of the second
   */
  RingSite(String root, String pilot, String broad) {
    String text =
        """
        apiVersion: garrison.dev/v1
        name: small
        site:
          code: PS1
          providers: [https://cm01.contoso.example/AdminService]
        content: {publishTo: "folder:/srv/mde", contentSource: '\\\\fs01.contoso.example\\mde$'}
        tenant: {orgId: 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2}
        packages: {onboarding: packages/WindowsDefenderATPOnboardingPackage.zip}
        limitingCollection: All Servers
        sampleSharing: none
        distribution: {groups: [All DPs]}
        operatingSystems: [2019, 2022]
        rings:
          - {name: pilot, collections: [P], maxDevices: 50%s}
          - {name: broad, collections: [B], maxDevices: 500%s}
        %s
        """
            .formatted(
                with("antivirus: active", with("deadline: '+3d 22:00'", pilot)),
                with("antivirus: active", with("deadline: '+7d 22:00'", broad)),
                root);
    read =
        new ManifestReader()
            .read(
                "garrison.yaml",
                Path.of("/srv"),
                text.getBytes(StandardCharsets.UTF_8),
                LocalDate.of(2026, 11, 20));
  }

  private static String with(String pair, String keys) {
    return keys.contains(pair.substring(0, pair.indexOf(' '))) ? keys : keys + ", " + pair;
  }

  Manifest manifest() {
    return read.manifest();
  }

  ManifestResult read() {
    return read;
  }

  Ring pilot() {
    return manifest().rings().getFirst();
  }

  Ring broad() {
    return manifest().rings().getLast();
  }

  String deployment(Ring ring, OperatingSystem system) {
    return manifest().naming().deploymentFor(manifest().name(), system, ring.name());
  }

  String collection(Ring ring, OperatingSystem system) {
    return manifest().naming().collectionFor(manifest().name(), system, ring.name());
  }

  RingSite in(ZoneId other) {
    zone = other;
    return this;
  }

  /** Our collection of a ring, with what its comment says. */
  RingSite whole(Ring ring, String comment, int servers) {
    return holds(manifest().ringCollection(ring), comment, servers, Optional.empty());
  }

  /** Our collection of a ring's servers of one system. */
  RingSite part(Ring ring, OperatingSystem system, int servers) {
    return holds(collection(ring, system), "[garrison:1:small]", servers, Optional.empty());
  }

  RingSite holds(String name, String comment, int servers, Optional<Instant> unevaluated) {
    collections.add(
        new CollectionFact(
            "PS1000%02d".formatted(collections.size()),
            name,
            comment,
            servers,
            false,
            unevaluated));
    return this;
  }

  static DeploymentFact made(double daysAgo) {
    Instant created = NOW.minus(Duration.ofMinutes(Math.round(daysAgo * 1440)));
    return due(LocalDateTime.ofInstant(created, ZoneOffset.UTC).plusDays(3), created);
  }

  static DeploymentFact due(LocalDateTime deadline, Instant created) {
    return new DeploymentFact(
        1, "PS100000", Optional.empty(), Optional.of(deadline), Optional.of(created));
  }

  RingSite deployed(Ring ring, OperatingSystem system, DeploymentFact fact) {
    applications.put(deployment(ring, system), fact);
    return this;
  }

  /** On both systems. */
  RingSite opened(Ring ring, double daysAgo) {
    manifest().operatingSystems().forEach(system -> deployed(ring, system, made(daysAgo)));
    return this;
  }

  RingSite policy(Ring ring, OperatingSystem system, DeploymentFact fact) {
    policies.put(deployment(ring, system), fact);
    return this;
  }

  RingSite beside(String name, DeploymentFact fact) {
    beside.put(name, fact);
    return this;
  }

  RingSite members(Ring ring, int servers) {
    members.put(ring.name(), servers);
    return this;
  }

  RingSite windows(Ring ring, RingWindows found) {
    windows.put(ring.name(), found);
    return this;
  }

  RingSite health(Ring ring, RingHealth found) {
    health.put(ring.name(), found);
    return this;
  }

  /** All of so many servers are onboarded. */
  RingSite well(Ring ring, int servers) {
    return health(ring, new RingHealth(servers, 0, 0, 0, 0));
  }

  RingFacts facts() {
    return new RingFacts(
        new SiteCollections(collections),
        new OurDeployments(applications, beside, policies, Map.of()),
        members,
        List.of(),
        windows,
        health,
        EntryFacts.NONE);
  }

  RingPlans plans() {
    return plans(NOW);
  }

  RingPlans plans(Instant asOf) {
    return new RingPlans(read, facts(), asOf, zone);
  }
}
