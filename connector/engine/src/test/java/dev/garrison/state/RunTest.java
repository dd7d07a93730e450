package dev.garrison.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.json.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What journals hold of a run is read by every later version. */
final class RunTest {
  private static final String BEFORE =
      "{\"at\":\"2026-11-24T21:07:33Z\",\"changeId\":\"CHG-1\",\"host\":\"adm01\",\"identity\":\"CONTOSO\\\\svc\",\"manifest\":\"contoso-prod\",\"manifestDigest\":\"m\",\"osUser\":\"root\",\"planDigest\":\"p\",\"run\":\"2026-11-24T21-07-33Z\",\"site\":\"PS1\"}";
  private static final String FIRST = "{\"agreedDigest\":\"a\"," + BEFORE.substring(1);
  private static final String NOW =
      FIRST.replace("\"host\":", "\"format\":\"garrison-journal/2\",\"host\":");

  private final Json json = new Json();

  private static Run run(Optional<String> format, Optional<String> agreed) {
    return new Run(
        format,
        "2026-11-24T21-07-33Z",
        Instant.parse("2026-11-24T21:07:33Z"),
        "root",
        "adm01",
        "CONTOSO\\svc",
        "PS1",
        "contoso-prod",
        "m",
        "p",
        Optional.of("CHG-1"),
        agreed,
        Optional.empty());
  }

  private static String line(String run) {
    return "{\"after\":null,\"before\":null,\"end\":null,\"previous\":\"\",\"run\":%s,\"sequence\":1}"
        .formatted(run);
  }

  private static JournalEntry entry(Optional<String> format, Optional<String> agreed) {
    return new JournalEntry(
        1,
        "",
        Optional.of(run(format, agreed)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private JournalEntry read(String line) {
    return JournalEntry.read(json, line).value();
  }

  @Test
  void aRunOfAVersionWithoutASecondDigestIsRead() {
    assertThat(read(line(BEFORE))).isEqualTo(entry(Optional.empty(), Optional.empty()));
  }

  @Test
  void aRunOfTheFirstFormIsRead() {
    assertThat(read(line(FIRST))).isEqualTo(entry(Optional.empty(), Optional.of("a")));
  }

  @Test
  void aRunIsWrittenWithTheFormOfItsJournal() {
    assertThat(json.canonical(entry(Optional.of("garrison-journal/2"), Optional.of("a"))))
        .isEqualTo(line(NOW));
    assertThat(read(line(NOW)))
        .isEqualTo(entry(Optional.of("garrison-journal/2"), Optional.of("a")));
  }

  @Test
  void aRunIsWrittenWithTheRemarksOfItsPlan() {
    JournalEntry entry =
        new JournalEntry(
            1,
            "",
            Optional.of(
                run(Optional.of("garrison-journal/2"), Optional.of("a"))
                    .remarking(List.of("One server is silent."))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    String line = line(NOW.replace("\"run\":", "\"remarks\":[\"One server is silent.\"],\"run\":"));
    assertThat(json.canonical(entry)).isEqualTo(line);
    assertThat(read(line)).isEqualTo(entry);
  }

  @Test
  void whatALaterVersionAddsIsNamed() {
    assertThat(JournalEntry.read(json, line("{\"shift\":{\"name\":\"night\"}," + NOW.substring(1))))
        .isEqualTo(
            new Recorded<>(
                entry(Optional.of("garrison-journal/2"), Optional.of("a")), List.of("run.shift")));
  }

  @Test
  void aLineThatTellsNothingIsNoEntry() {
    assertThatThrownBy(() -> read("{\"previous\":\"\",\"sequence\":1}"))
        .isInstanceOf(JsonException.class)
        .hasMessage("it tells nothing");
  }

  @Test
  void aLineThatTellsSomethingElseIsAnEntryOfALaterVersion() {
    Recorded<JournalEntry> read =
        JournalEntry.read(json, "{\"pause\":{},\"previous\":\"p\",\"sequence\":7}");
    assertThat(read.unknown()).containsExactly("pause");
    assertThat(read.value().sequence()).isEqualTo(7);
  }
}
