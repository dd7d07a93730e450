package dev.garrison.state;

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
import java.util.ArrayList;
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
    return new JournalFolder(json, state(), "PS1");
  }

  private static Run run(String name) {
    return run("PS1", name);
  }

  private static Run run(String site, String name) {
    return new Run(
        name,
        Instant.parse("2026-11-24T21:07:33Z"),
        "root",
        "adm01",
        "CONTOSO\\svc",
        site,
        "contoso-prod",
        "m",
        "p",
        Optional.of("CHG-1"),
        Optional.empty());
  }

  private String write(String name) {
    return write("PS1", name);
  }

  private String write(String site, String name) {
    Thing thing = ThingServer.ours("1");
    try (JournalFile journal = JournalFile.begin(json, state(), run(site, name))) {
      journal.before(
          ThingServer.address("a"), Action.CREATE, Thing.FORM, new Observation.Missing<Thing>());
      journal.after(
          ThingServer.address("a"),
          Action.CREATE,
          new StepResult.Done(),
          Thing.FORM,
          new Observation.Found<>(thing, new Owner.Ours(), "id-a", ""));
      journal.end(
          new ApplyReport(Map.of(ThingServer.address("a"), new StepResult.Done()), journal.head()));
      return journal.head();
    }
  }

  private Path file(String name) {
    return folder.resolve("journal").resolve("PS1").resolve(name + ".jsonl");
  }

  @Test
  void aRunIsReadBackAsItWasWritten() {
    write("2026-11-24T21-07-33Z");
    List<JournalEntry> entries = journals().entries("2026-11-24T21-07-33Z");
    assertThat(entries).hasSize(4);
    assertThat(entries.getFirst().run()).hasValue(run("2026-11-24T21-07-33Z"));
    assertThat(entries.get(1).before().orElseThrow().seen().kind()).isEqualTo("missing");
    JournalEntry.Seen after = entries.get(2).after().orElseThrow().seen();
    assertThat(after.form()).hasValue(1);
    assertThat(after.state(json, Thing.FORM).orElseThrow().value())
        .isEqualTo(ThingServer.ours("1"));
    assertThat(entries.getLast().end()).hasValue(new JournalEntry.End(1, 0, 0));
  }

  @Test
  void twoRunsFormOneChain() {
    String first = write("2026-11-24T21-07-33Z");
    String second = write("2026-11-25T21-07-33Z");
    assertThat(journals().entries("2026-11-25T21-07-33Z").getFirst().previous()).isEqualTo(first);
    assertThat(journals().verify())
        .isEqualTo(new JournalFolder.Verdict(2, 8, second, List.of(), List.of(), List.of()));
  }

  @Test
  void anEditedLineShows() throws IOException {
    write("2026-11-24T21-07-33Z");
    Path file = file("2026-11-24T21-07-33Z");
    Files.writeString(file, Files.readString(file).replace("adm01", "adm02"));
    assertThat(journals().verify().problems())
        .containsExactly(
            "run 2026-11-24T21-07-33Z, line 2: doesn't follow the line before it; lines were changed, added, or removed");
  }

  @Test
  void aRemovedRunShows() throws IOException {
    write("2026-11-24T21-07-33Z");
    write("2026-11-25T21-07-33Z");
    Files.delete(file("2026-11-24T21-07-33Z"));
    assertThat(journals().verify().problems())
        .containsExactly(
            "run 2026-11-25T21-07-33Z, line 1: follows a line that doesn't exist; the run before it was changed or removed");
  }

  @Test
  void aRunRemovedFromTheMiddleShows() throws IOException {
    write("1");
    write("2");
    String head = write("3");
    Files.delete(file("2"));
    assertThat(journals().verify())
        .isEqualTo(
            new JournalFolder.Verdict(
                2,
                8,
                head,
                List.of(
                    "run 3, line 1: follows a line that doesn't exist; the run before it was changed or removed",
                    "the chain has 2 ends, after which no run follows: 1, 3"),
                List.of(),
                List.of()));
  }

  @Test
  void linesCutOffAtTheVeryEndShow() throws IOException {
    write("1");
    String head = write("2");
    List<String> lines = Files.readAllLines(file("2"));
    Files.write(file("2"), lines.subList(0, 3));
    assertThat(journals().verify().problems())
        .containsExactly(
            "the log of chain heads says that run 2 ended with %s, but no journal does; its end was changed or cut off"
                .formatted(head.substring(0, 12)));
  }

  @Test
  void theNewestRunTakenAwayShows() throws IOException {
    write("1");
    write("2");
    Files.delete(file("2"));
    assertThat(journals().verify().problems())
        .singleElement()
        .asString()
        .startsWith("the log of chain heads says that run 2 ended with ");
  }

  @Test
  void theLogOfHeadsHasALineForEachRun() throws IOException {
    String first = write("PS1", "1");
    String second = write("PS2", "2");
    assertThat(Files.readAllLines(folder.resolve("heads.log")))
        .containsExactly("# garrison-heads/1", "PS1 1 " + first, "PS2 2 " + second);
  }

  @Test
  void withoutALogOfHeadsTheChainIsCheckedAlone() throws IOException {
    write("1");
    write("2");
    Files.delete(folder.resolve("heads.log"));
    Files.delete(file("2"));
    assertThat(journals().verify().problems()).isEmpty();
  }

  @Test
  void aHeadThatCannotBeLoggedIsADiagnostic() throws IOException {
    Files.createDirectory(folder.resolve("heads.log"));
    assertThatThrownBy(() -> write("1"))
        .isInstanceOf(RefusalException.class)
        .hasMessageStartingWith("Run 1 is complete and journaled, but its chain head ")
        .hasMessageContaining("[HEAD_NOT_LOGGED GAR-0608]");
    assertThat(journals().entries("1")).hasSize(4);
  }

  @Test
  void aClockSetBackDoesNotBreakTheChain() {
    write("2026-11-25T03-00-00Z");
    String head = write("2026-11-25T02-00-00Z");
    assertThat(journals().runs()).containsExactly("2026-11-25T03-00-00Z", "2026-11-25T02-00-00Z");
    assertThat(journals().verify())
        .isEqualTo(new JournalFolder.Verdict(2, 8, head, List.of(), List.of(), List.of()));
    assertThat(journals().head()).isEqualTo(head);
  }

  @Test
  void eachSiteHasAChainOfItsOwn() {
    String first = write("PS1", "1");
    write("PS2", "2");
    write("PS1", "3");
    assertThat(state().sites()).containsExactly("PS1", "PS2");
    assertThat(journals().entries("3").getFirst().previous()).isEqualTo(first);
    assertThat(journals().verify().problems()).isEmpty();
    assertThat(new JournalFolder(json, state(), "ps2").verify().runs()).isEqualTo(1);
  }

  @Test
  void twoRunsAfterOneShow() throws IOException {
    write("1");
    write("2");
    Path two = file("2");
    Path aside = Files.move(two, folder.resolve("aside"));
    write("3");
    Files.move(aside, two);
    assertThat(journals().verify().problems())
        .containsExactly(
            "these runs follow the same line: 2, 3; one is a copy, or two were written at the same time",
            "the chain has 2 ends, after which no run follows: 2, 3");
  }

  @Test
  void aCopyOfARunShows() throws IOException {
    write("1");
    write("2");
    Files.copy(file("1"), file("0"));
    assertThat(journals().verify().problems())
        .containsExactly(
            "these runs follow the same line: 0, 1; one is a copy, or two were written at the same time");
  }

  @Test
  void runsThatFollowEachOtherInACircleShow() throws IOException {
    write("1");
    String end = write("2");
    String begin = "\"previous\":\"\",\"run\"";
    String text = Files.readString(file("1"));
    assertThat(text).contains(begin);
    Files.writeString(file("1"), text.replace(begin, "\"previous\":\"" + end + "\",\"run\""));
    assertThat(journals().verify().problems())
        .contains(
            "run 1, line 1: follows a run that follows it",
            "run 2, line 1: follows a run that follows it");
  }

  @Test
  void aRunCutOffInItsFirstLineIsPassedOver() throws IOException {
    String first = write("1");
    Files.writeString(file("2"), "{\"sequence\":1,");
    write("3");
    assertThat(journals().entries("3").getFirst().previous()).isEqualTo(first);
    assertThat(journals().verify().problems()).isEmpty();
    assertThat(journals().verify().torn()).containsExactly("2");
  }

  @Test
  void readingMakesNoFolder() {
    StateFolder none = new StateFolder(folder.resolve("none"));
    assertThatThrownBy(none::sites)
        .hasMessageStartingWith("No journal found in " + none.path() + ".");
    assertThat(new JournalFolder(json, none, "PS1").runs()).isEmpty();
    assertThat(none.path()).doesNotExist();
  }

  @Test
  void aSiteWithoutJournalIsADiagnostic() {
    write("1");
    assertThatThrownBy(() -> state().site("xy1"))
        .hasMessageStartingWith("No journal of site XY1 found in " + folder + ".")
        .hasMessageContaining("Specify a site that has a journal: PS1.");
  }

  @Test
  void aTornLastLineIsToleratedAndReported() throws IOException {
    String head = write("2026-11-24T21-07-33Z");
    Files.writeString(
        file("2026-11-24T21-07-33Z"), "{\"sequence\":5,\"prev", StandardOpenOption.APPEND);
    assertThat(journals().verify())
        .isEqualTo(
            new JournalFolder.Verdict(
                1, 4, head, List.of(), List.of("2026-11-24T21-07-33Z"), List.of()));
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
          .isEqualTo("run 2026-11-24T21-07-33Z, line 1: isn't a journal entry");
      assertThatThrownBy(() -> journals().entries("2026-11-24T21-07-33Z"))
          .isInstanceOf(RefusalException.class)
          .hasMessageStartingWith("Line 1 of " + file + " isn't a journal entry: ");
      Files.delete(file);
    }
  }

  @Test
  void anEntryThatTellsTwoThingsIsRefused() {
    Optional<JournalEntry.End> end = Optional.of(new JournalEntry.End(1, 0, 0));
    assertThatThrownBy(() ->
            new JournalEntry(1, "", Optional.of(run("a")), Optional.empty(), Optional.empty(), end))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aJournalWithMalformedBytesIsADiagnostic() throws IOException {
    write("2026-11-24T21-07-33Z");
    Path file = file("2026-11-24T21-07-33Z");
    Files.write(file, new byte[] {'{', -1, '\n'}, StandardOpenOption.APPEND);
    assertThatThrownBy(() -> journals().verify())
        .isInstanceOf(RefusalException.class)
        .hasMessageStartingWith("The journal " + file + " isn't UTF-8 text. ");
  }

  @Test
  void theNewestRunsAreToldByTheirEnds() {
    write("1");
    write("2");
    write("3");
    Optional<JournalEntry.End> end = Optional.of(new JournalEntry.End(1, 0, 0));
    assertThat(journals().newest(2))
        .isEqualTo(
            new JournalFolder.Newest(
                3,
                List.of(
                    new JournalFolder.Summary("3", Optional.of(run("3")), end, false),
                    new JournalFolder.Summary("2", Optional.of(run("2")), end, false))));
  }

  @Test
  void damageBetweenTheEndsDoesNotHideARunAndDamageAtOneIsTold() throws IOException {
    write("1");
    write("2");
    write("3");
    edit("1", 1, "nonsense");
    edit("2", 3, "nonsense");
    edit("3", 0, "nonsense");
    List<JournalFolder.Summary> all = journals().newest(9).runs();
    assertThat(all)
        .filteredOn(JournalFolder.Summary::damaged)
        .extracting("name")
        .contains("2", "3");
    assertThat(all).filteredOn(each -> !each.damaged()).extracting("name").containsExactly("1");
    assertThat(all)
        .filteredOn(each -> each.run().isEmpty())
        .extracting("name")
        .containsExactly("3");
    assertThat(all)
        .filteredOn(each -> each.end().isEmpty())
        .extracting("name")
        .containsExactly("2");
  }

  @Test
  void aRunThatWasCutOffIsNotDamaged() throws IOException {
    write("1");
    Path file = file("1");
    Files.write(file, Files.readAllLines(file).subList(0, 2));
    Files.writeString(file("2"), "{\"sequence\":1,");
    assertThat(journals().newest(9).runs())
        .containsExactly(
            new JournalFolder.Summary("2", Optional.empty(), Optional.empty(), false),
            new JournalFolder.Summary("1", Optional.of(run("1")), Optional.empty(), false));
  }

  private void edit(String name, int line, String text) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file(name)));
    lines.set(line, text);
    Files.write(file(name), lines);
  }

  @Test
  void anUnknownRunIsADiagnostic() {
    assertThatThrownBy(() -> journals().entries("nonsense"))
        .hasMessageStartingWith("No journal of run \"nonsense\" found in ");
  }
}
