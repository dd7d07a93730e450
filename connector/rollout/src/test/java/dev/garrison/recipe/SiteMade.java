package dev.garrison.recipe;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Intent;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.mecm.application.model.Generations;
import dev.garrison.mecm.site.HierarchySite;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.mecm.site.RollupState;
import dev.garrison.mecm.site.RouteDecision;
import dev.garrison.mecm.site.Site;
import dev.garrison.payload.Packages;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingWindows;
import dev.garrison.share.FileSource;
import dev.garrison.survey.StagedVersions;
import dev.garrison.survey.Survey;
import dev.garrison.survey.offboarding.LeavingFacts;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.DeploymentFact;
import dev.garrison.survey.ring.EntryFacts;
import dev.garrison.survey.ring.OurDeployments;
import dev.garrison.survey.ring.RingConflict;
import dev.garrison.survey.ring.RingFacts;
import dev.garrison.survey.ring.SiteCollections;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A manifest of the rings 'pilot' and 'broad', a site that fits it, and changes of both. */
final class SiteMade {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private final ManifestResult read;
  private final List<CollectionFact> collections = new ArrayList<>();
  private final Map<String, DeploymentFact> applications = new HashMap<>();
  private final Map<String, DeploymentFact> policies = new HashMap<>();
  private final Map<String, DeploymentFact> beside = new HashMap<>();
  private final Map<String, Integer> members = new HashMap<>();
  private final Map<String, RingHealth> health = new HashMap<>();
  private final Map<String, RingWindows> windows = new HashMap<>();
  private final Map<String, RingAntivirus> antivirus = new HashMap<>();
  private final List<RingConflict> meetings = new ArrayList<>();
  private final Set<String> groups = new TreeSet<>(Set.of("All DPs"));
  private final Set<String> scopes = new TreeSet<>();
  private final List<HierarchySite> sites = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Diagnostic> warnings = new ArrayList<>();
  private final Map<String, String> proofs = new HashMap<>();
  private final Map<String, Packages.Offboarding> offboarding = new HashMap<>();
  private RouteDecision.Admitted route =
      new RouteDecision.Admitted(
          OnboardingRoute.APPLICATION, "it is the only route", List.of(), List.of());
  private RollupState rollup = RollupState.UNKNOWN;
  private FileSource installer = FileSource.of("md4ws.msi", new byte[] {1});
  private StagedVersions shelf = StagedVersions.EMPTY;

  /** A manifest for 2019 alone, with nothing but what it needs. */
  SiteMade() {
    this("2019", "", "", "");
  }

  /**
   * A manifest.
   *
   * @param systems operating systems
   * @param root more lines of the manifest itself
   * @param pilot more keys of the first ring, each with a comma before it
   * @param broad more keys of the second
   */
  SiteMade(String systems, String root, String pilot, String broad) {
    String text =
        """
        apiVersion: garrison.dev/v1
        name: small
        site:
          code: PS1
          providers: [https://cm01.contoso.example/AdminService]
        content: {publishTo: "folder:/srv/mde", contentSource: '\\\\fs01.contoso.example\\mde$'}
        tenant: {orgId: 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2}
        packages: {onboarding: packages/on.zip, installer: packages/md4ws.msi, installScript: packages/install.ps1, platformUpdate: packages/UpdatePlatform.exe}
        sampleSharing: none
        operatingSystems: [%s]
        rings:
          - {name: pilot, collections: [Pilot servers], maxDevices: 50, deadline: "+3d 22:00"%s}
          - {name: broad, collections: [Broad servers], maxDevices: 500, deadline: "+7d 22:00"%s}
        %s
        """
            .formatted(
                systems,
                pilot.contains("antivirus") ? pilot : pilot + ", antivirus: active",
                broad.contains("antivirus") ? broad : broad + ", antivirus: active",
                (root.contains("limitingCollection") ? "" : "limitingCollection: All Servers\n")
                    + (root.contains("distribution") ? "" : "distribution: {groups: [All DPs]}\n")
                    + root);
    read =
        new ManifestReader()
            .read(
                "garrison.yaml",
                Path.of("/srv"),
                text.getBytes(StandardCharsets.UTF_8),
                LocalDate.of(2026, 11, 20));
    collection("SMS00001", "All Systems", 900);
    collection("PS100001", "All Servers", 90);
    collection("PS100002", "Pilot servers", 5);
    collection("PS100003", "Broad servers", 50);
    collection("PS100004", "SQL servers", 4);
  }

  ManifestResult read() {
    return read;
  }

  Manifest manifest() {
    return read.manifest();
  }

  Ring pilot() {
    return manifest().rings().getFirst();
  }

