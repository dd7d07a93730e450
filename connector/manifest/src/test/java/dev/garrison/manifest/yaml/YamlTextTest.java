package dev.garrison.manifest.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Whatever Garrison writes into a manifest is read back as it was. */
final class YamlTextTest {
  private static final String[] PARTS = {
    "\\", "/", "'", "\"", "#", " #", ": ", ":", "- ", "{", "[", "%", "$", "!", "&", "*", "|", ">",
    "@", "`", " ", "\t", "ä", "ß", "日本", "表", "C:", "u0041", "x", "~", "null", ",", "\u202e", "\n"
  };

  private static Object readBack(String text) {
    return new Load(LoadSettings.builder().build())
        .loadFromString("key: [" + YamlText.quoted(text) + "]\nnext: 1\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C:\\Users\\Jürgen\\#1: packages",
        "\\\\fs01\\mde$\\日本語\\",
        "folder:C:\\temp\\new",
        "Bob's",
        "\"C:\\Program Files\\v.exe\" a",
        " outer blanks ",
        ""
      })
  void aPathIsReadBackAsItWas(String path) {
    assertThat(readBack(path)).hasToString("{key=[" + path + "], next=1}");
  }

  @Test
  void anyPathIsReadBackAsItWas() {
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      StringBuilder path = new StringBuilder();
      int length = random.nextInt(12);
      for (int i = 0; i < length; i++) {
        path.append(PARTS[random.nextInt(PARTS.length)]);
      }
      assertThat(readBack(path.toString()))
          .as("seed %d", seed)
          .hasToString("{key=[" + path + "], next=1}");
    }
  }

  @Test
  void whatIsVisibleStandsInSingleQuotes() {
    assertThat(YamlText.quoted("it's C:\\b")).isEqualTo("'it''s C:\\b'");
  }

  @Test
  void aCharacterThatWouldNotBeSeenIsWrittenByItsNumber() {
    assertThat(YamlText.quoted("a\u202e\"b\\c")).isEqualTo("\"a\\u202e\\\"b\\\\c\"");
  }
}
