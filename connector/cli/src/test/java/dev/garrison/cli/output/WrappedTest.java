package dev.garrison.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of Japanese texts. */
final class WrappedTest {
  private static List<String> lines(String text, int width) {
    return Language.JAPANESE.<List<String>, RuntimeException>during(
        () -> Wrapped.lines(text, width));
  }

  @Test
  void anOptionStaysInOneLine() {
    assertThat(lines("再実行するか、--wait 30m を付けてください。", 17)).contains("するか、--wait");
  }

  @Test
  void aPathStaysInOneLine() {
    assertThat(lines("ファイル 6 個を folder:/srv/lab/share へ", 20)).contains("folder:/srv/lab/share");
  }
}
