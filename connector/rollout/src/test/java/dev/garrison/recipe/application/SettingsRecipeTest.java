package dev.garrison.recipe.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.gate.RingVerdict;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Content.ContentFile;
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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SettingsRecipeTest {
  private static final Scope SCOPE =
      new Scope("9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214", Generations.FIRST);
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final String PLAIN = "application/Defender for Endpoint settings";
  private static final String SENSOR = "proxy: {sensor: \"p.example:8080\"}";
  private static final String BOTH =
      "proxy: {sensor: \"p.example:8080\", antivirus: \"http://p.example:3128\"}";

  /** A ring for each text, which says its proxies. */
  private static Manifest manifest(String samples, String... proxies) {
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
            packages: {onboarding: packages/onboarding.zip}
            sampleSharing: %s
            operatingSystems: [2019, 2022]
            limitingCollection: All Servers
            distribution: {groups: [All DPs]}
            rings:
            """
                .formatted(samples));
    for (int number = 1; number <= proxies.length; number++) {
      text.append(
          """
            - name: r%d
              collections: [Servers %d]
              maxDevices: 50
              deadline: "+3d 22:00"
              antivirus: active
              %s
          """
              .formatted(number, number, proxies[number - 1]));
    }
    return new ManifestReader()
        .read(
            "garrison.yaml",
            Path.of("/srv"),
            text.toString().getBytes(StandardCharsets.UTF_8),
            LocalDate.of(2026, 11, 24))
        .manifest();
  }

  private static SettingsRecipe recipe(Manifest manifest, String... there) {
    return new SettingsRecipe(
        new Mark("small"),
        new ContentRecipe(manifest, packages()),
        SCOPE,
        new RingSettings(manifest, Set.of(there), OnboardingRoute.APPLICATION));
  }

  private static Packages packages() {
    return new Packages(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        FileSource.of("WindowsDefenderATP.onboarding", new byte[] {3}),
        Map.of(),
        List.of(
            FileSource.of("Install-DefenderForEndpoint.ps1", new byte[] {4}),
            FileSource.of("Set-DefenderSettings.ps1", new byte[] {5})),
        Map.of(),
        List.of());
  }

  private static SettingsRecipe besidePolicy(Manifest manifest, String... there) {
    return new SettingsRecipe(
        new Mark("small"),
        new ContentRecipe(manifest, packages()),
        SCOPE,
        new RingSettings(manifest, Set.of(there), OnboardingRoute.CLIENT_SETTING));
  }

  private static RingPlan plan(Ring ring, RingState state) {
    return new RingPlan(
        ring,
        new RingVerdict(ring.name(), state, "because", RingNote.NONE, false),
        new RingSchedule(ring, NOW, ZoneOffset.UTC),
        false,
        Optional.empty());
  }

  private static List<String> addresses(List<Wanted<?>> wanted) {
    return wanted.stream().map(each -> each.address().toString()).toList();
  }

  private static Application application(Wanted<?> wanted) {
    return (Application) ((Desired.Present<?>) wanted.desired()).state();
  }

  private static List<String> clauses(Application application) {
    return application.deploymentType().detection().stream()
        .map(clause ->
            clause.key().replaceAll(".*\\\\", "")
                + " "
                + clause.valueName()
                + " "
                + clause.operator()
                + " "
                + clause.constant()
                + (clause.orMissing() ? " or missing" : ""))
        .toList();
  }

  private static String command(Application application) {
    return application
        .deploymentType()
        .program()
        .installCommandLine()
        .replace("powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File ", "");
  }

  @Test
  void ringsWithoutProxiesShareOneApplicationForSampleSharing() {
    SettingsRecipe recipe = recipe(manifest("none", "", ""));
    assertThat(addresses(recipe.applications())).containsExactly(PLAIN);
    Application application = application(recipe.applications().getFirst());
    assertThat(application.description())
        .isEqualTo(
            "Writes sample sharing and proxies of Microsoft Defender for Endpoint. [garrison:1:small]");
    assertThat(command(application)).isEqualTo("Set-DefenderSettings.ps1 -SampleSharing none");
    assertThat(application.deploymentType().content().files())
        .containsExactly(new ContentFile("Set-DefenderSettings.ps1", 1));
    assertThat(application.deploymentType().content().location())
        .startsWith("\\\\fs01.contoso.example\\mde$\\mde-settings\\");
    assertThat(recipe.applications().getFirst().after())
        .containsExactly(recipe.content().getFirst().address());
    assertThat(clauses(application))
        .containsExactlyInAnyOrder(
            "Windows Advanced Threat Protection AllowSampleCollection Equals 0",
            "DefenderSettings SensorProxySet NotEquals 1 or missing",
            "DefenderSettings AntivirusProxySet NotEquals 1 or missing");
  }

  @Test
  void whereNothingIsSetWindowsSharesAllSamples() {
    assertThat(clauses(application(recipe(manifest("all", "")).applications().getFirst())))
        .contains("Windows Advanced Threat Protection AllowSampleCollection Equals 1 or missing");
  }

  @Test
  void aStatedProxyIsDetectedWithWhatBelongsToItAndItsNote() {
    Application application = application(recipe(manifest("none", BOTH)).applications().getFirst());
    assertThat(command(application))
        .isEqualTo(
            "Set-DefenderSettings.ps1 -SampleSharing none -SensorProxy p.example:8080 -AntivirusProxy http://p.example:3128");
    assertThat(clauses(application))
        .containsExactlyInAnyOrder(
            "Windows Advanced Threat Protection AllowSampleCollection Equals 0",
            "DataCollection TelemetryProxyServer Equals p.example:8080",
            "DataCollection DisableEnterpriseAuthProxy Equals 1",
            "DefenderSettings SensorProxySet Equals 1",
            "Windows Defender ProxyServer Equals http://p.example:3128",
            "DefenderSettings AntivirusProxySet Equals 1");
    assertThat(application.deploymentType().detection()).allMatch(RegistryClause::is64Bit);
  }

  @Test
  void anotherProxyIsAnotherApplicationWithTheNameOfItsFirstRing() {
    Manifest manifest = manifest("none", "", SENSOR, "", SENSOR);
    SettingsRecipe recipe = recipe(manifest);
    assertThat(addresses(recipe.applications()))
        .containsExactly(PLAIN, "application/Defender for Endpoint settings (of r2)");
    assertThat(recipe.kept()).hasSize(2);
    assertThat(recipe.applications())
        .extracting(each -> application(each).logicalName())
        .doesNotHaveDuplicates();
  }

  @Test
  void aChangeKeepsTheApplicationsIdentity() {
    Application before = application(recipe(manifest("none", "")).applications().getFirst());
    Application after = application(recipe(manifest("all", SENSOR)).applications().getFirst());
    assertThat(after.logicalName()).isEqualTo(before.logicalName());
    assertThat(after.deploymentType().logicalName())
        .isEqualTo(before.deploymentType().logicalName());
  }

  @Test
  void anOpenRingGetsADeploymentForEachOperatingSystem() {
    Manifest manifest = manifest("none", "");
    List<Wanted<?>> wanted =
        recipe(manifest).deployments(plan(manifest.rings().getFirst(), RingState.OPEN));
    assertThat(addresses(wanted))
        .containsExactly("deployment/MDE r1 - 2019 settings", "deployment/MDE r1 - 2022 settings");
    assertThat(wanted.getFirst().after())
        .containsExactly(new Address("distribution", "Defender for Endpoint settings"));
    ApplicationDeployment state =
        (ApplicationDeployment) ((Desired.Present<?>) wanted.getFirst().desired()).state();
    assertThat(state.description()).isEqualTo("Settings in ring r1. [garrison:1:small]");
    assertThat(state.collection()).isEqualTo("MDE r1 - 2019");
  }

  @Test
  void aWaitingRingWaitsWithItsSettingsUntilTheyAreThere() {
    Manifest manifest = manifest("none", "", SENSOR);
    RingPlan waiting = plan(manifest.rings().getLast(), RingState.WAITING);
    List<Wanted<?>> wanted = recipe(manifest, "MDE r2 - 2019 settings").deployments(waiting);
    assertThat(wanted.getFirst().held()).isEmpty();
    assertThat(wanted.getLast().held()).contains("ring r2: because");
    assertThat(
            addresses(
                recipe(manifest)
                    .distributions(
                        List.of(plan(manifest.rings().getFirst(), RingState.OPEN), waiting))))
        .containsExactly("distribution/Defender for Endpoint settings");
  }

  @Test
  void aHaltedRingIsNotGivenSettingsEither() {
    Manifest manifest = manifest("none", "");
    assertThat(recipe(manifest).deployments(plan(manifest.rings().getFirst(), RingState.HALTED)))
        .hasSize(2)
        .allSatisfy(wanted -> {
          ApplicationDeployment state =
              (ApplicationDeployment) ((Desired.Present<?>) wanted.desired()).state();
          assertThat(state.properties()).containsEntry("Enabled", "false");
        });
  }

  @Test
  void besideAPolicyOnlyProxiesAreWritten() {
    Application application =
        application(besidePolicy(manifest("none", "", SENSOR)).applications().getLast());
    assertThat(application.description())
        .isEqualTo("Writes proxies of Microsoft Defender for Endpoint. [garrison:1:small]");
    assertThat(command(application))
        .isEqualTo("Set-DefenderSettings.ps1 -SensorProxy p.example:8080");
    assertThat(clauses(application)).noneMatch(clause -> clause.contains("AllowSampleCollection"));
  }

  @Test
  void besideAPolicyThereIsNothingWhereNoRingHasProxies() {
    Manifest manifest = manifest("none", "");
    SettingsRecipe recipe = besidePolicy(manifest);
    RingPlan open = plan(manifest.rings().getFirst(), RingState.OPEN);
    assertThat(recipe.content()).isEmpty();
    assertThat(recipe.applications()).isEmpty();
    assertThat(recipe.distributions(List.of(open))).isEmpty();
    assertThat(recipe.deployments(open)).isEmpty();
  }

  @Test
  void besideAPolicyDeploymentsThatMayHaveWrittenProxiesStayToTakeThemBack() {
    SettingsRecipe recipe = besidePolicy(manifest("none", ""), "MDE r1 - 2019 settings");
    assertThat(clauses(application(recipe.applications().getFirst())))
        .containsExactlyInAnyOrder(
            "DefenderSettings SensorProxySet NotEquals 1 or missing",
            "DefenderSettings AntivirusProxySet NotEquals 1 or missing");
  }

  private static ServerRemarks remarks(Manifest manifest, String... there) {
    return new ServerRemarks(
        manifest,
        new AntivirusModes(manifest, Set.of(there), Set.of()),
        new RingSettings(manifest, Set.of(there), OnboardingRoute.APPLICATION),
        false);
  }

  @Test
  void thePlanSaysThatServersOfAnOpenRingAreReachedToo() {
    Manifest manifest = manifest("none", "");
    assertThat(remarks(manifest, "MDE r1 - 2019").forRing(manifest.rings().getFirst(), 7))
        .endsWith(
            "ring r1: sample sharing and proxies reach its servers that are onboarded already by deployments of their own, due as if the ring opened now");
  }

  @Test
  void whatHoldsForEveryRingIsSaidOnce() {
    assertThat(remarks(manifest("none", "")).forAll())
        .containsExactly(
            "sample sharing: off (AllowSampleCollection = 0); what the antivirus submits is not changed by it");
  }
}