  Ring broad() {
    return manifest().rings().getLast();
  }

  String deployment(Ring ring, OperatingSystem system) {
    return manifest().naming().deploymentFor("small", system, ring.name());
  }

  String collection(Ring ring, OperatingSystem system) {
    return manifest().naming().collectionFor("small", system, ring.name());
  }

  SiteMade collection(String id, String name, int servers) {
    collections.add(
        new CollectionFact(id, name, "", servers, id.startsWith("SMS"), Optional.empty()));
    return this;
  }

  SiteMade ours(CollectionFact fact) {
    collections.add(fact);
    return this;
  }

  SiteMade on(OnboardingRoute other) {
    return on(new RouteDecision.Admitted(other, "it is the only route", List.of(), List.of()));
  }

  SiteMade on(RouteDecision.Admitted other) {
    route = other;
    return this;
  }

  private static DeploymentFact made(double daysAgo) {
    return new DeploymentFact(
        1,
        "PS100000",
        Optional.empty(),
        Optional.of(LocalDateTime.of(2026, 12, 1, 22, 0)),
        Optional.of(NOW.minus(Duration.ofMinutes(Math.round(daysAgo * 1440)))));
  }

  /** Applications of all systems were deployed to it so many days ago. */
  SiteMade opened(Ring ring, double daysAgo) {
    manifest()
        .operatingSystems()
        .forEach(system -> applications.put(deployment(ring, system), made(daysAgo)));
    return this;
  }

  SiteMade policy(Ring ring, double daysAgo) {
    manifest()
        .operatingSystems()
        .forEach(system -> policies.put(deployment(ring, system), made(daysAgo)));
    return this;
  }

  SiteMade beside(String name) {
    beside.put(name, made(1));
    return this;
  }

  SiteMade members(Ring ring, int servers) {
    members.put(ring.name(), servers);
    return this;
  }

  SiteMade health(Ring ring, RingHealth found) {
    health.put(ring.name(), found);
    return this;
  }

  SiteMade windows(Ring ring, RingWindows found) {
    windows.put(ring.name(), found);
    return this;
  }

  SiteMade antivirus(Ring ring, RingAntivirus found) {
    antivirus.put(ring.name(), found);
    return this;
  }

  SiteMade meeting(String... servers) {
    meetings.add(new RingConflict("pilot", "SQL servers", List.of(servers)));
    return this;
  }

  SiteMade groups(String... names) {
    groups.clear();
    groups.addAll(List.of(names));
    return this;
  }

  SiteMade scopes(String... names) {
    scopes.addAll(List.of(names));
    return this;
  }

  SiteMade site(HierarchySite one) {
    sites.add(one);
    return this;
  }

  SiteMade rollup(RollupState state) {
    rollup = state;
    return this;
  }

  SiteMade note(String text) {
    notes.add(text);
    return this;
  }

  SiteMade warning(Diagnostic warning) {
    warnings.add(warning);
    return this;
  }

  SiteMade proof(String key, String proven) {
    proofs.put(key, proven);
    return this;
  }

  SiteMade installer(FileSource file) {
    installer = file;
    return this;
  }

  SiteMade shelf(StagedVersions found) {
    shelf = found;
    return this;
  }

  SiteMade offboarding(String entry, Packages.Offboarding found) {
    offboarding.put(entry, found);
    return this;
  }

  RingFacts facts() {
    return new RingFacts(
        new SiteCollections(collections),
        new OurDeployments(applications, beside, policies, Map.of()),
        members,
        meetings,
        windows,
        health,
        EntryFacts.NONE,
        antivirus,
        Map.of(),
        List.of());
  }

  Survey survey() {
    return new Survey(
        new Site(
            new Site.Identity(
                "PS1", "9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214", Optional.empty(), Optional.empty()),
            sites,
            rollup),
        route,
        facts(),
        LeavingFacts.NONE,
        groups,
        scopes,
        new Packages(
            Optional.of(installer),
            Optional.of(FileSource.of("install.ps1", new byte[] {2})),
            Optional.of(FileSource.of("UpdatePlatform.exe", new byte[] {3})),
            FileSource.of("WindowsDefenderATP.onboarding", new byte[] {4}),
            offboarding,
            List.of(FileSource.of("Install-DefenderForEndpoint.ps1", new byte[] {5})),
            proofs,
            warnings),
        shelf,
        Generations.FIRST,
        notes);
  }

  List<Diagnostic> problems() {
    return new SiteFit(read, survey()).problems();
  }

  Intent intent() {
    return intent(Allowances.NONE);
  }

  Intent intent(Allowances allowances) {
    return new Recipe(ZoneOffset.UTC).intent(read, survey(), NOW, allowances);
  }
}
