package dev.garrison.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the syntax check over every PowerShell script of the repository. Not every machine that
 * builds Garrison can run them, so a parser stands in: it sees syntax and names, not behaviour.
 */
@Tag("first")
final class PowerShellSyntaxIT {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Path CHECK = ROOT.resolve("mecm-scripts/src/check");

  @TempDir private Path folder;

  private record Result(int exitCode, String output) {}

  @BeforeAll
  static void requireNode() {
    boolean node =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "node")));
    boolean packages = Files.isDirectory(CHECK.resolve("node_modules/web-tree-sitter"));
    if (!node || !packages) {
      System.err.println(
          "SKIPPED: the PowerShell scripts are not checked, "
              + (node ? "the npm packages of mecm-scripts/src/check" : "Node")
              + " being absent. ./check --install brings them.");
    }
    assumeTrue(node && packages, "Node or its packages are absent: run ./check --install");
  }

  private Result check(Path path) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder("node", "--liftoff-only", "check.mjs", path.toString())
            .directory(CHECK.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int exitCode = process.waitFor();
    return new Result(exitCode, Files.readString(output).strip());
  }

  private Path script(String text) throws IOException {
    return Files.writeString(folder.resolve("script.ps1"), text, StandardCharsets.UTF_8);
  }

  @Test
  void everyScriptOfTheRepositoryParsesAndKeepsTheRules() throws Exception {
    Result result = check(ROOT);

    assertThat(result.output()).matches("[1-9][0-9]* scripts, 0 findings");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void aScriptWithAMissingBraceIsFlagged() throws Exception {
    Path script = script("if ($true) {\n    Get-Item -Path 'x'\n");

    Result result = check(script);

    assertThat(result)
        .isEqualTo(new Result(1, script + ":2: '}' is missing\n1 scripts, 1 findings"));
  }

  @Test
  void aScriptThatIsNoPowerShellIsFlagged() throws Exception {
    Path script = script("if ($true) )\n");

    Result result = check(script);

    assertThat(result.output()).startsWith(script + ":1: cannot be parsed: ");
    assertThat(result.exitCode()).isEqualTo(1);
  }

  @Test
  void aFolderWithoutScriptsIsNotClean() throws Exception {
    Result result = check(folder);

    assertThat(result).isEqualTo(new Result(1, "0 scripts, 0 findings"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          gci | 'gci' is an alias; write the whole name
          Invoke-Expression 'x' | 'Invoke-Expression' runs text as code
          Invoke-WebRequest -Uri 'x' | 'Invoke-WebRequest' downloads; a server takes its content from Configuration Manager only
          New-Object -TypeName System.Net.WebClient | 'System.Net.WebClient' downloads; a server takes its content from Configuration Manager only
          $a = 'New-Object Net.WebClient' | ''New-Object Net.WebClient'' downloads; a server takes its content from Configuration Manager only
          $a = '$client.DownloadFile(x)' | ''$client.DownloadFile(x)'' downloads; a server takes its content from Configuration Manager only
          sc.exe query sense | 'sc.exe' speaks the language of the server
          $PID.Translate('x') | '$PID.Translate('x')' speaks the language of the server; compare security identifiers
          $a = 'BUILTIN\\Administrators' | ''BUILTIN\\Administrators'' is a name in one language; use the security identifier
          [System.Version]::new(1, 2) | '[System.Version]::new(1, 2)' is not in PowerShell 4.0
          `1 | ForEach-Object -Parallel { 2 }` | 'ForEach-Object' has no parameter -Parallel
          ConvertFrom-Json -AsHashtable | 'ConvertFrom-Json' has no parameter -AsHashtable
          Get-Error | 'Get-Error' is not in PowerShell 4.0
          Get-Location && Get-Location | '&&' is not in PowerShell 4.0
          Read-Host | 'Read-Host' waits for a person
          $a = 'Gr\u00fc\u00dfe' | a character is not ASCII
          Get-Servise | 'Get-Servise' is neither defined here nor a known cmdlet
          Get-Item -Path $folder | '$folder' is never assigned
          function Get-It { } Get-It -Code 1 | 'Get-It' has no parameter -Code
          New-CMClientSetting -Name 'x' | 'New-CMClientSetting' needs the console; a server has none
          """)
  void aScriptThatBreaksARuleIsFlagged(String text, String finding) throws Exception {
    Path script = script(text + "\n");

    Result result = check(script);

    assertThat(result.output()).isEqualTo(script + ":1: " + finding + "\n1 scripts, 1 findings");
    assertThat(result.exitCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$a = $true ? 1 : 2", "$a = $null ?? 1", "$PID ??= 1", "$a = ${PID}?.x"})
  void whatOnlyPowerShellSevenReadsCannotBeParsed(String text) throws Exception {
    Path script = script(text + "\n");

    Result result = check(script);

    assertThat(result.output()).startsWith(script + ":1: cannot be parsed: ");
    assertThat(result.exitCode()).isEqualTo(1);
  }

  /** The detection test hands a text that downloads to another PowerShell (ADR 0033). */
  @Test
  void theCommandOfTheDetectionTestIsAgreedToInItsFileAndWordForWordOnly() throws Exception {
    String name = "Test-DefenderDetection.ps1";
    String text =
        Files.readString(ROOT.resolve("mecm-scripts/src/main/powershell/runscript/" + name));
    Path same = Files.writeString(folder.resolve(name), text);
    assertThat(check(same)).isEqualTo(new Result(0, "1 scripts, 0 findings"));

    Files.writeString(same, text.replace("127.0.0.1", "192.0.2.1"));
    assertThat(check(same).output()).contains(" downloads; a server takes its content from");

    assertThat(check(script(text)).output())
        .contains(" downloads; a server takes its content from");
  }

  /** A name that is wrong in it fails where it runs. */
  @Test
  void ofATestOnlyTheSyntaxIsLookedAt() throws Exception {
    Path tests = Files.createDirectories(folder.resolve("src/test/powershell"));
    Path test = Files.writeString(tests.resolve("It.Tests.ps1"), "It 'x' { $a | Should -Be 1 }\n");
    assertThat(check(test)).isEqualTo(new Result(0, "1 scripts, 0 findings"));

    Files.writeString(test, "It 'x' { $a\n");
    assertThat(check(test).output())
        .endsWith(":1: cannot be parsed: It 'x' { $a\n1 scripts, 1 findings");
  }

  @Test
  void aModuleMayUseTheConsoleAndOnlyWithParametersThatMicrosoftDocuments() throws Exception {
    Files.writeString(folder.resolve("module.psm1"), "Set-StrictMode -Version 2.0\n");
    Path script = script("New-CMClientSetting -Name 'x' -Type Device -Priority 1\n");

    Result result = check(folder);

    assertThat(result)
        .isEqualTo(
            new Result(
                1,
                script
                    + ":1: 'New-CMClientSetting' has no parameter -Priority\n"
                    + "2 scripts, 1 findings"));
  }
}
