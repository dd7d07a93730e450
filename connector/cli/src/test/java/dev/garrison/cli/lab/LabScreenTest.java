package dev.garrison.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.TerminalTime;
import dev.garrison.language.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** State of a running lab, as a Japanese administrator sees it. */
final class LabScreenTest {
  @Test
  void theStateIsShownInJapanese() {
    LabStatus status =
        new LabStatus(
            "https://127.0.0.1:8480/AdminService",
            List.of("install FS01"),
            List.of("2207"),
            60,
            Instant.parse("2026-11-28T21:00:00Z"),
            List.of(),
            "2107");
    assertThat(
            Language.JAPANESE.<List<String>, RuntimeException>during(
                () -> LabScreen.lines(status, new TerminalTime(ZoneOffset.UTC))))
        .containsExactly(
            "バージョン 2107 (2207 にアップグレード可能)",
            "時刻       2026-11-28 21:00 UTC (60 倍の速さ)",
            "サイト     https://127.0.0.1:8480/AdminService",
            "障害       install FS01");
  }
}
