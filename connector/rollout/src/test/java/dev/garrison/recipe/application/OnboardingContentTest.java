package dev.garrison.recipe.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.clientscript.ClientFiles;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Generations;
import dev.garrison.mecm.application.model.Program;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.payload.Packages;
import dev.garrison.payload.powershell.ScriptCode;
import dev.garrison.recipe.ring.AntivirusModes;
import dev.garrison.recipe.ring.RingSettings;
import dev.garrison.share.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files a server of each system gets, what its application runs, and what is told of it. */
final class OnboardingContentTest {
  private static final Scope SCOPE =
      new Scope("9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214", Generations.FIRST);
  private static final String WORKSPACE = "7c1f8a52-0d3e-4b6a-9f41-2e5d8c7b6a90";
  private static final Packages PACKAGES =
      new Packages(
          Optional.of(FileSource.of("md4ws.msi", new byte[] {1})),
          Optional.of(FileSource.of("install.ps1", new byte[] {2})),
          Optional.of(FileSource.of("UpdatePlatform.exe", new byte[] {3})),
          FileSource.of("WindowsDefenderATP.onboarding", new byte[] {4}),
          Map.of(),
          List.of(
              FileSource.of("AntivirusChecks.ps1", new byte[] {12}),
              FileSource.of("Install-DefenderForEndpoint.ps1", new byte[] {5}),
              FileSource.of("ReadinessChecks.ps1", new byte[] {6}),
              FileSource.of("ServerActions.ps1", new byte[] {7}),
              FileSource.of("ServerFacts.ps1", new byte[] {13}),
              FileSource.of("ThirdPartyAntivirus.txt", new byte[] {14}),
              FileSource.of("Set-DefenderAntivirusMode.ps1", new byte[] {8}),
              FileSource.of("Set-DefenderSettings.ps1", new byte[] {9}),
              FileSource.of("Remove-DefenderForEndpoint.ps1", new byte[] {10})),
          Map.of(),
          List.of());

  private static Manifest manifest(String root, String ring) {
    String text =
        """
        apiVersion: garrison.dev/v1
        name: small
        site: {code: PS1, providers: [https://cm01.contoso.example/AdminService]}
        content: {publishTo: "folder:/srv/mde", contentSource: '\\\\fs01.contoso.example\\mde$'}
        tenant: {orgId: 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2}
        packages: {onboarding: packages/on.zip, installer: packages/md4ws.msi, installScript: packages/install.ps1, platformUpdate: packages/UpdatePlatform.exe}
        operatingSystems: [2012R2, 2016, 2019, 2022, 2025]
        limitingCollection: All Servers
        distribution: {groups: [All DPs]}
        rings:
          - {name: r, collections: [Servers], maxDevices: 500, deadline: "+3d 22:00"%s}
        %s
        """
            .formatted(ring, root);
    return new ManifestReader()
        .read(
            "garrison.yaml",
            Path.of("/srv"),
            text.getBytes(StandardCharsets.UTF_8),
            LocalDate.of(2026, 11, 24))
        .manifest();
  }

  private static Manifest plain() {
    return manifest("sampleSharing: none", ", antivirus: active");
  }

  private static ApplicationRecipe applications(Manifest manifest) {
    return applications(manifest, PACKAGES);
  }

  private static ApplicationRecipe applications(Manifest manifest, Packages packages) {
    ContentRecipe content = new ContentRecipe(manifest, packages);
    return new ApplicationRecipe(
        manifest,
        new Mark("small"),
        content,
        new AntivirusModeRecipe(
            new Mark("small"), content, SCOPE, new AntivirusModes(manifest, Set.of(), Set.of())),
        SCOPE);
  }

