package dev.garrison.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.Thing;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.resource.Observation;
import dev.garrison.json.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check of journals must not pass over. */
final class JournalChecksTest {
  @TempDir private Path folder;

  private final Json json = new Json();

  private Path write(String site, String name) {
    StateFolder state = new StateFolder(folder);
    Run run =
        new Run(
            name,
            Instant.parse("2026-11-24T21:07:33Z"),
            "root",
            "adm01",
            "CONTOSO\\svc",
            site,
            "contoso-prod",
            "m",
            "p",
            Optional.empty(),
            Optional.empty());
    try (JournalFile journal = JournalFile.begin(json, state, run)) {
      journal.before(
          ThingServer.address("a"), Action.CREATE, Thing.FORM, new Observation.Missing<Thing>());
      journal.end(new ApplyReport(Map.of(), journal.head()));
    }
    return folder.resolve("journal").resolve(site).resolve(name + ".jsonl");
  }

  private JournalFolder.Verdict verdict(String site) {
    return new JournalFolder(json, new StateFolder(folder), site).verify();
  }

  private List<String> problems(String site) {
    return verdict(site).problems();
  }

  @Test
  void aFirstLineThatWasTakenAwayShowsInTheNumbersOfTheOthers() throws IOException {
    Path file = write("PS1", "1");
    Files.write(file, Files.readAllLines(file).subList(1, 3));
    assertThat(problems("PS1"))
        .containsExactly(
            "run 1, line 1: follows a line that doesn't exist; the run before it was changed or removed",
            "run 1, line 1: has the number 2",
            "run 1, line 2: has the number 3");
  }

  @Test
  void theNewestHeadOfAnotherSiteIsNotLookedForInThisOne() {
    write("PS1", "1");
    write("PS2", "2");
    assertThat(problems("PS1")).isEmpty();
  }

  @Test
  void aLineThatIsBeingWrittenIsToleratedWhereverItEndsSoFar() throws IOException {
    Path file = write("PS1", "1");
    byte[] whole = Files.readAllBytes(file);
    byte[] line = "{\"サーバー\":\"é\"}".getBytes(StandardCharsets.UTF_8);
    JournalFolder.Verdict intact = verdict("PS1");
    for (int length = 1; length <= line.length; length++) {
      Files.write(file, whole);
      Files.write(file, Arrays.copyOf(line, length), StandardOpenOption.APPEND);
      assertThat(verdict("PS1"))
          .isEqualTo(
              new JournalFolder.Verdict(1, 3, intact.head(), List.of(), List.of("1"), List.of()));
    }
  }

  @Test
  void aJournalLargerThanTheBoundIsNotRead() throws IOException {
    Path file = write("PS1", "1");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(JournalText.LARGEST + 1);
    }
    assertThatThrownBy(() -> JournalText.read(file))
        .isInstanceOf(RefusalException.class)
        .hasMessageStartingWith("The journal " + file + " is larger than 256 MB. ");
    assertThatThrownBy(() -> JournalEdges.read(file))
        .isInstanceOf(RefusalException.class)
        .hasMessageStartingWith("The journal " + file + " is larger than 256 MB. ");
  }
}
