package dev.garrison.scripts;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tables an administrator reads say what the script does. */
final class WrapperDocumentsTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Path CLIENT = ROOT.resolve("mecm-scripts/src/main/powershell/client");
  private static final Pattern CONSTANT = Pattern.compile("(?m)^    (\\w+) += (20\\d{3})\\r?$");
  private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| (20\\d{3}) \\| `(\\w+)` \\|");
  private static final Pattern EARLY = Pattern.compile("exit (20\\d{3})");
  private static final List<String> RUN_SCRIPTS =
      List.of("Test-DefenderDetection", "Test-DefenderConnectivity");
  private static final Pattern USED = Pattern.compile("\\$Leave\\.(\\w+)");

  private static String client(String name) throws IOException {
    return Files.readString(CLIENT.resolve(name + ".ps1"));
  }

  private static String runScript(String name) throws IOException {
    return Files.readString(
        ROOT.resolve("mecm-scripts/src/main/powershell/runscript/" + name + ".ps1"));
  }

  /** Every script that a content carries, in one text. */
  private static String clients() throws IOException {
    StringBuilder text = new StringBuilder();
    try (DirectoryStream<Path> scripts = Files.newDirectoryStream(CLIENT, "*.ps1")) {
      for (Path script : scripts) {
        text.append(Files.readString(script));
      }
    }
    return text.toString();
  }

  private static Map<String, String> constants(String script) {
    Map<String, String> constants = new TreeMap<>();
    CONSTANT.matcher(script).results().forEach(m -> constants.put(m.group(1), m.group(2)));
    return constants;
  }

  private static Set<String> used(String script) {
    return USED.matcher(script).results().map(m -> m.group(1)).collect(toSet());
  }

  /** The codes of all scripts; one name has one number. */
  private static Map<String, String> constants() throws IOException {
    Map<String, String> constants = constants(client("ScriptLog"));
    for (String name : RUN_SCRIPTS) {
      constants(runScript(name))
          .forEach((code, number) ->
              assertThat(constants.merge(code, number, (old, _) -> old))
                  .as(code)
                  .isEqualTo(number));
    }
    return constants;
  }

  @Test
  void everyExitCodeIsDocumentedWithItsNumber() throws IOException {
    Map<String, String> documented = new TreeMap<>();
    DOCUMENTED
        .matcher(Files.readString(ROOT.resolve("docs/reference/server-scripts.md")))
        .results()
        .forEach(m -> documented.put(m.group(2), m.group(1)));

    assertThat(constants()).hasSizeGreaterThan(10).isEqualTo(documented);
  }

  @Test
  void everyExitCodeHasOneNumberAndIsUsed() throws IOException {
    assertThat(constants().values()).doesNotHaveDuplicates();
    Set<String> used = used(clients());
    // Before the table of codes is there a script knows only numbers.
    Map<String, String> early = constants(client("ScriptLog"));
    early.values().retainAll(EARLY.matcher(clients()).results().map(m -> m.group(1)).toList());
    used.addAll(early.keySet());
    assertThat(used).isEqualTo(constants(client("ScriptLog")).keySet());
    for (String name : RUN_SCRIPTS) {
      assertThat(used(runScript(name))).isEqualTo(constants(runScript(name)).keySet());
    }
  }

  @Test
  void everyNumberWithWhichAScriptLeavesEarlyIsOneOfTheTable() throws IOException {
    assertThat(EARLY.matcher(clients()).results().map(m -> m.group(1)).collect(toSet()))
        .isNotEmpty()
        .isSubsetOf(constants(client("ScriptLog")).values());
  }

  /** Any user can make the folder, or a junction, in the moment before it is made. */
  @Test
  void theFolderOfTheDetectionTestIsReadBackBeforeAnythingStarts() throws IOException {
    assertThat(runScript("Test-DefenderDetection"))
        .containsSubsequence(
            "[IO.Directory]::CreateDirectory($Folder, $rules)",
            "[IO.FileSystemAclExtensions]::CreateDirectory($rules, $Folder)",
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
    List<String> lines =
        Files.readAllLines(ROOT.resolve("config/ThirdPartyAntivirus.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    int products = lines.size() - 1;
    assertThat(lines.getLast()).isEqualTo("lines;" + products);
    assertThat(lines.subList(0, products))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(line ->
            line.matches(
                "(service|program);[^;\\s][^;]*;[^;\\s][^;]*;(antivirus|sensor);https://[^;\\s]+"));
  }

  /** Nobody signs that script, and it would run as SYSTEM. */
  @Test
  void theWrapperNeverRunsTheScriptOfThePortal() throws IOException {
    assertThat(clients())
        .doesNotContainIgnoringCase("cmd.exe", ".cmd", "-OnboardingScript", "-OffboardingScript");
  }

  @Test
  void theWrapperNeverRemovesTheWorkspaceThroughTheInstallScript() throws IOException {
    assertThat(clients()).doesNotContainIgnoringCase("-RemoveMMA");
  }
}
