package dev.garrison.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.option.RingNames;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What is in the script; what PowerShell makes of it is tested there. */
final class PowerShellCompletionTest {
  private enum Size {
    SMALL,
    LARGE
  }

  @Command(
      name = "tool",
      description = "Ring's \u2018work\u2019.",
      subcommands = {Halting.class, Secret.class})
  private static final class Tool {
    @Option(names = "--size", description = "How large: ${COMPLETION-CANDIDATES}.")
    Size unusedSize = Size.SMALL;

    @Option(names = "--dry-run")
    boolean unusedDry;

    @Option(
        names = {"-a", "--about"},
        scope = ScopeType.INHERIT)
    boolean unusedAbout;
  }

  @Command(
      name = "halt",
      description = {"It's", "over."})
  private static final class Halting {
    @Option(names = "--file", hidden = true)
    String unusedFile = "";

    @Option(names = "--reason")
    String unusedReason = "";

    @Option(names = "--ring", completionCandidates = RingNames.class)
    String unusedRing = "";
  }

  @Command(name = "secret", hidden = true)
  private static final class Secret {}

  private static List<String> script() {
    return CompletionScript.POWERSHELL
        .of(new CommandLine(new Tool()))
        .lines()
        .map(String::strip)
        .toList();
  }

  @Test
  void aWordIsExplainedAndItsQuotationMarksAreDoubled() {
    assertThat(script()).contains(", @('halt', 'It''s over.')");
  }

  @Test
  void anOptionWithoutExplanationIsExplainedByItself() {
    assertThat(script()).contains(", @('--dry-run', '--dry-run')");
  }

  @Test
  void knownValuesAreNamedAndAFlagTakesNone() {
    assertThat(script())
        .contains(
            "'tool --size' = @('SMALL', 'LARGE')", ", @('--size', 'How large: SMALL, LARGE.')")
        .noneMatch(line -> line.startsWith("'tool --dry-run'"));
  }

  @Test
  void wordsComeFirstThenTheOptionsOfTheCommandAndLastThoseOfEveryCommand() {
    assertThat(
            script().stream()
                .filter(line -> line.startsWith(", @("))
                .map(line -> line.split("'", 3)[1]))
        .containsExactly(
            "halt", "--dry-run", "--size", "--about", "-a", "--reason", "--ring", "--about", "-a");
  }

  @Test
  void theRingsOfTheManifestAreAskedForAtThatTime() {
    assertThat(script()).contains("$beforeRings = @('tool halt --ring')");
  }

  @Test
  void whatHelpHidesIsNotOffered() {
    assertThat(String.join("\n", script())).doesNotContain("secret", "--file");
  }
}
