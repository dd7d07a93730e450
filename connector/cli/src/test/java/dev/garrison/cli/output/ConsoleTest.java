package dev.garrison.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private Console encoded(String stdout, String stderr) {
    return new Console(
        new PrintWriter(out),
        new PrintWriter(err),
        true,
        Colors.none(),
        new TerminalTime(ZoneOffset.UTC),
        List.of(Charset.forName(stdout), Charset.forName(stderr)));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8",
    "windows-31j, windows-31j",
    "Shift_JIS, UTF-8",
    "EUC-JP, EUC-JP",
    "UTF-16LE, UTF-16LE",
    "GBK, GBK",
  })
  void japaneseIsWrittenWhereBothStreamsHaveItsCharacters(String stdout, String stderr) {
    assertThat(encoded(stdout, stderr).language(Language.JAPANESE)).isEqualTo(Language.JAPANESE);
    assertThat(err).hasToString("");
  }

  @ParameterizedTest
  @CsvSource({
    "US-ASCII, US-ASCII, US-ASCII",
    "windows-1252, UTF-8, windows-1252",
    "Cp437, Cp437, IBM437",
    "Cp850, Cp850, IBM850",
    "ISO-8859-1, ISO-8859-1, ISO-8859-1",
    "UTF-8, Cp437, IBM437",
    "Big5, Big5, Big5",
    "EUC-KR, EUC-KR, EUC-KR",
    "ISO-2022-CN, ISO-2022-CN, ISO-2022-CN",
  })
  void whereTheCharactersOfJapaneseAreMissingEnglishIsWrittenAndOneLineSaysWhy(
      String stdout, String stderr, String lacking) {
    assertThat(encoded(stdout, stderr).language(Language.JAPANESE)).isEqualTo(Language.ENGLISH);
    assertThat(err.toString().lines())
        .containsExactly(
            "The encoding of this console (%s) has no Japanese characters, so the output is in English. For Japanese, run \"chcp 65001\". To hide this message, specify --lang en."
                .formatted(lacking));
  }

  @Test
  void englishIsWrittenInEveryEncodingWithoutAWord() {
    assertThat(encoded("US-ASCII", "US-ASCII").language(Language.ENGLISH))
        .isEqualTo(Language.ENGLISH);
    assertThat(err).hasToString("");
  }
}