  private static Application application(Manifest manifest, OperatingSystem system) {
    return applications(manifest).application(system, manifest.rings().getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "WINDOWS_SERVER_2012_R2, 'md4ws.msi, install.ps1'",
    "WINDOWS_SERVER_2016, 'md4ws.msi, install.ps1, UpdatePlatform.exe'",
    "WINDOWS_SERVER_2019, ''",
    "WINDOWS_SERVER_2022, ''",
    "WINDOWS_SERVER_2025, ''"
  })
  void aSystemGetsWhatItLacksAndNoScriptThatIsContentOfItsOwn(
      OperatingSystem system, String besides) {
    List<String> expected =
        new ArrayList<>(
            List.of(
                "AntivirusChecks.ps1",
                "Install-DefenderForEndpoint.ps1",
                "ReadinessChecks.ps1",
                "ServerActions.ps1",
                "ServerFacts.ps1",
                "ThirdPartyAntivirus.txt",
                "WindowsDefenderATP.onboarding"));
    if (!besides.isEmpty()) {
      expected.addAll(List.of(besides.split(", ", -1)));
    }
    assertThat(new ContentRecipe(plain(), PACKAGES).of(system).state().files())
        .extracting(file -> file.name())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void whatStandsAloneHasItsOwnContent() {
    ContentRecipe content = new ContentRecipe(plain(), PACKAGES);
    assertThat(content.ofAntivirusMode().state().files())
        .extracting(file -> file.name())
        .containsExactlyInAnyOrder(
            "AntivirusChecks.ps1",
            "ServerActions.ps1",
            "ServerFacts.ps1",
            "Set-DefenderAntivirusMode.ps1",
            "ThirdPartyAntivirus.txt");
    assertThat(content.ofSettings().state().files())
        .extracting(file -> file.name())
        .containsExactlyInAnyOrder("ServerActions.ps1", "Set-DefenderSettings.ps1");
    assertThat(
            content
                .ofOffboarding(
                    new Packages.Offboarding(FileSource.of("off", new byte[] {11}), Instant.EPOCH))
                .state()
                .files())
        .extracting(file -> file.name())
        .containsExactlyInAnyOrder(
            "ServerFacts.ps1", "ServerActions.ps1", "Remove-DefenderForEndpoint.ps1", "off");
  }

  /** A script ends with 20009 where a file that it loads is missing. */
  @Test
  void aContentHasEveryFileThatItsScriptNames() {
    Packages packed =
        new Packages(
            PACKAGES.installer(),
            PACKAGES.installScript(),
            PACKAGES.platformUpdate(),
            PACKAGES.onboarding(),
            Map.of(),
            ClientFiles.packed(),
            Map.of(),
            List.of());
    ContentRecipe content = new ContentRecipe(plain(), packed);
    assertThat(
            List.of(
                content.of(OperatingSystem.WINDOWS_SERVER_2016),
                content.ofAntivirusMode(),
                content.ofSettings(),
                content.ofOffboarding(
                    new Packages.Offboarding(
                        FileSource.of("off", new byte[] {11}), Instant.EPOCH))))
        .allSatisfy(version -> {
          List<String> files = version.state().files().stream().map(file -> file.name()).toList();
          assertThat(files).hasSizeGreaterThan(1).containsAll(namedIn(packed, files));
        });
  }

  /** The names of other client files in the text of those given. */
  private static Set<String> namedIn(Packages packages, List<String> files) {
    Set<String> named = new TreeSet<>();
    for (FileSource file : packages.client()) {
      if (files.contains(file.file().name())) {
        String text = text(file);
        packages.client().stream()
            .map(other -> other.file().name())
            .filter(name -> text.contains("'" + name + "'"))
            .forEach(named::add);
      }
    }
    return named;
  }

  private static String text(FileSource file) {
    try (InputStream stream = file.bytes().open()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatTheManifestSaysOfOtherAntivirusIsBesideTheScriptsThatLookForIt() {
    List<FileSource> client = new ArrayList<>(PACKAGES.client());
    client.add(FileSource.of("OtherAntivirus.txt", new byte[] {15}));
    ContentRecipe content =
        new ContentRecipe(
            plain(),
            new Packages(
                PACKAGES.installer(),
                PACKAGES.installScript(),
                PACKAGES.platformUpdate(),
                PACKAGES.onboarding(),
                Map.of(),
                client,
                Map.of(),
                List.of()));

    assertThat(content.ofAntivirusMode().state().files())
        .extracting(file -> file.name())
        .contains("OtherAntivirus.txt", "ThirdPartyAntivirus.txt");
    assertThat(content.of(OperatingSystem.WINDOWS_SERVER_2019).state().files())
        .extracting(file -> file.name())
        .contains("OtherAntivirus.txt", "ThirdPartyAntivirus.txt");
    assertThat(content.ofSettings().state().files())
        .extracting(file -> file.name())
        .doesNotContain("OtherAntivirus.txt");
  }

  /** Otherwise the wrapper refuses it on every server (20015); the plan says so per ring. */
  @Test
  void anInstallScriptThatMayRestartAServerIsAcceptedWhereItRuns() {
    Packages later =
        new Packages(
            PACKAGES.installer(),
            PACKAGES.installScript(),
            PACKAGES.platformUpdate(),
            PACKAGES.onboarding(),
            Map.of(),
            PACKAGES.client(),
            Map.of(),
            List.of(Diagnostic.warning(ScriptCode.INSTALL_CALL_UNKNOWN, "is new.", "Look.")));
    Manifest manifest = plain();
    assertThat(command(manifest, later, OperatingSystem.WINDOWS_SERVER_2012_R2))
        .endsWith(" -AllowRestart");
    assertThat(command(manifest, later, OperatingSystem.WINDOWS_SERVER_2016))
        .endsWith(" -AllowRestart");
    assertThat(command(manifest, later, OperatingSystem.WINDOWS_SERVER_2019))
        .doesNotContain("-AllowRestart");
    assertThat(command(manifest, PACKAGES, OperatingSystem.WINDOWS_SERVER_2016))
        .doesNotContain("-AllowRestart");
  }

  private static String command(Manifest manifest, Packages packages, OperatingSystem system) {
    return applications(manifest, packages)
        .application(system, manifest.rings().getFirst())
        .deploymentType()
        .program()
        .installCommandLine();
  }

  @Test
  void systemsWithTheSameFilesShareAVersionAndOthersDoNot() {
    ContentRecipe content = new ContentRecipe(plain(), PACKAGES);
    ContentRecipe.Version version = content.of(OperatingSystem.WINDOWS_SERVER_2019);
    assertThat(content.of(OperatingSystem.WINDOWS_SERVER_2022).address())
        .isEqualTo(version.address());
    assertThat(content.of(OperatingSystem.WINDOWS_SERVER_2016).version())
        .isNotEqualTo(version.version());
    assertThat(content.of(OperatingSystem.WINDOWS_SERVER_2016).version())
        .isNotEqualTo(content.of(OperatingSystem.WINDOWS_SERVER_2012_R2).version());
    assertThat(content.wanted())
        .extracting(Wanted::address)
        .doesNotHaveDuplicates()
        .contains(version.address());
  }

  @Test
  void otherBytesAreAnotherVersion() {
    Packages other =
        new Packages(
            PACKAGES.installer(),
            PACKAGES.installScript(),
            PACKAGES.platformUpdate(),
            FileSource.of("WindowsDefenderATP.onboarding", new byte[] {99}),
            Map.of(),
            PACKAGES.client(),
            Map.of(),
            List.of());
    assertThat(new ContentRecipe(plain(), other).of(OperatingSystem.WINDOWS_SERVER_2019).version())
        .isNotEqualTo(
            new ContentRecipe(plain(), PACKAGES).of(OperatingSystem.WINDOWS_SERVER_2019).version());
  }

  @Test
  void anApplicationSaysWhatItIsAndWhereItsContentLies() {
    Application application = application(plain(), OperatingSystem.WINDOWS_SERVER_2019);
    ContentRecipe.Version version =
        new ContentRecipe(plain(), PACKAGES).of(OperatingSystem.WINDOWS_SERVER_2019);
    assertThat(application.description())
        .isEqualTo(
            "Onboards Windows Server 2019 to Microsoft Defender for Endpoint. [garrison:1:small]");
    assertThat(application.softwareVersion()).isEqualTo(version.version());
    assertThat(application.deploymentType().content().location())
        .isEqualTo(
            "\\\\fs01.contoso.example\\mde$\\%s\\%s\\"
                .formatted(version.folder(), version.version()));
    assertThat(applications(plain()).modelName(application))
        .isEqualTo("ScopeId_9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214/" + application.logicalName());
    assertThat(applications(plain()).kept())
        .hasSize(5)
        .extracting(RetentionRecipe.Kept::modelName)
        .contains(applications(plain()).modelName(application));
  }

  @ParameterizedTest
  @CsvSource({
    "WINDOWS_SERVER_2012_R2, Windows/All_x64_Windows_Server_2012_R2",
    "WINDOWS_SERVER_2016, Windows/All_x64_Windows_Server_2016",
    "WINDOWS_SERVER_2019, Windows/All_x64_Windows_Server_2019_and_higher",
    "WINDOWS_SERVER_2022, Windows/All_x64_Windows_Server_2022_and_higher"
  })
  void aRuleIsANetUnderTheCollection(OperatingSystem system, String rule) {
    assertThat(application(plain(), system).deploymentType().operatingSystems())
        .containsExactly(rule);
  }

  @Test
  void for2025NoRuleIsPublic() {
    assertThat(
            application(plain(), OperatingSystem.WINDOWS_SERVER_2025)
                .deploymentType()
                .operatingSystems())
        .isEmpty();
  }

  @Test
  void anApplicationHasAThirdOfItsTimeAsItsEstimate() {
    for (OperatingSystem system : OperatingSystem.values()) {
      Program.Experience experience =
          application(plain(), system).deploymentType().program().experience();
      assertThat(experience.maxExecuteTime()).isEqualTo(system.maximumMinutes());
      assertThat(experience.executeTime()).isEqualTo(system.maximumMinutes() / 3);
    }
  }

  @Test
  void onlyTheOlderSystemsLeaveAWorkspace() {
    Manifest leaving =
        manifest(
            "sampleSharing: none\nrollout: {removeWorkspace: %s}".formatted(WORKSPACE),
            ", antivirus: active");
    String argument = " -Workspace " + WORKSPACE;
    assertThat(command(leaving, OperatingSystem.WINDOWS_SERVER_2016)).endsWith(argument);
    assertThat(command(leaving, OperatingSystem.WINDOWS_SERVER_2012_R2)).endsWith(argument);
    assertThat(command(leaving, OperatingSystem.WINDOWS_SERVER_2019)).doesNotContain(WORKSPACE);
    assertThat(command(plain(), OperatingSystem.WINDOWS_SERVER_2016))
        .startsWith(
            "powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File"
                + " Install-DefenderForEndpoint.ps1 -OrgId 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2"
                + " -Antivirus active");
  }

  private static String command(Manifest manifest, OperatingSystem system) {
    return application(manifest, system).deploymentType().program().installCommandLine();
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
    assertThat(remarks(plain()).forAll())
        .containsExactly("sample sharing: no file leaves a server");
    assertThat(
            remarks(
                    manifest(
                        "sampleSharing: all\nrollout: {removeWorkspace: %s}".formatted(WORKSPACE),
                        ", antivirus: active"))
                .forAll())
        .containsExactly(
            "sample sharing: servers may send suspicious files to Microsoft",
            "workspace %s is removed from the Microsoft Monitoring Agent of a 2012 R2 or 2016 server once its onboarding is proven, and no other"
                .formatted(WORKSPACE));
  }

  @Test
  void besideAPolicyAPersonIsToldOfModesAndProxies() {
    Manifest proxies =
        manifest(
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
            "ring r leaves passive mode: remove the other antivirus first. Some versions of Windows"
                + " do so after a restart only",
            proxy);
    Manifest one =
        manifest("sampleSharing: none", ", antivirus: active, proxy: {sensor: 'p.example:8080'}");
    assertThat(remarks(one).forRing(one.rings().getFirst(), 7))
        .contains(
            "ring r: the sensor's proxy is p.example:8080, on servers that are onboarded already"
                + " too");
  }
}
