package dev.garrison.cli.fleet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** How long servers are asked. */
final class LiveOptionsTest {
  @Test
  void noTimeAtAllForAnswersIsAMistake() {
    CommandLine line = new CommandLine(new LiveOptions());

    assertThatThrownBy(() -> line.parseArgs("--live", "--live-timeout", "0s"))
        .isInstanceOf(ParameterException.class)
        .hasMessage("Invalid value for option '--live-timeout': \"0s\" is zero.");
  }
}
