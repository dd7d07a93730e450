package dev.garrison.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.view.JournalView;
import dev.garrison.engine.resource.Address;
import dev.garrison.json.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no undo takes back, in the journal. */
final class DeedsTest {
  private static final String NAME = "2026-11-24T21-07-33Z";
  private static final Address SERVER = new Address("server", "FS01");
  @TempDir private Path folder;
  private final Json json = new Json();

  private JournalFile begun() {
    return JournalFile.begin(
        json,
        new StateFolder(folder),
        new Run(
            NAME,
            Instant.parse("2026-11-24T21:07:33Z"),
            "root",
            "adm01",
            "CONTOSO\\svc",
            "PS1",
            "contoso-prod",
            "m",
            "p",
            Optional.empty(),
            Optional.empty()));
  }

  private List<JournalEntry> entries() {
    return new JournalFolder(json, new StateFolder(folder), "PS1").entries(NAME);
  }

  @Test
  void aDeedHasALineBeforeItAndOneForEachThingThatCameOfIt() {
    try (JournalFile journal = begun()) {
      journal.about(SERVER, "RUN", Map.of("guid", "G"));
      journal.told(SERVER, "RUN", "started", "operation 7", Map.of("operation", "7"));
      journal.told(SERVER, "RUN", "ran", "it ran", Map.of());
      journal.end(new JournalEntry.End(1, 0, 0));
    }
    assertThat(entries()).hasSize(5);
    JournalEntry.Before before = entries().get(1).before().orElseThrow();
    assertThat(before.seen().isDeed()).isTrue();
    assertThat(before.seen().state().orElseThrow()).hasToString("{\"guid\":\"G\"}");
    assertThat(JournalView.render(entries(), new TerminalTime(ZoneOffset.UTC)).lines().skip(1))
        .containsExactly(
            "  started  RUN     server/FS01: operation 7",
            "  ran      RUN     server/FS01: it ran",
            "Ended: 1 in place, 0 failed, 0 waiting");
  }

  @Test
  void aRunThatWasCutInTheMiddleOfADeedSaysThatItsOutcomeIsUnknown() {
    try (JournalFile journal = begun()) {
      journal.about(SERVER, "RUN", Map.of());
    }
    assertThat(JournaledWrite.unanswered(entries()))
        .extracting(JournalEntry.Before::address)
        .containsExactly("server/FS01");
    assertThat(JournalView.render(entries(), new TerminalTime(ZoneOffset.UTC)).lines().skip(1))
        .containsExactly(
            "  unknown  RUN     server/FS01: outcome unknown, the run was interrupted during this write");
  }
}
