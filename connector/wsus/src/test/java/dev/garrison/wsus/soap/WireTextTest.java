package dev.garrison.wsus.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GUIDs and times as ASP.NET writes them, and others. */
final class WireTextTest {
  @ParameterizedTest
  @CsvSource({
    "2026-10-04T13:16:35, 2026-10-04T13:16:35Z",
    "2026-10-04T13:16:35Z, 2026-10-04T13:16:35Z",
    "2026-10-04T13:16:35.433, 2026-10-04T13:16:35.433Z",
    "2026-10-04T13:16:35.4Z, 2026-10-04T13:16:35.400Z",
    "9999-12-31T23:59:59.9999999, 9999-12-31T23:59:59.999999900Z",
    "1753-01-01T00:00:00.000000001Z, 1753-01-01T00:00:00.000000001Z",
    "2026-10-04T13:16, 2026-10-04T13:16:00Z",
    "2026-10-04T13:16:35.433+02:00, 2026-10-04T11:16:35.433Z"
  })
  void aTimeWithoutAZoneIsUtc(String text, Instant time) {
    assertThat(WireText.time(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-02-30T00:00:00",
        "2026-10-04T24:00:00",
        "2026-10-04T13:16:61",
        "2026-10-04T13:16:35.1234567890",
        "2026-10-04T13:16:35x",
        "2026-10-04 13:16:35",
        "2026-1\u0661-04T13:16:35",
        "2026-10-04"
      })
  void whatIsNoTimeIsRefused(String text) {
    assertThatThrownBy(() -> WireText.time(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void aGuidIsReadInCapitalsOrNot() {
    assertThat(WireText.id("A0A08746-4DBE-4a37-9adf-9E7652C0B421"))
        .isEqualTo(UUID.fromString("a0a08746-4dbe-4a37-9adf-9e7652c0b421"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0-0-0-0-0",
        "a0a08746-4dbe-4a37-9adf-9e7652c0b42",
        "a0a08746-4dbe-4a37-9adf-9e7652c0b4211",
        "+0a08746-4dbe-4a37-9adf-9e7652c0b421",
        "a0a087464-dbe-4a37-9adf-9e7652c0b421",
        "a0a08746-4dbe-4a37-9adf-9e7652c0b42g",
        "a0a08746-4dbe-4a37-9adf-9e7652c0b42\u0661"
      })
  void whatIsNoGuidIsRefused(String text) {
    assertThatThrownBy(() -> WireText.id(text)).isInstanceOf(NumberFormatException.class);
  }
}
