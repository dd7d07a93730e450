package dev.garrison.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class ConsoleTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);

  @Test
  void nothingThatTurnsTextAroundReachesTheTerminalHoweverItIsWritten() {
    console.out().printf("%s%n", "a\u202eb");
    console.out().append('\u2066').write('\u061c');
    console.out().flush();
    console.err().println("\u009b2J");

    assertThat(out).hasToString("a\\u202eb" + System.lineSeparator() + "\\u2066\\u061c");
    assertThat(err).hasToString("\\u009b2J" + System.lineSeparator());
  }

  @Test
  void colorsLinesAndLettersStay() {
    String text = "\u001b[31m\r東京 🙂\t\n";

    console.out().print(text);
    console.out().flush();

    assertThat(out).hasToString(text);
  }
}
