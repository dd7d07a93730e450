package dev.garrison.engine.apply;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static dev.garrison.engine.ThingServer.address;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.Thing;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Planner;
import dev.garrison.engine.plan.ResourceTypes;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.engine.resource.Writable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the answer to a write and the read after it come to together. */
final class ReadBackTest {
  private static final Diagnostic LOST =
      Diagnostic.error(EngineCode.UNDO_REFUSED, "No answer came.", "Try again.");
  private static final Diagnostic FORBIDDEN =
      Diagnostic.error(EngineCode.OBJECT_NOT_OURS, "It is theirs.", "Ask them.");
  private static final Outcome DONE = new Outcome.Done("2 files");
  private static final Outcome PENDING = new Outcome.Pending("the server copies it");
  private static final Outcome FAILED = new Outcome.Failed(LOST);

  private final ThingServer server = new ThingServer();
  private final RecordingJournal journal = new RecordingJournal();

  /** Things of which a write has this outcome, after which this would be proposed. */
  private record Answering(ThingServer server, Outcome outcome, Optional<Proposal> after)
      implements Writable<Thing> {
    private boolean written() {
      return !server.writes.isEmpty();
    }

    @Override
    public Kind<Thing> kind() {
      return server.kind();
    }

    @Override
    public Observations<Thing> observe(List<Wanted<Thing>> wanted, Resolved ids, Scope scope) {
      return written() && after.isEmpty()
          ? new Observations<>(
              Map.of(address("a"), new Observation.Unreadable<>("its XML is cut off")))
          : server.observe(wanted, ids, scope);
    }

    @Override
    public Proposal propose(Wanted<Thing> wanted, Observation<Thing> seen) {
      return after.filter(_ -> written()).orElseGet(() -> server.propose(wanted, seen));
    }

    @Override
    public Outcome carryOut(Change<Thing> change, Resolved ids, Progress progress) {
      server.carryOut(change, ids, progress);
      return outcome;
    }
  }

  private static Proposal proposed(Action action) {
    return new Proposal.Proposed(action, "as the read shows");
  }

  private static Proposal update(int differences) {
    return new Proposal.Proposed(
        Action.UPDATE,
        "a thing",
        IntStream.rangeClosed(1, differences)
            .mapToObj(number -> new Difference("v" + number, Optional.of("0"), Optional.of("1")))
            .toList());
  }

  private static Proposal byHand() {
    return new Proposal.Proposed(
        Action.MANUAL,
        "a person does it",
        List.of(),
        List.of(),
        Optional.of(new ManualStep("Things > Make", "New-Thing")));
  }

  private static StepResult differs(String seen, String remedy) {
    return new StepResult.Failed(
        Diagnostic.error(EngineCode.READ_BACK_DIFFERS, "thing/a was " + seen + ".", remedy));
  }

  private static final String SOMETHING_ELSE =
      "Check the object in the console, and check SMSProv.log. Then create a new plan. The server accepted the write, but the result differs.";

  private static final String STILL_THERE =
      "Check the object in the console, and check SMSProv.log. Then create a new plan. The server accepted the deletion, but the object is still there.";

  private static final String NOT_SEEN =
      "Check whether the object is in the console. If it is, give the account permission to read it; if not, check SMSProv.log. Then create a new plan. The server accepted the write.";

