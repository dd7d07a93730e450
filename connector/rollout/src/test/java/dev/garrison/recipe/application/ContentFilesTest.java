package dev.garrison.recipe.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.clientscript.ClientFiles;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.payload.Packages;
import dev.garrison.payload.powershell.ScriptCode;
import dev.garrison.share.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files each content has, and which command they are started by. */
final class ContentFilesTest {
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
                "PendingOnboarding.ps1",
                "ReadinessChecks.ps1",
                "ScriptLog.ps1",
                "ServerActions.ps1",
                "ServerFacts.ps1",
                "ThirdPartyAntivirus.txt",
                "WindowsDefenderATP.onboarding"));
    if (!besides.isEmpty()) {
      expected.addAll(List.of(besides.split(", ", -1)));
    }
    assertThat(
            new ContentRecipe(OnboardingSamples.plain(), OnboardingSamples.PACKAGES)
                .of(system)
                .state()
                .files())
        .extracting(file -> file.name())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** The samples, with these parts in place of theirs. */
  private static Packages packages(
      FileSource onboarding, List<FileSource> client, Diagnostic... warnings) {
    return new Packages(
        OnboardingSamples.PACKAGES.installer(),
        OnboardingSamples.PACKAGES.installScript(),
        OnboardingSamples.PACKAGES.platformUpdate(),
        onboarding,
        Map.of(),
        client,
        Map.of(),
        List.of(warnings));
  }

  @Test
  void whatStandsAloneHasItsOwnContent() {
    ContentRecipe content =
        new ContentRecipe(OnboardingSamples.plain(), OnboardingSamples.PACKAGES);
    assertThat(content.ofAntivirusMode().state().files())
        .extracting(file -> file.name())
        .containsExactlyInAnyOrder(
            "AntivirusChecks.ps1",
            "ScriptLog.ps1",
            "ServerActions.ps1",
            "ServerFacts.ps1",
            "Set-DefenderAntivirusMode.ps1",
            "ThirdPartyAntivirus.txt");
    assertThat(content.ofSettings().state().files())
        .extracting(file -> file.name())
        .containsExactlyInAnyOrder(
            "ScriptLog.ps1", "ServerActions.ps1", "Set-DefenderSettings.ps1");
    assertThat(
            content
                .ofOffboarding(
                    new Packages.Offboarding(FileSource.of("off", new byte[] {11}), Instant.EPOCH))
                .state()
                .files())
        .extracting(file -> file.name())
        .containsExactlyInAnyOrder(
            "AntivirusChecks.ps1",
            "PendingOnboarding.ps1",
            "ScriptLog.ps1",
            "Remove-DefenderForEndpoint.ps1",
            "ServerActions.ps1",
            "ServerFacts.ps1",
            "ThirdPartyAntivirus.txt",
            "off");
  }

  /** A script ends with 20009 where a file that it loads is missing. */
  @Test
  void aContentHasEveryFileThatItsScriptNames() {
    Packages packed = packages(OnboardingSamples.PACKAGES.onboarding(), ClientFiles.packed());
    ContentRecipe content = new ContentRecipe(OnboardingSamples.plain(), packed);
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
    List<FileSource> client = new ArrayList<>(OnboardingSamples.PACKAGES.client());
    client.add(FileSource.of("OtherAntivirus.txt", new byte[] {15}));
    ContentRecipe content =
        new ContentRecipe(
            OnboardingSamples.plain(), packages(OnboardingSamples.PACKAGES.onboarding(), client));

    assertThat(content.ofAntivirusMode().state().files())
        .extracting(file -> file.name())
        .contains("OtherAntivirus.txt", "ThirdPartyAntivirus.txt");
    assertThat(content.of(OperatingSystem.WINDOWS_SERVER_2019).state().files())
        .extracting(file -> file.name())
        .contains("OtherAntivirus.txt", "ThirdPartyAntivirus.txt");
    assertThat(
            content
                .ofOffboarding(
                    new Packages.Offboarding(FileSource.of("off", new byte[] {11}), Instant.EPOCH))
                .state()
                .files())
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
        packages(
            OnboardingSamples.PACKAGES.onboarding(),
            OnboardingSamples.PACKAGES.client(),
            Diagnostic.warning(ScriptCode.INSTALL_CALL_UNKNOWN, "is new.", "Look."));
    Manifest manifest = OnboardingSamples.plain();
    assertThat(command(manifest, later, OperatingSystem.WINDOWS_SERVER_2012_R2))
        .endsWith(" -AllowRestart");
    assertThat(command(manifest, later, OperatingSystem.WINDOWS_SERVER_2016))
        .endsWith(" -AllowRestart");
    assertThat(command(manifest, later, OperatingSystem.WINDOWS_SERVER_2019))
        .doesNotContain("-AllowRestart");
    assertThat(command(manifest, OnboardingSamples.PACKAGES, OperatingSystem.WINDOWS_SERVER_2016))
        .doesNotContain("-AllowRestart");
  }

  /** What runs as SYSTEM is what was proven, and not what somebody wrote beside the scripts. */
  @ParameterizedTest
  @CsvSource({
    "WINDOWS_SERVER_2012_R2, true",
    "WINDOWS_SERVER_2016, true",
    "WINDOWS_SERVER_2019, false"
  })
  void theScriptGetsTheDigestsOfTheInstallerThatItRuns(OperatingSystem system, boolean installs) {
    String digests =
        " -InstallScriptHash DBC1B4C900FFE48D575B5DA5C638040125F65DB0FE3E24494B76EA986457D986"
            + " -InstallerHash 4BF5122F344554C53BDE2EBB8CD2B7E3D1600AD631C385A5D7CCE23C7785459A";
    String command = command(OnboardingSamples.plain(), OnboardingSamples.PACKAGES, system);
    if (installs) {
      assertThat(command).endsWith(digests);
    } else {
      assertThat(command).doesNotContain("Hash");
    }
  }

  private static String command(Manifest manifest, Packages packages, OperatingSystem system) {
    return OnboardingSamples.applications(manifest, packages)
        .application(system, manifest.rings().getFirst())
        .deploymentType()
        .program()
        .installCommandLine();
  }

  @Test
  void systemsWithTheSameFilesShareAVersionAndOthersDoNot() {
    ContentRecipe content =
        new ContentRecipe(OnboardingSamples.plain(), OnboardingSamples.PACKAGES);
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
        packages(
            FileSource.of("WindowsDefenderATP.onboarding", new byte[] {99}),
            OnboardingSamples.PACKAGES.client());
    assertThat(
            new ContentRecipe(OnboardingSamples.plain(), other)
                .of(OperatingSystem.WINDOWS_SERVER_2019)
                .version())
        .isNotEqualTo(
            new ContentRecipe(OnboardingSamples.plain(), OnboardingSamples.PACKAGES)
                .of(OperatingSystem.WINDOWS_SERVER_2019)
                .version());
  }
}
