package dev.garrison.session;

import static dev.garrison.engine.ThingServer.address;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.view.JournalView;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.Thing;
import dev.garrison.engine.ThingPlans;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.ResourceTypes;
import dev.garrison.json.Json;
import dev.garrison.session.WriteSession.Applied;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UndoTest {
  @TempDir Path folder;

  private final ThingServer server = new ThingServer();
  private final ThingSource source =
      new ThingSource(List.of(wanted("a", ours("1")), wanted("b", ours("1").needing("a"))));
  private Instant now = ThingPlans.AS_OF;

  private Session session() {
    return new Session(
        source,
        new ResourceTypes(List.of(server)),
        new StateFolder(folder),
        new Operator("root", "adm01", 42, "0.1.0"),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private Applied carryOut(Planned planned) {
    now = now.plusSeconds(60);
    try (WriteSession writing = session().write()) {
      return writing.carryOut(planned, Optional.empty(), ApplyListener.silent());
    }
  }

  private String apply() {
    return carryOut(session().plan(Allowances.NONE)).run();
  }

  private Path journal(String run) {
    return folder.resolve("journal").resolve(source.site).resolve(run + ".jsonl");
  }

  /** Leaves of the run's journal what had been written when the process was ended. */
  private void cutBeforeLastAnswer(String run) throws IOException {
    List<String> lines = Files.readAllLines(journal(run));
    Files.write(journal(run), lines.subList(0, lines.size() - 2));
  }

  @Test
  void undoTakesBackWhatARunCreatedAndChanged() {
    server.things.put("a", ours("0"));
    String run = apply();
    carryOut(session().undo(run));
    assertThat(server.things).containsOnlyKeys("a").containsEntry("a", ours("0"));
    assertThat(server.writes).containsExactly("UPDATE a", "CREATE b", "DELETE b", "UPDATE a");
  }

  @Test
  void whatWasMadeLastGoesFirstThoughNothingRefersToAnything() {
    source.things = List.of(wanted("a", ours("1")), wanted("b", ours("1")));
    String run = apply();
    carryOut(session().undo(run));
    assertThat(server.writes).containsExactly("CREATE a", "CREATE b", "DELETE b", "DELETE a");
  }

  @Test
  void anObjectThatTheRunDidNotTouchRefusesNothing() {
    String run = apply();
    server.things.put("z", new Thing("made in the console", "theirs"));
    source.things =
        List.of(
            wanted("a", ours("1")), wanted("b", ours("1").needing("a")), wanted("z", ours("1")));
    assertThatThrownBy(() -> session().plan(Allowances.NONE))
        .hasMessageStartingWith("thing/z already exists and isn't managed by Garrison.");
    carryOut(session().undo(run));
    assertThat(server.things).containsOnlyKeys("z");
  }

  @Test
  void anObjectOfTheRunThatMayNotBeTouchedStillRefusesIt() {
    String run = apply();
    server.frozen.add("a");
    assertThatThrownBy(() -> session().undo(run)).hasMessageStartingWith("It is frozen.");
  }

  @Test
  void undoIsRefusedAfterALaterChange() {
    String run = apply();
    server.things.put("b", ours("later").needing("a"));
    assertThatThrownBy(() -> session().undo(run))
        .hasMessageStartingWith("thing/b was changed after the run.");
  }

  @Test
  void undoIsRefusedAfterALaterChangeOfWhatIsNotModelled() {
    String run = apply();
    server.rest.put("b", "an administrator's icon");
    assertThatThrownBy(() -> session().undo(run))
        .hasMessageStartingWith(
            "thing/b was changed after the run, in a part that Garrison doesn't manage.");
  }

  @Test
  void whatIsNotModelledCountsAlsoWhereTheRunLeftTheRestAsItWas() throws IOException {
    source.things = List.of(wanted("a", ours("1")));
    server.things.put("a", ours("0"));
    String run = apply();
    Files.writeString(
        journal(run), Files.readString(journal(run)).replace("\"value\":\"1\"", "\"value\":\"0\""));
    server.things.put("a", ours("0"));
    server.rest.put("a", "an administrator's icon");
    assertThatThrownBy(() -> session().undo(run))
        .hasMessageStartingWith(
            "thing/a was changed after the run, in a part that Garrison doesn't manage.");
  }

  @Test
  void anUndoThatFailedHalfwayIsTakenUpAgain() {
    String run = apply();
    server.refuses.add("a");
    assertThat(carryOut(session().undo(run)).report().succeeded()).isFalse();
    server.refuses.clear();
    carryOut(session().undo(run));
    assertThat(server.things).isEmpty();
  }

  @Test
  void takingBackAnAdoptionGivesTheObjectBackAndSucceeds() {
    Thing theirs = new Thing("made in the console", "theirs");
    server.things.put("a", theirs);
    String run = carryOut(session().adoption(address("a"))).run();
    ApplyReport report = carryOut(session().undo(run)).report();
    assertThat(report.succeeded()).isTrue();
    assertThat(server.things).containsEntry("a", theirs);
  }

  @Test
  void aRunOnAnotherSiteIsNotTakenBackHere() throws IOException {
    String run = apply();
    Path ours = journal(run);
    source.site = "PS2";
    Files.createDirectories(journal(run).getParent());
    Files.copy(ours, journal(run));
    assertThatThrownBy(() -> session().undo(run))
        .hasMessageStartingWith(
            "Run %s was made with the manifest \"contoso-prod\" on site PS1, not with \"contoso-prod\" on site PS2."
                .formatted(run));
  }

  @Test
  void aRunOfAnotherManifestIsNotTakenBackWithThisOne() {
    String run = apply();
    source.manifest = "contoso-test";
    assertThatThrownBy(() -> session().undo(run))
        .hasMessageStartingWith(
            "Run %s was made with the manifest \"contoso-prod\" on site PS1, not with \"contoso-test\" on site PS1."
                .formatted(run));
  }

  @Test
  void aWriteThatWasCutIsTakenBackFromWhatIsThereNow() throws IOException {
    String run = apply();
    cutBeforeLastAnswer(run);
    server.things.put("b", ours("whatever came of it").needing("a"));
    Planned undo = session().undo(run);
    assertThat(undo.plan().remarks())
        .containsExactly(
            "what run %s did to thing/b is unknown: it was cut in the middle, and what is there now counts as its result"
                .formatted(run));
    carryOut(undo);
    assertThat(server.things).isEmpty();
  }

  @Test
  void whatTheSiteWasStillAtWorkOnIsTakenBackFromWhatIsThereNow() {
    server.staysBusyWith.add("b");
    String run = apply();
    server.staysBusyWith.clear();
    server.things.put("b", ours("grown since").needing("a"));
    Planned undo = session().undo(run);
    assertThat(undo.plan().remarks())
        .containsExactly(
            "the site was still at work on thing/b when run %s ended: what is there now counts as its result"
                .formatted(run));
    carryOut(undo);
    assertThat(server.things).isEmpty();
  }

  @Test
  void theJournalShowsAWriteThatWasCut() throws IOException {
    String run = apply();
    cutBeforeLastAnswer(run);
    var entries = new JournalFolder(new Json(), new StateFolder(folder), "PS1").entries(run);
    assertThat(JournalView.render(entries, new TerminalTime(ZoneOffset.UTC)))
        .endsWith(
            "  unknown  CREATE  thing/b: outcome unknown, the run was interrupted during this write");
    assertThat(JournalView.summary(run, entries))
        .endsWith(": interrupted, writes with unknown outcome: 1");
  }

  @Test
  void undoIsRefusedWhenTheJournalIsNotOfThisProgram() throws IOException {
    String run = apply();
    String journal = Files.readString(journal(run));
    for (String other : List.of("thing", "thing/", "THING/b", "gadget/b")) {
      Files.writeString(journal(run), journal.replace("\"thing/b\"", "\"" + other + "\""));
      assertThatThrownBy(() -> session().undo(run))
          .isInstanceOf(RefusalException.class)
          .hasMessageStartingWith(
              "The journal can't be used, because this version of Garrison doesn't write the ")
          .hasMessageContaining(other + "\".");
    }
    Files.writeString(journal(run), journal.replace("\"value\":\"1\"", "\"worth\":\"1\""));
    assertThatThrownBy(() -> session().undo(run))
        .isInstanceOf(RefusalException.class)
        .hasMessageStartingWith(
            "The journal can't be used, because this version of Garrison doesn't write the state of thing/a.");
  }

  @Test
  void undoIsRefusedWhereAStateHasAPartThatOnlyALaterVersionCouldWriteBack() throws IOException {
    String run = apply();
    String journal = Files.readString(journal(run));
    Files.writeString(
        journal(run), journal.replace("\"value\":\"1\"", "\"value\":\"1\",\"weight\":\"9\""));
    assertThatThrownBy(() -> session().undo(run))
        .isInstanceOf(RefusalException.class)
        .hasMessageStartingWith(
            "The journal can't be used, because this version of Garrison doesn't write \"weight\" in the state of thing/a.");
  }

  @Test
  void undoIsRefusedWhereAStateHasALaterForm() throws IOException {
    String run = apply();
    Files.writeString(
        journal(run), Files.readString(journal(run)).replace("\"form\":1", "\"form\":2"));
    assertThatThrownBy(() -> session().undo(run))
        .isInstanceOf(RefusalException.class)
        .hasMessageStartingWith(
            "The journal can't be used, because this version of Garrison doesn't write the state of thing/a.");
  }

  @Test
  void whatALaterVersionWroteIsNotedWhereTheChainIsVerified() {
    JournalFolder.Verdict verdict =
        new JournalFolder.Verdict(
            1, 1, "ab", List.of(), List.of(), List.of("run 1, line 1: run.shift"));
    assertThat(JournalView.verdict("PS1", verdict, true).lines())
        .containsExactly(
            "  note  run 1, line 1: run.shift, which a later version of Garrison wrote, is unknown to this version",
            "Intact: site PS1, 1 run, 1 entry, chain head ab");
  }
}
