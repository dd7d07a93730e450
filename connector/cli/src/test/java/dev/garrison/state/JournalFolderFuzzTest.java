package dev.garrison.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.view.JournalView;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.Thing;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.fuzz.FuzzRun;
import dev.garrison.fuzz.Mutator;
import dev.garrison.fuzz.Sample;
import dev.garrison.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A damaged journal ends in entries and a verdict, or in a diagnostic; see {@link FuzzRun} for long
 * runs.
 */
final class JournalFolderFuzzTest {
  private static final String FIRST = "2026-11-24T21-07-33Z";
  private static final String SECOND = "2026-11-25T21-07-33Z";

  private @TempDir Path folder;

  private final Json json = new Json();

  @Test
  void aDamagedJournalEndsInEntriesOrInADiagnostic() throws IOException {
    write(FIRST);
    write(SECOND);
    List<Sample> samples = List.of(Sample.json(Files.readString(file(FIRST))));
    JournalFolder journals = new JournalFolder(json, new StateFolder(folder), "PS1");
    new FuzzRun("journal", Mutator.json(samples))
        .check("changed, entries can be read", input -> outcome(journals, input));
  }

  private String outcome(JournalFolder journals, byte[] input) throws IOException {
    Files.write(file(FIRST), input);
    try {
      JournalFolder.Verdict verdict = journals.verify();
      assertThat(verdict.runs()).isEqualTo(2);
      assertThat(journals.head()).isEqualTo(verdict.head());
      String chain = verdict.problems().isEmpty() ? "whole or torn" : "changed";
      return chain + (readable(journals) ? ", entries can be read" : ", an entry cannot be read");
    } catch (RefusalException e) {
      return FuzzRun.refused(e);
    }
  }

  private static boolean readable(JournalFolder journals) {
    assertThat(journals.entries(SECOND)).hasSize(8);
    try {
      List<JournalEntry> entries = journals.entries(FIRST);
      assertThat(JournalView.render(entries, new TerminalTime(ZoneOffset.UTC))).isNotNull();
      assertThat(JournalView.summary(FIRST, entries)).startsWith(FIRST);
      return true;
    } catch (RefusalException e) {
      FuzzRun.refused(e);
      return false;
    }
  }

  private Path file(String run) {
    return folder.resolve("journal").resolve("PS1").resolve(run + ".jsonl");
  }

  private void write(String name) {
    Thing thing = ThingServer.ours("1");
    Run run =
        new Run(
            name,
            Instant.parse("2026-11-24T21:07:33Z"),
            "root",
            "adm01",
            "CONTOSO\\svc",
            "PS1",
            "contoso-prod",
            "m",
            "p",
            Optional.of("CHG-1"),
            Optional.empty());
    List<Observation<Thing>> seen =
        List.of(
            new Observation.Missing<>(),
            new Observation.Found<>(thing, new Owner.Ours(), "id-a", "rest"),
            new Observation.Unreadable<>("t\u00e4xt"));
    try (JournalFile journal = JournalFile.begin(json, new StateFolder(folder), run)) {
      Address address = ThingServer.address("a");
      for (Observation<Thing> observation : seen) {
        journal.before(address, Action.CREATE, Thing.FORM, observation);
        journal.after(address, Action.CREATE, new StepResult.Done(), Thing.FORM, observation);
      }
      journal.end(new ApplyReport(Map.of(address, new StepResult.Done()), journal.head()));
    }
  }
}
