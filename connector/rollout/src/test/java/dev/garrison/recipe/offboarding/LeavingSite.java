package dev.garrison.recipe.offboarding;

import dev.garrison.engine.resource.Mark;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.mecm.application.model.Generations;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.mecm.site.RollupState;
import dev.garrison.mecm.site.RouteDecision;
import dev.garrison.mecm.site.Site;
import dev.garrison.payload.Packages;
import dev.garrison.recipe.application.ContentRecipe;
import dev.garrison.recipe.application.OffboardApplication;
import dev.garrison.recipe.application.Scope;
import dev.garrison.ring.LeavingServer;
import dev.garrison.ring.Offboarding;
import dev.garrison.ring.OffboardingNote;
import dev.garrison.share.FileSource;
import dev.garrison.survey.StagedVersions;
import dev.garrison.survey.Survey;
import dev.garrison.survey.offboarding.LeavingFacts;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.DeploymentFact;
import dev.garrison.survey.ring.EntryFacts;
import dev.garrison.survey.ring.OurDeployments;
import dev.garrison.survey.ring.RingFacts;
import dev.garrison.survey.ring.SiteCollections;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import java.util.Set;

/** A manifest of one ring, with entries of servers that leave, and what a site shows of them. */
final class LeavingSite {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:30Z");
  static final String PACKAGE =
      "package: packages/WindowsDefenderATPOffboardingPackage_valid_until_2026-12-01.zip";
  private static final Instant ENDS = Instant.parse("2026-12-01T23:59:59Z");

  private final String text;
  private ManifestResult read;
  private final List<CollectionFact> collections = new ArrayList<>();
  private final Map<String, DeploymentFact> offboarding = new HashMap<>();
  private final Map<String, Offboarding> leaving = new HashMap<>();
  private final Map<String, Offboarding> returning = new HashMap<>();
  private final Map<String, Integer> servers = new HashMap<>();
  private final Map<String, Packages.Offboarding> packages = new HashMap<>();
  private ZoneId zone = ZoneOffset.UTC;

  /** A manifest with an entry 'old' with more keys, and more lines of its own. */
  LeavingSite(String keys, String root) {
    this(
        "offboard:\n  - {name: old, collection: Old servers, maxDevices: 5, reason: CHG7%s}\n%s"
            .formatted(keys.isEmpty() ? "" : ", " + keys, root));
  }

  LeavingSite(String root) {
    text =
        """
        apiVersion: garrison.dev/v1
        name: small
        site:
          code: PS1
          providers: [https://cm01.contoso.example/AdminService]
        content: {publishTo: "folder:/srv/mde", contentSource: '\\\\fs01.contoso.example\\mde$'}
        tenant: {orgId: 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2}
        packages: {onboarding: packages/WindowsDefenderATPOnboardingPackage.zip, installer: packages/md4ws.msi, installScript: packages/install.ps1, platformUpdate: packages/UpdatePlatform.exe}
        limitingCollection: All Servers
        sampleSharing: none
        distribution: {groups: [All DPs]}
        operatingSystems: [2016, 2019]
        rings:
          - {name: all, collections: [Servers], maxDevices: 50, deadline: "+3d 22:00", antivirus: active}
        """
            + root;
    read = read(text);
  }

  private static ManifestResult read(String text) {
    return new ManifestReader()
        .read(
            "garrison.yaml",
            Path.of("/srv"),
            text.getBytes(StandardCharsets.UTF_8),
            LocalDate.of(2026, 11, 20));
  }

  /** The manifest has a passive ring as well. */
  LeavingSite withPassiveRing(String name) {
    read =
        read(
            text.replace(
                "rings:\n",
                "rings:\n  - {name: %s, collections: [Others], maxDevices: 50, deadline: \"+3d 22:00\", antivirus: passive}\n"
                    .formatted(name)));
    return this;
  }

  /** The manifest has Windows Server 2012 R2 as well. */
  LeavingSite with2012R2() {
    read = read(text.replace("[2016, 2019]", "[2012R2, 2016, 2019]"));
    return this;
  }

  /** Offboards by a package that ends on the first of December. */
  static LeavingSite offboarding() {
    return offboarding("deadline: '+2d 22:00'", "");
  }

  static LeavingSite offboarding(String keys, String root) {
    return new LeavingSite(PACKAGE + ", " + keys, root).packaged();
  }

