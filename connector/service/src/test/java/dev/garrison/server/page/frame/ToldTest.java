package dev.garrison.server.page.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.RecordedText;
import dev.garrison.server.page.frame.Told.Part;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Times of recorded sentences are elements on pages. */
final class ToldTest {
  private static Part text(String text) {
    return new Part(text, Optional.empty());
  }

  private static Part time(String text, String at) {
    return new Part(text, Optional.of(Instant.parse(at)));
  }

  @Test
  void aTimeAsItIsRecordedIsATime() {
    assertThat(
            Told.parts(
                RecordedText.shown(
                    "soaked since 2026-09-08T05:30:00Z (as of 2026-11-20T05:30:20Z)")))
        .containsExactly(
            text("soaked since "),
            time("2026-09-08 05:30 UTC", "2026-09-08T05:30:00Z"),
            text(" (as of "),
            time("2026-11-20 05:30:20 UTC", "2026-11-20T05:30:20Z"),
            text(")"));
  }

  @Test
  void aSentenceWithoutTimesIsOnePart() {
    assertThat(Told.parts("signatures of 2026-11-20"))
        .containsExactly(text("signatures of 2026-11-20"));
    assertThat(Told.parts("")).isEmpty();
  }

  @Test
  void whatIsNoTimeStaysText() {
    assertThat(Told.parts("on 2026-13-41 05:30 UTC"))
        .containsExactly(text("on 2026-13-41 05:30 UTC"));
  }
}
