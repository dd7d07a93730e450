package dev.garrison.payload.onboarding.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.payload.sample.Scripts;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A line is read as cmd and the C runtime read it, or not at all. */
final class CommandLineTest {
  private static final long SEED = 20261124L;
  private static final String PIECES = "\"\\%{}[]:,/ abc019+=.-\t\u00e4";

  private static List<String> read(String line) {
    return CommandLine.parse(line).orElseThrow(() -> new AssertionError("not read: " + line));
  }

  @Test
  void blanksPartArgumentsAndQuotationMarksKeepThem() {
    assertThat(read("reg  add \"a b\"\t/f c\"d e\"f \"\""))
        .containsExactly("reg", "add", "a b", "/f", "cd ef", "");
  }

  @Test
  void backslashesEscapeOnlyBeforeAQuotationMark() {
    assertThat(read("\"a\\b\\\\c\" \"d\\\\\" \"e\\\"f\" \"g\\\\\\\"h\""))
        .containsExactly("a\\b\\\\c", "d\\", "e\"f", "g\\\"h");
  }

  @Test
  void theCommandEndsAtARedirectionOrAtTheNextCommand() {
    assertThat(read("reg add x >NUL 2>&1")).containsExactly("reg", "add", "x");
    assertThat(read("reg add x& del y")).containsExactly("reg", "add", "x");
    assertThat(read("reg add \"x & y\"")).containsExactly("reg", "add", "x & y");
  }

  @Test
  void aCommandHiddenBehindAnEscapedQuotationMarkIsNotRead() {
    assertThat(CommandLine.parse("reg add \"x\\\" & calc & \\\"y\"")).isEmpty();
    assertThat(CommandLine.parse("reg add \"x\\\" > out \\\"y\"")).isEmpty();
    assertThat(CommandLine.parse("reg add x^ y")).isEmpty();
  }

  @Test
  void aQuotationWithoutAnEndIsNotRead() {
    assertThat(CommandLine.parse("reg add \"x\\\"")).isEmpty();
    assertThat(CommandLine.parse("reg add \"x")).isEmpty();
  }

  @Test
  void whateverIsEscapedComesBackAsItWas() {
    for (int number = 0; number < 5_000; number++) {
      SplittableRandom random = new SplittableRandom(SEED + number);
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        text.append(PIECES.charAt(random.nextInt(PIECES.length())));
      }
      String argument = Scripts.escaped(text.toString()).replace("%%", "%");
      assertThat(read("reg /d \"" + argument + "\""))
          .as("seed %d, text %d", SEED, number)
          .containsExactly("reg", "/d", text.toString());
    }
  }
}