  /** The package of the entry was found. */
  LeavingSite packaged() {
    packages.put(
        "old",
        new Packages.Offboarding(
            FileSource.of("WindowsDefenderATP.offboarding", new byte[] {7}), ENDS));
    return this;
  }

  LeavingSite in(ZoneId other) {
    zone = other;
    return this;
  }

  Manifest manifest() {
    return read.manifest();
  }

  /** Kept out of the rings, and gone from them. */
  static LeavingServer gone(long id, String name) {
    return new LeavingServer(id, name, true, Set.of(), Optional.empty(), true);
  }

  /** The site has not evaluated yet that it leaves. */
  static LeavingServer held(long id, String name) {
    return new LeavingServer(id, name, false, Set.of(), Optional.empty(), false);
  }

  LeavingSite leave(LeavingServer... each) {
    leaving.put("old", new Offboarding(List.of(each), Optional.empty(), true));
    servers.put("old", each.length);
    return this;
  }

  LeavingSite comeBack(LeavingServer... each) {
    returning.put("old", new Offboarding(List.of(each), Optional.empty(), true));
    return this;
  }

  LeavingSite holds(int many) {
    servers.put("old", many);
    return this;
  }

  /** Our collection of servers that may be offboarded is there. */
  LeavingSite offers() {
    return ours(manifest().offboardingCollection("old"), new OffboardingNote("old", true));
  }

  LeavingSite keeps() {
    return ours(manifest().leavingCollection("old"), new OffboardingNote("old", false));
  }

  private LeavingSite ours(String name, OffboardingNote note) {
    collections.add(
        new CollectionFact(
            "PS1000%02d".formatted(collections.size()),
            name,
            new Mark("small").after(note.describing()),
            1,
            false,
            Optional.empty()));
    return this;
  }

  LeavingSite deployed() {
    offboarding.put(
        manifest().offboardingDeployment("old"),
        new DeploymentFact(
            1,
            "PS100001",
            Optional.empty(),
            Optional.of(LocalDateTime.of(2026, 12, 1, 22, 0)),
            Optional.of(NOW)));
    return this;
  }

  RingFacts rings() {
    return new RingFacts(
        new SiteCollections(collections),
        new OurDeployments(Map.of(), Map.of(), Map.of(), offboarding),
        Map.of(),
        List.of(),
        Map.of(),
        Map.of(),
        EntryFacts.NONE);
  }

  List<LeavingPlan> plans() {
    return LeavingPlan.all(manifest(), rings(), new LeavingFacts(leaving, returning, servers));
  }

  LeavingCollections collections() {
    return new LeavingCollections(manifest(), new Mark("small"), plans());
  }

  OffboardRecipe recipe() {
    return recipe(NOW);
  }

  OffboardRecipe recipe(Instant asOf) {
    Packages found =
        new Packages(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            FileSource.of("WindowsDefenderATP.onboarding", new byte[] {1}),
            packages,
            List.of(
                FileSource.of("AntivirusChecks.ps1", new byte[] {7}),
                FileSource.of("Install-DefenderForEndpoint.ps1", new byte[] {2}),
                FileSource.of("PendingOnboarding.ps1", new byte[] {9}),
                FileSource.of("ReadinessChecks.ps1", new byte[] {3}),
                FileSource.of("ScriptLog.ps1", new byte[] {10}),
                FileSource.of("Remove-DefenderForEndpoint.ps1", new byte[] {4}),
                FileSource.of("ServerActions.ps1", new byte[] {5}),
                FileSource.of("ServerFacts.ps1", new byte[] {6}),
                FileSource.of("ThirdPartyAntivirus.txt", new byte[] {8})),
            Map.of(),
            List.of());
    Survey survey =
        new Survey(
            new Site(
                new Site.Identity(
                    "PS1",
                    "9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214",
                    Optional.empty(),
                    Optional.empty()),
                List.of(),
                RollupState.UNKNOWN),
            new RouteDecision.Admitted(OnboardingRoute.APPLICATION, "", List.of(), List.of()),
            rings(),
            new LeavingFacts(leaving, returning, servers),
            Set.of("All DPs"),
            Set.of(),
            found,
            StagedVersions.EMPTY,
            Generations.FIRST,
            List.of());
    return new OffboardRecipe(
        read,
        survey,
        new OffboardApplication(
            manifest(), new Mark("small"), new ContentRecipe(manifest(), found), Scope.of(survey)),
        asOf,
        zone);
  }
}
