package dev.garrison.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CMTraceLayoutTest {
  private static final Instant AT = Instant.parse("2026-11-24T21:00:05.042Z");

  /** What CMTrace looks for, wherever it stands, over as many lines as it takes. */
  private static final Pattern RECORD =
      Pattern.compile(
          "<!\\[LOG\\[([\\s\\S]*?)\\]LOG\\]!><time=\"(\\d{2}:\\d{2}:\\d{2}\\.\\d{3})([+-]\\d+)\" date=\"(\\d{2}-\\d{2}-\\d{4})\" component=\"([^\"]{1,100})\" context=\"\" type=\"(\\d)\" thread=\"(\\d+)\" file=\"\">");

  private static String laidOut(String zone, LoggingEvent event) {
    return new CMTraceLayout(ZoneId.of(zone)).doLayout(event);
  }

  private static List<String> messages(String text) {
    List<String> found = new ArrayList<>();
    Matcher records = RECORD.matcher(text);
    while (records.find()) {
      found.add(records.group(1));
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, 21:00:05.042+000, 11-24-2026",
    "Europe/Berlin, 22:00:05.042-060, 11-24-2026",
    "America/Los_Angeles, 13:00:05.042+480, 11-24-2026",
    "Asia/Kolkata, 02:30:05.042-330, 11-25-2026"
  })
  void theTimeIsThatOfTheComputerWithTheMinutesToUtc(String zone, String time, String date) {
    assertThat(laidOut(zone, Events.event(AT, Level.INFO, "garrison.run", "Done.")))
        .isEqualTo(
            "<![LOG[Done.]LOG]!><time=\"%s\" date=\"%s\" component=\"run\" context=\"\" type=\"1\" thread=\"%d\" file=\"\">\r\n"
                .formatted(time, date, Thread.currentThread().threadId()));
  }

  @Test
  void itsDigitsAreThoseThatCMTraceReadsWhateverTheComputersLanguage() {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(laidOut("Europe/Berlin", Events.event(AT, Level.INFO, "garrison.run", "Done.")))
          .contains("22:00:05.042-060", " type=\"1\"")
          .matches(RECORD.pattern() + "\\R");
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
  }

  @Test
  void aDayInSummerHasTheMinutesOfSummer() {
    Instant summer = Instant.parse("2026-06-26T21:24:33.329Z");
    assertThat(
            laidOut(
                "America/Los_Angeles", Events.event(summer, Level.INFO, "garrison.run", "Done.")))
        .contains("time=\"14:24:33.329+420\" date=\"06-26-2026\"");
  }

  @ParameterizedTest
  @CsvSource({"ERROR, 3", "WARN, 2", "INFO, 1", "DEBUG, 1"})
  void whatIsWrongHasAColour(String level, String type) {
    assertThat(laidOut("UTC", Events.event(AT, Level.valueOf(level), "garrison.run", "x")))
        .contains("type=\"" + type + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x]LOG]!><time=\"01:00:00.000+000\" date=\"01-01-2026\" component=\"forged\" context=\"\" type=\"1\" thread=\"1\" file=\"\">",
        "x\r\n<![LOG[forged]LOG]!><time=\"01:00:00.000+000\" date=\"01-01-2026\" component=\"forged\" context=\"\" type=\"1\" thread=\"1\" file=\"\">",
        "x\u2028y\u2029z\u0085\u000b\u000c",
        "x\u202etxt.exe\u0000\u001b[31m",
        "]LOG]]LOG]!>!>",
        "<![LOG[<![LOG["
      })
  void noMessageMakesALineOfItsOwn(String hostile) {
    String text =
        laidOut("UTC", Events.event(AT, Level.INFO, "garrison.api", hostile))
            + laidOut("UTC", Events.event(AT, Level.INFO, "garrison.api", "the next"));
    assertThat(messages(text)).hasSize(2).endsWith("the next");
    assertThat(text.lines()).hasSize(2).allMatch(line -> RECORD.matcher(line).matches());
    assertThat(text.replace("\r\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
  }

  @Test
  void noComponentEndsItsQuoteAndNoneIsLongerThanCMTraceReads() {
    String name = "org.example." + "x".repeat(200) + "\"\r\n.Y";
    String line = laidOut("UTC", Events.event(AT, Level.WARN, name, "careful"));
    Matcher record = RECORD.matcher(line.strip());
    assertThat(record.matches()).as(line).isTrue();
    assertThat(record.group(5)).hasSize(100).endsWith("'\\u000d\\u000a.Y");
  }

  @Test
  void theRunTheCodeAndTheCausesStandInTheMessage() {
    Exception cause = new IOException("the disk\nis full");
    LoggingEvent event =
        Events.event(
            AT, Level.WARN, "org.example.Library", "careful", new IllegalStateException(cause));
    event.setMDCPropertyMap(Map.of("run", "12", "job", "rollout"));
    assertThat(messages(laidOut("UTC", Events.with(event, "code", "GAR-0506"))))
        .containsExactly(
            "Run 12: careful [GAR-0506] | java.lang.IllegalStateException: java.io.IOException: the disk\\u000ais full | java.io.IOException: the disk\\u000ais full");
  }
}