  private static Stream<Arguments> answers() {
    StepResult lost = new StepResult.Failed(LOST);
    StepResult copying = new StepResult.Waiting("the server copies it", true);
    StepResult working = new StepResult.Waiting("as the read shows", true);
    StepResult forbidden = new StepResult.Failed(FORBIDDEN);
    StepResult byHand = new StepResult.ByHand();
    return Stream.of(
        Arguments.of(proposed(Action.NO_OP), DONE, new StepResult.Done("2 files")),
        Arguments.of(proposed(Action.NO_OP), PENDING, new StepResult.Done()),
        Arguments.of(proposed(Action.NO_OP), FAILED, new StepResult.Done()),
        Arguments.of(proposed(Action.WAIT), DONE, working),
        Arguments.of(proposed(Action.WAIT), PENDING, working),
        Arguments.of(proposed(Action.WAIT), FAILED, working),
        Arguments.of(byHand(), DONE, byHand),
        Arguments.of(byHand(), PENDING, byHand),
        Arguments.of(byHand(), FAILED, byHand),
        Arguments.of(
            proposed(Action.CREATE),
            DONE,
            differs("written, but no such object exists when it is read back", NOT_SEEN)),
        Arguments.of(proposed(Action.CREATE), PENDING, copying),
        Arguments.of(proposed(Action.CREATE), FAILED, lost),
        Arguments.of(
            update(2),
            DONE,
            differs(
                "written, but these properties have other values when they are read back: v1, v2",
                SOMETHING_ELSE)),
        Arguments.of(
            update(7),
            DONE,
            differs(
                "written, but these properties have other values when they are read back: v1, v2, v3, v4, v5",
                SOMETHING_ELSE)),
        Arguments.of(update(1), PENDING, copying),
        Arguments.of(update(1), FAILED, lost),
        Arguments.of(
            proposed(Action.DELETE),
            DONE,
            differs("deleted, but still exists when it is read back", STILL_THERE)),
        Arguments.of(proposed(Action.DELETE), PENDING, copying),
        Arguments.of(proposed(Action.DELETE), FAILED, lost),
        Arguments.of(new Proposal.Refused(FORBIDDEN), DONE, forbidden),
        Arguments.of(new Proposal.Refused(FORBIDDEN), PENDING, forbidden),
        Arguments.of(new Proposal.Refused(FORBIDDEN), FAILED, lost));
  }

  private ApplyReport apply(Outcome outcome, Optional<Proposal> after) {
    return new Applier(journal, ApplyListener.silent())
        .apply(
            new Planner(new ResourceTypes(List.of(new Answering(server, outcome, after))))
                .plan(intent(wanted("a", ours("1"))), Allowances.NONE));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void aReadDecidesAndTheAnswerExplains(Proposal after, Outcome outcome, StepResult result) {
    assertThat(apply(outcome, Optional.of(after)).results().get(address("a")))
        .hasToString(result.toString());
  }

  @Test
  void aWriteWhoseObjectCannotBeUnderstoodAfterwardsFailedForThat() {
    assertThat(apply(DONE, Optional.empty()).results().get(address("a")))
        .hasToString(
            "Failed[diagnostic=thing/a can't be read: its XML is cut off. Run the command again: Garrison reads the object first. A write counts only after a read confirms it. [OBJECT_UNREADABLE GAR-0504]]");
    assertThat(journal.entries).containsExactly("before CREATE thing/a", "after thing/a Failed");
  }

  @Test
  void aWriteThatFailedKeepsItsOwnReasonThoughTheObjectCannotBeUnderstood() {
    assertThat(apply(FAILED, Optional.empty()).results())
        .containsEntry(address("a"), new StepResult.Failed(LOST));
  }

  @Test
  void aRefusalOnTheWayIsAFailureThatEndsNothingElse() {
    server.breaksOff.add("a");
    ApplyReport report =
        new Applier(journal, ApplyListener.silent())
            .apply(plan(server, intent(wanted("a", ours("1")), wanted("b", ours("1")))));
    assertThat(report.results().get(address("a")))
        .hasToString("Failed[diagnostic=The line is cut. Mend it. [OBJECT_UNREADABLE GAR-0504]]");
    assertThat(report.results()).containsEntry(address("b"), new StepResult.Done());
    assertThat(journal.entries)
        .containsExactly(
            "before CREATE thing/a",
            "after thing/a Failed",
            "before CREATE thing/b",
            "after thing/b Done");
  }

  @Test
  void theJournalSaysOfALostReadThatTheWriteWasSent() {
    server.goesAwayAfter.add("a");
    new Applier(journal, ApplyListener.silent())
        .apply(plan(server, intent(wanted("a", ours("1")))));
    assertThat(journal.entries).containsExactly("before CREATE thing/a", "after thing/a Failed");
    assertThat(journal.seen)
        .containsExactly(
            new Observation.Missing<>(), new Observation.Unreadable<>("The server is gone."));
  }

  @Test
  void theJournalKeepsWhatWasThereBeforeAndWhatIsThereAfter() {
    server.things.put("a", ours("0"));
    new Applier(journal, ApplyListener.silent())
        .apply(plan(server, intent(wanted("a", ours("1")))));
    assertThat(journal.seen)
        .extracting(seen -> seen instanceof Observation.Found<?> found ? found.state() : "nothing")
        .containsExactly(ours("0"), ours("1"));
  }
}
