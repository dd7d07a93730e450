package dev.garrison.engine.apply;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static dev.garrison.engine.ThingPlans.pruning;
import static dev.garrison.engine.ThingServer.address;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.Thing;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.resource.Wanted;
import org.junit.jupiter.api.Test;

final class ApplierTest {
  private final ThingServer server = new ThingServer();
  private final RecordingJournal journal = new RecordingJournal();
  private final Wanted<Thing> first = wanted("a", ours("1"));
  private final Wanted<Thing> second = wanted("b", ours("1").needing("a"));
  private final Wanted<Thing> unrelated = wanted("c", ours("1"));

  private ApplyReport apply(Planned planned) {
    return new Applier(journal, ApplyListener.silent()).apply(planned);
  }

  private ApplyReport apply(Intent intent) {
    return apply(plan(server, intent));
  }

  private static String failure(ApplyReport report, String name) {
    if (report.results().get(address(name)) instanceof StepResult.Failed failed) {
      return failed.diagnostic().problem();
    }
    throw new AssertionError(name + " did not fail: " + report.results());
  }

  @Test
  void everythingIsCreatedInOrderAndReadBack() {
    ApplyReport report = apply(intent(second, first));
    assertThat(server.writes).containsExactly("CREATE a", "CREATE b");
    assertThat(report.complete()).isTrue();
    assertThat(report.head()).isEqualTo("entry 4");
  }

  @Test
  void afterAnApplyThePlanIsEmpty() {
    apply(intent(second, first));
    assertThat(plan(server, intent(second, first)).plan().converged()).isTrue();
  }

  @Test
  void theJournalHasAnEntryBeforeAndAfterEachWrite() {
    apply(intent(first));
    assertThat(journal.entries).containsExactly("before CREATE thing/a", "after thing/a Done");
  }

  @Test
  void aLostAnswerCountsAsDoneWhenTheEffectIsThere() {
    server.losesAnswerOf.add("a");
    assertThat(apply(intent(first)).results().get(address("a"))).isEqualTo(new StepResult.Done());
  }

  @Test
  void anAcceptedWriteWithoutEffectIsAFailure() {
    server.ignores.add("a");
    assertThat(failure(apply(intent(first)), "a"))
        .isEqualTo("thing/a was written, but no such object exists when it is read back.");
    server.ignores.clear();
    apply(intent(first));
    server.ignores.add("a");
    assertThat(failure(apply(intent(wanted("a", ours("other")))), "a"))
        .isEqualTo(
            "thing/a was written, but these properties have other values when they are read back: value.");
    assertThat(failure(apply(pruning(server, intent(unrelated))), "a"))
        .isEqualTo("thing/a was deleted, but still exists when it is read back.");
  }

  @Test
  void aFailureHoldsBackOnlyWhatNeedsIt() {
    server.refuses.add("a");
    ApplyReport report = apply(intent(first, second, unrelated));
    assertThat(report.results().get(address("b"))).isEqualTo(new StepResult.Skipped(address("a")));
    assertThat(report.results().get(address("c"))).isEqualTo(new StepResult.Done());
    assertThat(report.succeeded()).isFalse();
  }

  @Test
  void whatCannotBeReadAnyMoreEndsAllWrites() {
    server.losesAnswerOf.add("a");
    server.goesAwayAfter.add("a");
    ApplyReport report = apply(intent(first, second, unrelated));
    assertThat(failure(report, "a")).isEqualTo("No answer came.");
    assertThat(report.results())
        .containsEntry(address("b"), new StepResult.Skipped(address("a")))
        .containsEntry(address("c"), new StepResult.NotTried(address("a")));
    assertThat(server.writes).containsExactly("CREATE a");
    assertThat(report.succeeded()).isFalse();
  }

  @Test
  void aWriteThatCannotBeReadBackIsAFailureAndEndsAllWrites() {
    server.goesAwayAfter.add("a");
    ApplyReport report = apply(intent(first, unrelated));
    assertThat(failure(report, "a")).isEqualTo("The server is gone.");
    assertThat(report.results()).containsEntry(address("c"), new StepResult.NotTried(address("a")));
    assertThat(journal.entries).hasSize(2);
  }

  @Test
  void nothingIsWrittenOnceTheJournalCannotBe() {
    journal.fullAfter(1);
    ApplyReport report = apply(intent(first, unrelated));
    assertThat(failure(report, "a")).isEqualTo("The journal is full.");
    assertThat(report.results()).containsEntry(address("c"), new StepResult.NotTried(address("a")));
    assertThat(server.writes).containsExactly("CREATE a");
  }

  @Test
  void workUnderWayHoldsBackWhatNeedsItWithoutAFailure() {
    server.staysBusyWith.add("a");
    ApplyReport report = apply(intent(first, second));
    assertThat(report.results())
        .containsEntry(address("a"), new StepResult.Waiting("the server is still at work", true))
        .containsEntry(address("b"), new StepResult.Waiting("waits for thing/a"));
    assertThat(report.succeeded()).isTrue();
    assertThat(report.complete()).isFalse();
  }

  @Test
  void anObjectThatChangedSinceThePlanIsNotOverwritten() {
    server.things.put("a", ours("0"));
    Planned planned = plan(server, intent(first));
    Thing theirs = ours("edited in the console");
    server.things.put("a", theirs);
    assertThat(failure(apply(planned), "a"))
        .isEqualTo("thing/a was changed outside Garrison while the plan was applied.");
    assertThat(server.things).containsEntry("a", theirs);
  }

  @Test
  void anObjectThatAppearedSinceThePlanIsNotOverwritten() {
    Planned planned = plan(server, intent(first));
    server.things.put("a", new Thing("made in the console", "0"));
    assertThat(apply(planned).succeeded()).isFalse();
    assertThat(server.writes).isEmpty();
  }

  @Test
  void twoRoundsCountTogether() {
    server.staysBusyWith.add("a");
    ApplyReport early = apply(intent(first, second, unrelated));
    server.staysBusyWith.clear();
    ApplyReport both = early.then(apply(intent(first, second, unrelated)));
    assertThat(both.complete()).isTrue();
    assertThat(both.results())
        .containsEntry(address("a"), new StepResult.Unchanged())
        .containsEntry(address("b"), new StepResult.Done())
        .containsEntry(address("c"), new StepResult.Done());
  }

  @Test
  void whatIsAsWantedIsNotWritten() {
    server.things.put("a", ours("1"));
    assertThat(apply(intent(first)).results().get(address("a")))
        .isEqualTo(new StepResult.Unchanged());
    assertThat(journal.entries).isEmpty();
  }

  @Test
  void whatIsBlockedDoesNotWait() {
    server.things.put("a", ours("1"));
    server.blocked.add("a");
    ApplyReport report = apply(intent(first, second, unrelated));
    assertThat(report.results().values())
        .containsExactly(
            new StepResult.Blocked("it is stuck", ThingServer.STUCK),
            new StepResult.Blocked("waits for thing/a", ThingServer.STUCK),
            new StepResult.Done());
    assertThat(report.waits()).isFalse();
    assertThat(report.succeeded()).isTrue();
    assertThat(report.complete()).isFalse();
    assertThat(report.blockages()).containsExactly(ThingServer.STUCK);
  }
}
