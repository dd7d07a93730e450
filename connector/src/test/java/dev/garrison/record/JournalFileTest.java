package dev.garrison.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.Thing;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalFileTest {
  @TempDir Path folder;

  private final Json json = new Json();

  private StateFolder state() {
    return new StateFolder(folder);
  }

  private JournalFolder journals() {
    return new JournalFolder(json, state());
  }

  private static Run run(String name) {
    Instant at = Instant.parse("2026-11-24T21:07:33Z");
    return new Run(
        name,
        at,
        "root",
        "adm01",
        "CONTOSO\\svc",
        "PS1",
        "contoso-prod",
        "m",
        "p",
        Optional.of("CHG-1"));
  }

  private String write(String name) {
    Thing thing = ThingServer.ours("1");
    try (JournalFile journal = JournalFile.begin(json, state(), run(name))) {
      journal.before(ThingServer.address("a"), Action.CREATE, new Observation.Missing<Thing>());
      journal.after(
          ThingServer.address("a"),
          Action.CREATE,
          new StepResult.Done(),
          new Observation.Found<>(thing, new Owner.Ours(), "id-a", ""));
      journal.end(
          new ApplyReport(Map.of(ThingServer.address("a"), new StepResult.Done()), journal.head()));
      return journal.head();
    }
  }

  private Path file(String name) {
    return folder.resolve("journal").resolve(name + ".jsonl");
  }

  @Test
  void aRunIsReadBackAsItWasWritten() {
    write("2026-11-24T21-07-33Z");
    List<JournalEntry> entries = journals().entries("2026-11-24T21-07-33Z");
    assertThat(entries).hasSize(4);
    assertThat(entries.getFirst().run()).hasValue(run("2026-11-24T21-07-33Z"));
    assertThat(entries.get(1).before().orElseThrow().seen().kind()).isEqualTo("missing");
    JournalEntry.Seen after = entries.get(2).after().orElseThrow().seen();
    assertThat(json.read(after.state().orElseThrow(), Thing.class))
        .isEqualTo(ThingServer.ours("1"));
    assertThat(entries.getLast().end()).hasValue(new JournalEntry.End(1, 0, 0));
  }

  @Test
  void twoRunsFormOneChain() {
    String first = write("2026-11-24T21-07-33Z");
    String second = write("2026-11-25T21-07-33Z");
    assertThat(journals().entries("2026-11-25T21-07-33Z").getFirst().previous()).isEqualTo(first);
    assertThat(journals().verify())
        .isEqualTo(new JournalFolder.Verdict(2, 8, second, List.of(), List.of()));
  }

  @Test
  void anEditedLineShows() throws IOException {
    write("2026-11-24T21-07-33Z");
    Path file = file("2026-11-24T21-07-33Z");
    Files.writeString(file, Files.readString(file).replace("adm01", "adm02"));
    assertThat(journals().verify().problems())
        .containsExactly(
            "run 2026-11-24T21-07-33Z, line 2: does not follow the line before it; lines were changed, added or removed");
  }

  @Test
  void aRemovedRunShows() throws IOException {
    write("2026-11-24T21-07-33Z");
    write("2026-11-25T21-07-33Z");
    Files.delete(file("2026-11-24T21-07-33Z"));
    assertThat(journals().verify().problems())
        .containsExactly(
            "run 2026-11-25T21-07-33Z, line 1: does not follow the line before it; lines were changed, added or removed");
  }

  @Test
  void aTornLastLineIsToleratedAndReported() throws IOException {
    String head = write("2026-11-24T21-07-33Z");
    Files.writeString(
        file("2026-11-24T21-07-33Z"), "{\"sequence\":5,\"prev", StandardOpenOption.APPEND);
    assertThat(journals().verify())
        .isEqualTo(
            new JournalFolder.Verdict(1, 4, head, List.of(), List.of("2026-11-24T21-07-33Z")));
    write("2026-11-25T21-07-33Z");
    assertThat(journals().verify().problems()).isEmpty();
  }

  @Test
  void aLineThatIsNoEntryShows() throws IOException {
    for (String line : List.of("null", "{}", "", "[]", "{\"sequence\":1,\"previous\":null}")) {
      write("2026-11-24T21-07-33Z");
      Path file = file("2026-11-24T21-07-33Z");
      Files.writeString(file, line + "\n" + Files.readString(file));
      assertThat(journals().verify().problems())
          .first()
          .isEqualTo("run 2026-11-24T21-07-33Z, line 1: is not a journal entry");
      assertThatThrownBy(() -> journals().entries("2026-11-24T21-07-33Z"))
          .isInstanceOf(RefusalException.class)
          .hasMessageStartingWith("Line 1 of " + file + " is not a journal entry: ");
      Files.delete(file);
    }
  }

  @Test
  void anEntryThatTellsTwoThingsOrNothingIsRefused() {
    Optional<JournalEntry.End> end = Optional.of(new JournalEntry.End(1, 0, 0));
    assertThatThrownBy(() ->
            new JournalEntry(1, "", Optional.of(run("a")), Optional.empty(), Optional.empty(), end))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            new JournalEntry(
                1, "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aJournalWithMalformedBytesIsADiagnostic() throws IOException {
    write("2026-11-24T21-07-33Z");
    Path file = file("2026-11-24T21-07-33Z");
    Files.write(file, new byte[] {'{', -1}, StandardOpenOption.APPEND);
    assertThatThrownBy(() -> journals().verify())
        .isInstanceOf(RefusalException.class)
        .hasMessageStartingWith("The journal " + file + " is not UTF-8 text. ");
  }

  @Test
  void anUnknownRunIsADiagnostic() {
    assertThatThrownBy(() -> journals().entries("nonsense"))
        .hasMessageStartingWith("There is no journal of a run 'nonsense' in ");
  }
}
