package dev.garrison.recipe.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.gate.RingVerdict;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Content.ContentFile;
import dev.garrison.mecm.application.model.Dependency;
import dev.garrison.mecm.application.model.ExitCodes;
import dev.garrison.mecm.application.model.Generations;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.payload.Packages;
import dev.garrison.recipe.ring.AntivirusModes;
import dev.garrison.recipe.ring.RingPlan;
import dev.garrison.recipe.ring.RingSchedule;
import dev.garrison.recipe.ring.RingSettings;
import dev.garrison.ring.RingNote;
import dev.garrison.ring.RingState;
import dev.garrison.share.FileSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AntivirusModeRecipeTest {
  private static final Scope SCOPE =
      new Scope("9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214", Generations.FIRST);
  private static final OperatingSystem SYSTEM = OperatingSystem.WINDOWS_SERVER_2019;
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final String PASSIVE = "application/Defender for Endpoint antivirus passive";
  private static final String ACTIVE = "application/Defender for Endpoint antivirus active";

  /** A ring for each word; behind a colon the sensor's proxy. */
  private static Manifest manifest(String... rings) {
    return manifestWith("", rings);
  }

  private static Manifest manifestWith(String root, String... rings) {
    StringBuilder text =
        new StringBuilder(
            """
            apiVersion: garrison.dev/v1
            name: small
            site:
              code: PS1
              providers: [https://cm01.contoso.example/AdminService]
            content: {publishTo: "folder:/srv/mde", contentSource: '\\\\fs01.contoso.example\\mde$'}
            tenant: {orgId: 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2}
            packages:
              installer: packages/md4ws.msi
              installScript: packages/install.ps1
              onboarding: packages/onboarding.zip
            sampleSharing: none
            operatingSystems: [2012R2, 2019]
            limitingCollection: All Servers
            distribution: {groups: [All DPs]}
            """);
    text.append(root).append("rings:\n");
    int number = 1;
    for (String ring : rings) {
      String[] words = ring.split(":", 2);
      text.append(
          """
            - name: r%d
              collections: [Servers %d]
              maxDevices: 50
              deadline: "+3d 22:00"
              antivirus: %s
          """
              .formatted(number, number, words[0]));
      if (words.length > 1) {
        text.append("    proxy: {sensor: \"%s\"}\n".formatted(words[1]));
      }
      number++;
    }
    return new ManifestReader()
        .read(
            "garrison.yaml",
            Path.of("/srv"),
            text.toString().getBytes(StandardCharsets.UTF_8),
            LocalDate.of(2026, 11, 24))
        .manifest();
  }

  private static ContentRecipe content(Manifest manifest) {
    return new ContentRecipe(
        manifest,
        new Packages(
            Optional.of(FileSource.of("md4ws.msi", new byte[] {1})),
            Optional.of(FileSource.of("install.ps1", new byte[] {2})),
            Optional.empty(),
            FileSource.of("WindowsDefenderATP.onboarding", new byte[] {3}),
            Map.of(),
            List.of(
                FileSource.of("Install-DefenderForEndpoint.ps1", new byte[] {4}),
                FileSource.of("Set-DefenderAntivirusMode.ps1", new byte[] {5})),
            Map.of(),
            List.of()));
  }

  private static AntivirusModeRecipe modes(Manifest manifest, String... there) {
    return new AntivirusModeRecipe(
        new Mark("small"),
        content(manifest),
        SCOPE,
        new AntivirusModes(manifest, Set.of(there), Set.of()));
  }

  private static RingPlan plan(Ring ring, RingState state) {
    return new RingPlan(
        ring,
        new RingVerdict(ring.name(), state, "because", RingNote.NONE, false),
        new RingSchedule(ring, NOW, ZoneOffset.UTC),
        false,
        Optional.empty());
  }

  private static List<RingPlan> allOpen(Manifest manifest) {
    return manifest.rings().stream().map(ring -> plan(ring, RingState.OPEN)).toList();
  }

  private static ApplicationRecipe applications(Manifest manifest) {
    return new ApplicationRecipe(
        manifest, new Mark("small"), content(manifest), modes(manifest), SCOPE);
  }

  private static List<String> addresses(List<Wanted<?>> wanted) {
    return wanted.stream().map(each -> each.address().toString()).toList();
  }

  private static Application application(Wanted<?> wanted) {
    return (Application) ((Desired.Present<?>) wanted.desired()).state();
  }

  private static List<String> commands(Manifest manifest) {
    return applications(manifest).wanted().stream()
        .map(AntivirusModeRecipeTest::application)
        .map(each ->
            each.title()
                + each.deploymentType().program().installCommandLine().replaceAll(".*c2 ", ": "))
        .map(command -> command.replaceAll(" -Install\\w+Hash \\w+", ""))
        .toList();
  }

  @Test
  void activeRingsAloneNeedNoApplicationForTheirMode() {
    Manifest manifest = manifest("active", "active");
    AntivirusModeRecipe modes = modes(manifest);
    assertThat(modes.content()).isEmpty();
    assertThat(modes.applications()).isEmpty();
    assertThat(modes.distributions(allOpen(manifest))).isEmpty();
    assertThat(modes.kept()).isEmpty();
    assertThat(modes.deployments(allOpen(manifest).getFirst())).isEmpty();
  }

  @Test
  void aPassiveRingHasAnApplicationWithContentOfItsOwn() {
    AntivirusModeRecipe modes = modes(manifest("passive"));
    assertThat(addresses(modes.applications())).containsExactly(PASSIVE);
    assertThat(modes.applications().getFirst().after())
        .containsExactly(modes.content().getFirst().address());
    Application application = application(modes.applications().getFirst());
    assertThat(application.description())
        .isEqualTo("Tells Microsoft Defender Antivirus to be passive. [garrison:1:small]");
    assertThat(application.deploymentType().content().files())
        .containsExactly(new ContentFile("Set-DefenderAntivirusMode.ps1", 1));
    assertThat(application.deploymentType().content().location())
        .startsWith("\\\\fs01.contoso.example\\mde$\\mde-antivirus\\");
    assertThat(application.deploymentType().program().installCommandLine())
        .isEqualTo(
            "powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File Set-DefenderAntivirusMode.ps1 -Antivirus passive");
    assertThat(application.deploymentType().program().exitCodes().meanings())
        .isEqualTo(Map.of(0, ExitCodes.Meaning.Success));
    assertThat(application.deploymentType().detection())
        .containsExactly(
            new RegistryClause(
                "SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection",
                "ForceDefenderPassiveMode",
                RegistryClause.DataType.Int64,
                RegistryClause.Operator.Equals,
                "1",
                true));
    assertThat(application.deploymentType().operatingSystems()).isEmpty();
  }

  @Test
  void onboardingCarriesNoScriptForTheMode() {
    assertThat(
            applications(manifest("passive"))
                .application(SYSTEM, manifest("passive").rings().getFirst())
                .deploymentType()
                .content()
                .files())
        .extracting(ContentFile::name)
        .containsExactly("Install-DefenderForEndpoint.ps1", "WindowsDefenderATP.onboarding");
  }

  @Test
  void passiveOnboardingDependsOnThePassiveModeAndComesAfterIt() {
    Manifest manifest = manifest("passive");
    Application mode = application(modes(manifest).applications().getFirst());
    assertThat(applications(manifest).wanted())
        .hasSize(2)
        .allSatisfy(wanted -> {
          assertThat(application(wanted).deploymentType().dependencies())
              .containsExactly(Dependency.on(mode));
          assertThat(wanted.after()).contains(Application.address(mode.title()));
        });
  }

  @Test
  void activeOnboardingDependsOnNothing() {
    assertThat(applications(manifest("active")).wanted())
        .hasSize(2)
        .allSatisfy(
            wanted -> assertThat(application(wanted).deploymentType().dependencies()).isEmpty());
  }

  @Test
  void oneModeHasThePlainNamesWhicheverItIs() {
    assertThat(commands(manifest("active", "active")))
        .containsExactly(
            "Defender for Endpoint 2012 R2: -Antivirus active -SampleSharing none",
            "Defender for Endpoint 2019: -Antivirus active -SampleSharing none");
    assertThat(commands(manifest("passive")))
        .containsExactly(
            "Defender for Endpoint 2012 R2: -Antivirus passive -SampleSharing none",
            "Defender for Endpoint 2019: -Antivirus passive -SampleSharing none");
  }

  @Test
  void anotherModeHasItsWordAndAnotherProxyItsRing() {
    assertThat(commands(manifest("active", "passive", "active:p.example:8080", "active")))
        .containsExactly(
            "Defender for Endpoint 2012 R2: -Antivirus active -SampleSharing none",
            "Defender for Endpoint 2012 R2 (passive): -Antivirus passive -SampleSharing none",
            "Defender for Endpoint 2012 R2 (active, proxy of r3): -Antivirus active -SampleSharing none -SensorProxy p.example:8080",
            "Defender for Endpoint 2019: -Antivirus active -SampleSharing none",
            "Defender for Endpoint 2019 (passive): -Antivirus passive -SampleSharing none",
            "Defender for Endpoint 2019 (active, proxy of r3): -Antivirus active -SampleSharing none -SensorProxy p.example:8080");
  }

  @Test
  void anotherRingWithAnotherModeLeavesTheIdentityOfTheFirst() {
    Manifest one = manifest("active");
    Manifest two = manifest("active", "passive");
    Application before = applications(one).application(SYSTEM, one.rings().getFirst());
    assertThat(applications(two).application(SYSTEM, two.rings().getFirst())).isEqualTo(before);
    assertThat(applications(two).application(SYSTEM, two.rings().getLast()).logicalName())
        .isNotEqualTo(before.logicalName());
  }

  @Test
  void theWorkspaceLeavesOnlyServersThatThatAgentEverOnboarded() {
    assertThat(
            commands(
                manifestWith(
                    "rollout: {removeWorkspace: 3b6f0e52-4a7d-4c11-9e0f-2d8a7c5b9e41}\n",
                    "active")))
        .containsExactly(
            "Defender for Endpoint 2012 R2: -Antivirus active -SampleSharing none -Workspace 3b6f0e52-4a7d-4c11-9e0f-2d8a7c5b9e41",
            "Defender for Endpoint 2019: -Antivirus active -SampleSharing none");
  }

  @Test
  void theModeIsDeployedToEachOperatingSystemOfTheRing() {
    Manifest manifest = manifest("passive");
    List<Wanted<?>> wanted = modes(manifest).deployments(allOpen(manifest).getFirst());
    assertThat(addresses(wanted))
        .containsExactly(
            "deployment/MDE r1 - 2012 R2 antivirus passive",
            "deployment/MDE r1 - 2019 antivirus passive");
    assertThat(wanted.getLast().after())
        .containsExactly(new Address("distribution", "Defender for Endpoint antivirus passive"));
    ApplicationDeployment state =
        (ApplicationDeployment) ((Desired.Present<?>) wanted.getLast().desired()).state();
    assertThat(state.description()).isEqualTo("Antivirus passive in ring r1. [garrison:1:small]");
    assertThat(state.collection()).isEqualTo("MDE r1 - 2019");
    assertThat(state.deadline()).contains(LocalDateTime.of(2026, 11, 27, 22, 0));
  }

  @Test
  void aRingThatWasPassiveGetsTheActiveModeBeforeThePassiveOneGoes() {
    Manifest manifest = manifest("active");
    AntivirusModeRecipe modes = modes(manifest, "MDE r1 - 2019 antivirus passive");
    assertThat(addresses(modes.applications())).containsExactly(ACTIVE);
    assertThat(application(modes.applications().getFirst()).deploymentType().detection())
        .extracting(RegistryClause::constant)
        .containsExactly("0");
    List<Wanted<?>> wanted = modes.deployments(allOpen(manifest).getFirst());
    assertThat(addresses(wanted))
        .containsExactly(
            "deployment/MDE r1 - 2012 R2 antivirus active",
            "deployment/MDE r1 - 2019 antivirus active",
            "deployment/MDE r1 - 2019 antivirus passive");
    assertThat(wanted.getLast().desired()).isEqualTo(new Desired.Absent<>("ring r1 is active now"));
    assertThat(wanted.getLast().after()).containsExactly(wanted.get(1).address());
  }

  @Test
  void anActiveModeThatIsThereStaysThere() {
    Manifest manifest = manifest("active");
    AntivirusModeRecipe modes = modes(manifest, "MDE r1 - 2019 antivirus active");
    assertThat(addresses(modes.applications())).containsExactly(ACTIVE);
    assertThat(addresses(modes.deployments(allOpen(manifest).getFirst())))
        .containsExactly(
            "deployment/MDE r1 - 2012 R2 antivirus active",
            "deployment/MDE r1 - 2019 antivirus active");
  }

  @Test
  void aPassiveRingBesideAnActiveOneMakesBothModesManaged() {
    Manifest manifest = manifest("active", "passive");
    AntivirusModeRecipe modes = modes(manifest);
    assertThat(addresses(modes.applications())).containsExactly(ACTIVE, PASSIVE);
    assertThat(modes.kept()).hasSize(2);
    assertThat(addresses(modes.distributions(allOpen(manifest))))
        .containsExactly(
            "distribution/Defender for Endpoint antivirus active",
            "distribution/Defender for Endpoint antivirus passive");
  }

  @Test
  void aWaitingRingGetsItsModeOnceItOpensAndItsContentToo() {
    Manifest manifest = manifest("active", "passive");
    AntivirusModeRecipe modes = modes(manifest);
    RingPlan waiting = plan(manifest.rings().getLast(), RingState.WAITING);
    assertThat(modes.deployments(waiting))
        .hasSize(2)
        .allSatisfy(wanted -> assertThat(wanted.held()).contains("ring r2: because"));
    assertThat(addresses(modes.distributions(List.of(allOpen(manifest).getFirst(), waiting))))
        .containsExactly("distribution/Defender for Endpoint antivirus active");
  }

  @Test
  void aHaltedRingIsToldNoModeEither() {
    Manifest manifest = manifest("passive");
    RingPlan halted = plan(manifest.rings().getFirst(), RingState.HALTED);
    assertThat(modes(manifest, "MDE r1 - 2019 antivirus active").deployments(halted))
        .hasSize(2)
        .allSatisfy(wanted -> {
          ApplicationDeployment state =
              (ApplicationDeployment) ((Desired.Present<?>) wanted.desired()).state();
          assertThat(state.properties()).containsEntry("Enabled", "false");
          assertThat(wanted.after()).isEmpty();
        });
  }

  private static List<String> remarks(Manifest manifest, String... there) {
    return new ServerRemarks(
            manifest,
            new AntivirusModes(manifest, Set.of(there), Set.of()),
            new RingSettings(
                manifest,
                Set.of("MDE r1 - 2012 R2 settings", "MDE r1 - 2019 settings"),
                OnboardingRoute.APPLICATION),
            false)
        .forRing(manifest.rings().getFirst(), 7);
  }

  @Test
  void thePlanWarnsOfTamperProtectionBeforeItIsTooLate() {
    assertThat(remarks(manifest("active")).getFirst())
        .isEqualTo(
            "ring r1: Microsoft Defender Antivirus is turned on, on 7 servers at most. Under tamper protection it stays on, whatever a later \"antivirus: passive\" says");
    assertThat(remarks(manifest("active"), "MDE r1 - 2019"))
        .containsExactly(
            "ring r1: setup checks each server for another antivirus product, and exits without changes if it finds one");
    assertThat(remarks(manifest("passive"), "MDE r1 - 2019"))
        .containsExactly(
            "Action needed: ring r1 becomes passive: under tamper protection its servers that are onboarded stay active, regardless of the registry. Turn it off for them first, and check AMRunningMode afterwards");
    assertThat(remarks(manifest("active"), "MDE r1 - 2019", "MDE r1 - 2019 antivirus passive"))
        .containsExactly(
            "Action needed: ring r1 leaves passive mode: remove the other antivirus first. Some versions of Windows do so after a restart only");
    assertThat(remarks(manifest("passive:p.example:8080")))
        .containsExactly(
            "ring r1: Microsoft Defender Antivirus is set to passive mode before onboarding; under tamper protection, an onboarded server with an active antivirus stays active",
            "ring r1: docs/antivirus-exclusions.md describes the exclusions for its other antivirus product",
            "ring r1: the sensor's proxy is p.example:8080, on servers that are onboarded already too");
  }
}
