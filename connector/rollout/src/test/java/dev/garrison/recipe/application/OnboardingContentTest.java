package dev.garrison.recipe.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Program;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.recipe.ring.AntivirusModes;
import dev.garrison.recipe.ring.RingSettings;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files a server of each system gets, what its application runs, and what is told of it. */
final class OnboardingContentTest {

  @Test
  void anApplicationSaysWhatItIsAndWhereItsContentLies() {
    Application application =
        OnboardingSamples.application(
            OnboardingSamples.plain(), OperatingSystem.WINDOWS_SERVER_2019);
    ContentRecipe.Version version =
        new ContentRecipe(OnboardingSamples.plain(), OnboardingSamples.PACKAGES)
            .of(OperatingSystem.WINDOWS_SERVER_2019);
    assertThat(application.description())
        .isEqualTo(
            "Onboards Windows Server 2019 to Microsoft Defender for Endpoint. [garrison:1:small]");
    assertThat(application.softwareVersion()).isEqualTo(version.version());
    assertThat(application.deploymentType().content().location())
        .isEqualTo(
            "\\\\fs01.contoso.example\\mde$\\%s\\%s\\"
                .formatted(version.folder(), version.version()));
    assertThat(OnboardingSamples.applications(OnboardingSamples.plain()).modelName(application))
        .isEqualTo("ScopeId_9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214/" + application.logicalName());
    assertThat(OnboardingSamples.applications(OnboardingSamples.plain()).kept())
        .hasSize(5)
        .extracting(RetentionRecipe.Kept::modelName)
        .contains(OnboardingSamples.applications(OnboardingSamples.plain()).modelName(application));
  }

  @ParameterizedTest
  @CsvSource({
    "WINDOWS_SERVER_2012_R2, Windows/All_x64_Windows_Server_2012_R2",
    "WINDOWS_SERVER_2016, Windows/All_x64_Windows_Server_2016",
    "WINDOWS_SERVER_2019, Windows/All_x64_Windows_Server_2019_and_higher",
    "WINDOWS_SERVER_2022, Windows/All_x64_Windows_Server_2022_and_higher"
  })
  void aRuleIsANetUnderTheCollection(OperatingSystem system, String rule) {
    assertThat(
            OnboardingSamples.application(OnboardingSamples.plain(), system)
                .deploymentType()
                .operatingSystems())
        .containsExactly(rule);
  }

  @Test
  void for2025NoRuleIsPublic() {
    assertThat(
            OnboardingSamples.application(
                    OnboardingSamples.plain(), OperatingSystem.WINDOWS_SERVER_2025)
                .deploymentType()
                .operatingSystems())
        .isEmpty();
  }

  @Test
  void anApplicationHasAThirdOfItsTimeAsItsEstimate() {
    for (OperatingSystem system : OperatingSystem.values()) {
      Program.Experience experience =
          OnboardingSamples.application(OnboardingSamples.plain(), system)
              .deploymentType()
              .program()
              .experience();
      assertThat(experience.maxExecuteTime()).isEqualTo(system.maximumMinutes());
      assertThat(experience.executeTime()).isEqualTo(system.maximumMinutes() / 3);
    }
  }

  @Test
  void onlyTheOlderSystemsLeaveAWorkspace() {
    Manifest leaving =
        OnboardingSamples.manifest(
            "sampleSharing: none\nrollout: {removeWorkspace: %s}"
                .formatted(OnboardingSamples.WORKSPACE),
            ", antivirus: active");
    String argument = " -Workspace " + OnboardingSamples.WORKSPACE;
    assertThat(command(leaving, OperatingSystem.WINDOWS_SERVER_2016)).contains(argument + " -");
    assertThat(command(leaving, OperatingSystem.WINDOWS_SERVER_2012_R2)).contains(argument + " -");
    assertThat(command(leaving, OperatingSystem.WINDOWS_SERVER_2019))
        .doesNotContain(OnboardingSamples.WORKSPACE);
    assertThat(command(OnboardingSamples.plain(), OperatingSystem.WINDOWS_SERVER_2016))
        .startsWith(
            "powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File"
                + " Install-DefenderForEndpoint.ps1 -OrgId 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2"
                + " -Antivirus active");
  }

  private static String command(Manifest manifest, OperatingSystem system) {
    return OnboardingSamples.application(manifest, system)
        .deploymentType()
        .program()
        .installCommandLine();
  }

  private static ServerRemarks remarks(Manifest manifest, String... there) {
    return new ServerRemarks(
        manifest,
        new AntivirusModes(manifest, Set.of(there), Set.of()),
        new RingSettings(manifest, Set.of(), OnboardingRoute.APPLICATION),
        false);
  }

  @Test
  void aPersonIsToldOfSamplesAndOfTheWorkspace() {
    assertThat(remarks(OnboardingSamples.plain()).forAll())
        .containsExactly(
            "sample sharing: off (AllowSampleCollection = 0); what the antivirus submits is not changed by it");
    assertThat(
            remarks(
                    OnboardingSamples.manifest(
                        "sampleSharing: all\nrollout: {removeWorkspace: %s}"
                            .formatted(OnboardingSamples.WORKSPACE),
                        ", antivirus: active"))
                .forAll())
        .containsExactly(
            "sample sharing: servers may send suspicious files to Microsoft",
            "workspace %s is removed from the Microsoft Monitoring Agent of a 2012 R2 or 2016 server once its onboarding is proven, and no other"
                .formatted(OnboardingSamples.WORKSPACE));
  }

  @Test
  void besideAPolicyAPersonIsToldOfModesAndProxies() {
    Manifest proxies =
        OnboardingSamples.manifest(
            "sampleSharing: none",
            ", antivirus: active, proxy: {sensor: 'p.example:8080', antivirus:"
                + " 'http://p.example:3128'}");
    Ring ring = proxies.rings().getFirst();
    String proxy =
        "ring r: the sensor's proxy is p.example:8080, the antivirus's proxy is"
            + " http://p.example:3128, on servers that are onboarded already too; nothing orders"
            + " them before the policy, so a sensor that needs its proxy waits for it";
    assertThat(remarks(proxies).besidePolicy(ring)).containsExactly(proxy);
    String passive =
        proxies
            .naming()
            .deploymentFor(
                "small", OperatingSystem.WINDOWS_SERVER_2019, Ring.Antivirus.PASSIVE, "r");
    assertThat(remarks(proxies, passive).besidePolicy(ring))
        .containsExactly(
            "Action needed: ring r leaves passive mode: remove the other antivirus first. Some versions of Windows"
                + " do so after a restart only",
            proxy);
    Manifest one =
        OnboardingSamples.manifest(
            "sampleSharing: none", ", antivirus: active, proxy: {sensor: 'p.example:8080'}");
    assertThat(remarks(one).forRing(one.rings().getFirst(), 7))
        .contains(
            "ring r: the sensor's proxy is p.example:8080, on servers that are onboarded already"
                + " too");
  }
}
