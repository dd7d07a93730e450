package dev.garrison.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.json.Json;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What journals hold of a run is read by every later version. */
final class RunTest {
  private static final String BEFORE =
      "{\"at\":\"2026-11-24T21:07:33Z\",\"changeId\":\"CHG-1\",\"host\":\"adm01\",\"identity\":\"CONTOSO\\\\svc\",\"manifest\":\"contoso-prod\",\"manifestDigest\":\"m\",\"osUser\":\"root\",\"planDigest\":\"p\",\"run\":\"2026-11-24T21-07-33Z\",\"site\":\"PS1\"}";
  private static final String NOW = "{\"agreedDigest\":\"a\"," + BEFORE.substring(1);

  private final Json json = new Json();

  private static Run run(Optional<String> agreed) {
    return new Run(
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
        agreed);
  }

  private static String line(String run) {
    return "{\"after\":null,\"before\":null,\"end\":null,\"previous\":\"\",\"run\":%s,\"sequence\":1}"
        .formatted(run);
  }

  private static JournalEntry entry(Optional<String> agreed) {
    return new JournalEntry(
        1, "", Optional.of(run(agreed)), Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void aRunOfAVersionWithoutASecondDigestIsRead() {
    assertThat(JournalEntry.read(json, line(BEFORE))).isEqualTo(entry(Optional.empty()));
  }

  @Test
  void aRunIsWrittenWithBothDigests() {
    assertThat(json.canonical(entry(Optional.of("a")))).isEqualTo(line(NOW));
    assertThat(JournalEntry.read(json, line(NOW))).isEqualTo(entry(Optional.of("a")));
  }
}
