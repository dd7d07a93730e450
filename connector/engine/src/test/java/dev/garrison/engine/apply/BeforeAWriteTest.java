package dev.garrison.engine.apply;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static dev.garrison.engine.ThingServer.address;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.engine.Thing;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.WatchedThings;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Wanted;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every look and every question that stands between a plan's change and its write. */
final class BeforeAWriteTest {
  private final ThingServer server = new ThingServer();
  private final RecordingJournal journal = new RecordingJournal();
  private final Wanted<Thing> first = wanted("a", ours("1"));
  private final Wanted<Thing> second = wanted("b", ours("1").needing("a"));

  private ApplyReport apply(Planned planned) {
    return new Applier(journal, ApplyListener.silent()).apply(planned);
  }

  private static Optional<StepResult> result(ApplyReport report, String name) {
    return Optional.ofNullable(report.results().get(address(name)));
  }

  private static String failure(ApplyReport report, String name) {
    if (result(report, name).orElseThrow() instanceof StepResult.Failed failed) {
      return failed.diagnostic().toString();
    }
    throw new AssertionError(name + " did not fail: " + report.results());
  }

  @Test
  void anObjectThatSomebodyElseChangedIsLeftAsItIs() {
    server.things.put("a", ours("0"));
    Planned planned = plan(server, intent(first));
    server.things.put("a", ours("theirs"));
    assertThat(failure(apply(planned), "a"))
        .isEqualTo(
            "thing/a was changed outside Garrison while the plan was applied. Run \"garrison plan\" to see its current state. Garrison didn't change the object. [OBJECT_CHANGED GAR-0508]");
    assertThat(server.things).containsEntry("a", ours("theirs"));
    assertThat(server.writes).isEmpty();
    assertThat(journal.entries).isEmpty();
  }

  @Test
  void anObjectThatSomebodyElseDeletedIsNotMadeAgain() {
    server.things.put("a", ours("0"));
    Planned planned = plan(server, intent(first));
    server.things.clear();
    assertThat(failure(apply(planned), "a")).contains("[OBJECT_CHANGED GAR-0508]");
    assertThat(server.writes).isEmpty();
  }

  @Test
  void aChangeOfWhatIsNotModelledIsAChangeToo() {
    server.things.put("a", ours("0"));
    Planned planned = plan(server, intent(first));
    server.rest.put("a", "a window that an administrator added");
    assertThat(failure(apply(planned), "a")).contains("[OBJECT_CHANGED GAR-0508]");
    assertThat(server.writes).isEmpty();
  }

  @Test
  void anObjectThatAnotherManifestTookSinceIsLeftAsItIs() {
    server.things.put("a", ours("0"));
    Planned planned = plan(server, intent(first));
    server.things.put("a", new Thing(new Mark("fabrikam").after("x"), "0"));
    assertThat(failure(apply(planned), "a")).contains("[OBJECT_CHANGED GAR-0508]");
    assertThat(server.writes).isEmpty();
  }

  @Test
  void anObjectThatBecameAmbiguousIsLeftAsItIs() {
    Planned planned = plan(server, intent(first));
    server.seenAs.put("a", new Observation.Ambiguous<>(List.of("1", "2")));
    assertThat(failure(apply(planned), "a")).contains("[OBJECT_CHANGED GAR-0508]");
    assertThat(server.writes).isEmpty();
  }

  @Test
  void aChangeOfSomebodyElseHoldsBackOnlyWhatNeedsTheObject() {
    server.things.put("a", ours("0"));
    Planned planned = plan(server, intent(first, second, wanted("c", ours("1"))));
    server.things.put("a", ours("theirs"));
    ApplyReport report = apply(planned);
    assertThat(result(report, "b")).contains(new StepResult.Skipped(address("a")));
    assertThat(result(report, "c")).contains(new StepResult.Done());
    assertThat(server.writes).containsExactly("CREATE c");
  }

  @Test
  void whatNoPlanRestsOnIsWrittenHoweverItChanged() {
    server.passing = true;
    server.things.put("a", ours("0"));
    Planned planned = plan(server, intent(first));
    server.things.put("a", ours("the site's own work"));
    assertThat(result(apply(planned), "a")).contains(new StepResult.Done());
    assertThat(server.writes).containsExactly("UPDATE a");
  }

  @Test
  void whatOnlyAPersonWritesIsNotWritten() {
    Planned planned = plan(new WatchedThings(server), intent(first));
    assertThatThrownBy(() -> apply(planned))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a person changes thing/a, not Garrison");
    assertThat(server.writes).isEmpty();
  }

