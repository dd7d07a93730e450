package dev.garrison.scripts;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tables an administrator reads say what the script does. */
final class WrapperDocumentsTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Path CLIENT = ROOT.resolve("mecm-scripts/src/main/powershell/client");
  private static final Pattern CONSTANT = Pattern.compile("(?m)^    (\\w+) += (20\\d{3})\\r?$");
  private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| (20\\d{3}) \\| `(\\w+)` \\|");
  private static final Pattern USED = Pattern.compile("\\$Leave\\.(\\w+)");

  private static String wrapper() throws IOException {
    return Files.readString(CLIENT.resolve("Install-DefenderForEndpoint.ps1"))
        + Files.readString(CLIENT.resolve("ServerActions.ps1"))
        + Files.readString(CLIENT.resolve("ReadinessChecks.ps1"))
        + Files.readString(CLIENT.resolve("SensorOnboarding.ps1"));
  }

  private static String removal() throws IOException {
    return Files.readString(CLIENT.resolve("Remove-DefenderForEndpoint.ps1"))
        + Files.readString(CLIENT.resolve("ServerActions.ps1"));
  }

  private static String mode() throws IOException {
    return Files.readString(CLIENT.resolve("Set-DefenderAntivirusMode.ps1"));
  }

  private static String settings() throws IOException {
    return Files.readString(CLIENT.resolve("Set-DefenderSettings.ps1"));
  }

  private static String detectionTest() throws IOException {
    return Files.readString(
        ROOT.resolve("mecm-scripts/src/main/powershell/runscript/Test-DefenderDetection.ps1"));
  }

  private static String connectivityTest() throws IOException {
    return Files.readString(
        ROOT.resolve("mecm-scripts/src/main/powershell/runscript/Test-DefenderConnectivity.ps1"));
  }

  /** The codes of all scripts; one name has one number. */
  private static Map<String, String> constants() throws IOException {
    Map<String, String> constants = constants(wrapper());
    for (String script :
        List.of(mode(), settings(), removal(), detectionTest(), connectivityTest())) {
      constants(script)
          .forEach(
              (name, number) ->
                  assertThat(constants.merge(name, number, (old, _) -> old))
                      .as(name)
                      .isEqualTo(number));
    }
    return constants;
  }

  private static Map<String, String> constants(String script) {
    Map<String, String> constants = new TreeMap<>();
    CONSTANT.matcher(script).results().forEach(m -> constants.put(m.group(1), m.group(2)));
    return constants;
  }

  @Test
  void everyExitCodeIsDocumentedWithItsNumber() throws IOException {
    Map<String, String> documented = new TreeMap<>();
    DOCUMENTED
        .matcher(Files.readString(ROOT.resolve("docs/operations.md")))
        .results()
        .forEach(m -> documented.put(m.group(2), m.group(1)));

    assertThat(constants()).hasSizeGreaterThan(10).isEqualTo(documented);
  }

  @Test
  void everyExitCodeIsUsedAndOnce() throws IOException {
    assertThat(constants().values()).doesNotHaveDuplicates();
    for (String script :
        List.of(wrapper(), mode(), settings(), removal(), detectionTest(), connectivityTest())) {
      assertThat(USED.matcher(script).results().map(m -> m.group(1)).collect(toSet()))
          .isEqualTo(constants(script).keySet());
    }
  }

  /** Any user can make the folder, or a junction, in the moment before it is made. */
  @Test
  void theFolderOfTheDetectionTestIsReadBackBeforeAnythingStarts() throws IOException {
    assertThat(detectionTest())
        .containsSubsequence(
            "[IO.Directory]::CreateDirectory($Folder, $rules)",
            "(Get-Item -LiteralPath $Folder -Force).Attributes -band"
                + " [IO.FileAttributes]::ReparsePoint",
            "if ($owner -ne 'S-1-5-18') {",
            "if (-not $found.AreAccessRulesProtected -or $text -ne (Get-RuleText -Acl $rules)) {",
            "@(Get-ChildItem -LiteralPath $Folder -Force).Count -gt 0",
            "    New-GuardedFolder\r\n",
            "Start-Process -FilePath $Program");
  }

  @Test
  void everyLineOfTheThirdPartyListIsOneTheWrapperUnderstands() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("config/ThirdPartyAntivirus.txt")))
        .filteredOn(line -> !line.startsWith("#"))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(
            line ->
                line.matches(
                    "(service|program);[^;\\s][^;]*;[^;\\s][^;]*;(antivirus|sensor);https://[^;\\s]+"));
  }

  /** Nobody signs that script, and it would run as SYSTEM. */
  @Test
  void theWrapperNeverRunsTheScriptOfThePortal() throws IOException {
    for (String script : List.of(wrapper(), removal())) {
      assertThat(script)
          .doesNotContainIgnoringCase("cmd.exe", ".cmd", "-OnboardingScript", "-OffboardingScript");
    }
  }

  @Test
  void theWrapperNeverRemovesTheWorkspaceThroughTheInstallScript() throws IOException {
    assertThat(Pattern.compile("-RemoveMMA").matcher(wrapper()).results().map(MatchResult::group))
        .isEmpty();
  }
}
