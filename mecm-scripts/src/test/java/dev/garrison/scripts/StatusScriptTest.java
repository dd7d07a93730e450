package dev.garrison.scripts;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a person is told who runs Get-DefenderStatus.ps1 on a server. */
final class StatusScriptTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Pattern PRINTED = Pattern.compile("(?m)^    (\\w+) += ");
  private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(\\w+)` \\| [^|]+ \\|$");

  private static String script() throws IOException {
    return Files.readString(
            ROOT.resolve("mecm-scripts/src/main/powershell/client/Get-DefenderStatus.ps1"),
            StandardCharsets.US_ASCII)
        .replace("\r\n", "\n");
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(toCollection(TreeSet::new));
  }

  @Test
  void everyNameThatItPrintsIsDocumentedAndNoOther() throws IOException {
    String script = script();
    String printed = script.substring(script.indexOf("$status = @{\n"));
    String document = Files.readString(ROOT.resolve("docs/reference/server-scripts.md"));
    int section = document.indexOf("## Status of one server\n");
    String table = document.substring(section, document.indexOf("\n## ", section + 1));
    assertThat(names(PRINTED, printed)).hasSize(21).isEqualTo(names(DOCUMENTED, table));
  }

  @Test
  void itReadsOfTheBlobsOnlyWhetherTheyExistAndNothingAsAWhole() throws IOException {
    assertThat(script())
        .doesNotContain(
            "-Name 'OnboardingInfo'", "-Name $OffboardingName", "Get-ItemProperty", "Get-Item ")
        .containsOnlyOnce("GetValueNames")
        .contains("$names -contains 'OnboardingInfo'", "$names -contains $OffboardingName");
  }

  @Test
  void itChangesNothing() throws IOException {
    assertThat(script())
        .doesNotContain("SetValue", "CreateSubKey", "New-Item", "Start-Service")
        // Two logs are named after scripts that do.
        .doesNotContainPattern("(?<!')(Set-(?!StrictMode)|Remove-)");
  }

  @Test
  void aLogThatTheWrapperHoldsOpenKeepsNothingElseFromBeingTold() throws IOException {
    assertThat(script())
        .contains(
            """
            $lastErrors = $null
            $logUnreadable = $null
            try {
                $lastErrors = @(Get-LastError)
            } catch {
            """)
        .containsOnlyOnce("@(Get-LastError)");
  }

  @Test
  void itsHelpSaysWhatItIsForAndWhereTheValuesAreFrom() throws IOException {
    assertThat(script()).startsWith("<#\n.SYNOPSIS\n    ").contains("\n.DESCRIPTION\n");
    assertThat(script().lines().filter(line -> line.equals(".LINK"))).hasSize(3);
  }
}