  @Test
  void anObjectThatCannotBeUnderstoodAnyMoreIsNotWritten() {
    Planned planned = plan(server, intent(first, second, wanted("c", ours("1"))));
    server.seenAs.put("a", new Observation.Unreadable<>("its XML is cut off"));
    ApplyReport report = apply(planned);
    assertThat(failure(report, "a"))
        .isEqualTo(
            "thing/a can't be read: its XML is cut off. Run the command again: Garrison reads the object first. A write counts only after a read confirms it. [OBJECT_UNREADABLE GAR-0504]");
    assertThat(result(report, "b")).contains(new StepResult.Skipped(address("a")));
    assertThat(server.writes).containsExactly("CREATE c");
  }

  @Test
  void anObjectIsReadRightBeforeItsOwnWriteAndRightAfterIt() {
    Planned planned = plan(server, intent(first, second));
    server.reads.clear();
    apply(planned);
    assertThat(server.reads).containsExactly("a", "a", "b", "b");
  }

  @Test
  void nothingIsSentThatTheJournalCouldNotAnnounce() {
    journal.fullAfter(0);
    ApplyReport report = apply(plan(server, intent(first, second, wanted("c", ours("1")))));
    assertThat(failure(report, "a")).startsWith("The journal is full.");
    assertThat(result(report, "b")).contains(new StepResult.Skipped(address("a")));
    assertThat(result(report, "c")).contains(new StepResult.NotTried(address("a")));
    assertThat(server.writes).isEmpty();
  }

  @Test
  void whatADecisionHoldsIsHeldAndNotWaitedFor() {
    ApplyReport report =
        apply(plan(server, intent(first.heldBecause("ring 'pilot' is halted"), second)));
    assertThat(result(report, "a")).contains(new StepResult.Held("ring 'pilot' is halted"));
    assertThat(result(report, "b")).contains(new StepResult.Waiting("waits for thing/a"));
    assertThat(server.writes).isEmpty();
    assertThat(journal.entries).isEmpty();
  }

  @Test
  void whatOnlyAPersonCanWriteIsNotWrittenAndNorIsWhatNeedsIt() {
    server.byHand.add("a");
    ApplyReport report = apply(plan(server, intent(first, second)));
    assertThat(result(report, "a")).contains(new StepResult.ByHand());
    assertThat(result(report, "b")).contains(new StepResult.Waiting("waits for thing/a"));
    assertThat(server.writes).isEmpty();
    assertThat(server.reads).containsExactly("a", "b");
  }

  @Test
  void whatWaitedInThePlanIsNotWrittenThoughItCouldBeByNow() {
    server.staysBusyWith.add("a");
    server.things.put("a", ours("1"));
    Planned planned = plan(server, intent(first, second));
    server.staysBusyWith.clear();
    ApplyReport report = apply(planned);
    assertThat(result(report, "a")).contains(new StepResult.Waiting("the server is still at work"));
    assertThat(result(report, "b")).contains(new StepResult.Waiting("waits for thing/a"));
    assertThat(server.writes).isEmpty();
  }

  @Test
  void whatNeedsSomethingThatIsNotDoneYetIsNotWritten() {
    server.finishesLater.add("a");
    ApplyReport report = apply(plan(server, intent(first, second)));
    assertThat(result(report, "a")).contains(new StepResult.Waiting("the server copies it", true));
    assertThat(result(report, "b")).contains(new StepResult.Waiting("waits for thing/a"));
    assertThat(server.writes).containsExactly("CREATE a");
  }

  @Test
  void aFailureGoesOnThroughEverythingThatNeedsTheNext() {
    server.refuses.add("a");
    ApplyReport report =
        apply(plan(server, intent(first, second, wanted("c", ours("1").needing("b")))));
    assertThat(result(report, "b")).contains(new StepResult.Skipped(address("a")));
    assertThat(result(report, "c")).contains(new StepResult.Skipped(address("b")));
  }

  @Test
  void theKeyOfWhatWasJustMadeIsKnownToWhatComesNext() {
    Planned planned = plan(server, intent(first, second));
    assertThat(planned.ids().id(address("a"))).isEmpty();
    apply(planned);
    assertThat(planned.ids().id(address("a"))).contains("id-a");
  }

  @Test
  void theKeyOfWhatWasJustDeletedIsForgotten() {
    server.things.put("a", ours("1"));
    Planned planned =
        plan(server, intent(new Wanted<>(address("a"), new Desired.Absent<>("the ring is gone"))));
    assertThat(planned.ids().id(address("a"))).contains("id-a");
    assertThat(planned.plan().changes().getFirst().action()).isEqualTo(Action.DELETE);
    apply(planned);
    assertThat(planned.ids().id(address("a"))).isEmpty();
  }
}
