package dev.garrison.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.lab.Lab;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known values of the simulated site's options in the script of each shell. */
final class LabCompletionTest {
  private static final List<String> KINDS =
      Stream.of(LabFaultKind.values()).map(LabFaultKind::word).toList();

  private static String script(String shell) {
    StringWriter out = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(out), false);
    LabCommand lab = new LabCommand(console, Clock.systemUTC(), Map.of(), new SecureRandom());
    assertThat(new CommandLineProgram(console, "1.2.3", List.of(lab)).run("completion", shell))
        .isZero();
    return out.toString().replace("\r\n", "\n");
  }

  private static String listed(List<String> words, String around, String between) {
    return words.stream().map(each -> around + each + around).collect(Collectors.joining(between));
  }

  @ParameterizedTest
  @CsvSource({"--fault", "--site"})
  void bashKnowsTheValuesOfAnOption(String option) {
    assertThat(script("bash"))
        .contains(
            "'garrison lab %s') words='%s'".formatted(option, String.join("\n", values(option))));
  }

  @ParameterizedTest
  @CsvSource({"--fault", "--site"})
  void zshKnowsTheValuesOfAnOption(String option) {
    assertThat(script("zsh"))
        .contains(
            "'garrison lab %s') known=(%s)".formatted(option, String.join(" ", values(option))));
  }

  @ParameterizedTest
  @CsvSource({"--fault", "--site"})
  void powershellKnowsTheValuesOfAnOption(String option) {
    assertThat(script("powershell"))
        .contains("'garrison lab %s' = @(%s)".formatted(option, listed(values(option), "'", ", ")));
  }

  @ParameterizedTest
  @CsvSource({"bash", "zsh", "fish", "powershell"})
  void everyShellOffersTheReleasesAndTheKindsOfFaults(String shell) {
    assertThat(script(shell)).contains(Lab.releases()).contains(KINDS).contains("wsus-large");
  }

  private static List<String> values(String option) {
    return option.equals("--site") ? Lab.siteNames() : KINDS;
  }
}
