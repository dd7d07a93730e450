package dev.garrison.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StandardStreamTest {
  @ParameterizedTest
  @CsvSource({
    "cp850, Cp1252, true, IBM850",
    "ms932, MS932, true, windows-31j",
    "MS932, MS932, true, windows-31j",
    "MS932, MS932, false, UTF-8",
    "Cp1252, Cp1252, false, UTF-8",
    "UTF-8, Cp1252, false, UTF-8",
    "'', Cp1252, true, UTF-8",
    "cp65535, Cp1252, true, UTF-8",
  })
  void aConsoleOfWindowsHasItsCodePageAndWhateverElseIsUtf8(
      String named, String ansi, boolean console, String encoding) {
    assertThat(StandardStream.onWindows(named, ansi, () -> console))
        .isEqualTo(Charset.forName(encoding));
  }

  @Test
  void windowsIsNotAskedWhereJavaNamesAnotherCodePageThanThatOfFiles() {
    assertThat(
            StandardStream.onWindows(
                "cp850",
                "Cp1252",
                () -> {
                  throw new AssertionError("asked");
                }))
        .isEqualTo(Charset.forName("IBM850"));
  }

  @Test
  void everywhereElseStreamsAreUtf8() {
    assertThat(StandardStream.values())
        .allMatch(stream -> stream.encoding().equals(StandardCharsets.UTF_8));
  }
}
