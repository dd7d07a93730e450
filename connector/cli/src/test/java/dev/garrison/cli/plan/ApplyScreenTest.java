package dev.garrison.cli.plan;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.Console;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApplyScreenTest {
  private static final String BEGINS =
      "Applying 3 changes: 3 to create, 0 to change, 0 to delete. 0 waiting, 0 manual.\n";

  private final Plan plan =
      plan(
              new ThingServer(),
              intent(wanted("a", ours("1")), wanted("b", ours("1")), wanted("c", ours("1"))))
          .plan();
  private final StringWriter out = new StringWriter();
  private Duration elapsed = Duration.ZERO;

  private ApplyScreen screen(boolean terminal) {
    PrintWriter writer = new PrintWriter(out);
    return new ApplyScreen(
        new Console(writer, new PrintWriter(new StringWriter()), terminal),
        plan,
        List.of(),
        () -> elapsed);
  }

  private PlannedChange change(int index) {
    return plan.changes().get(index);
  }

  private void pass(Duration time) {
    elapsed = elapsed.plus(time);
  }

  /** What was printed since the last call. */
  private String printed() {
    String text = out.toString();
    out.getBuffer().setLength(0);
    return text.replace(System.lineSeparator(), "\n");
  }

  @Test
  void inAPipeEachChangeOfAStateIsALineAtOnce() {
    ApplyScreen screen = screen(false);
    screen.started(change(0)).bytes(1, 2);
    assertThat(printed()).isEqualTo(BEGINS);
    screen.finished(change(0), new StepResult.Done());
    assertThat(printed()).isEqualTo("  + created   thing          a, verified\n");
    screen.finished(change(1), new StepResult.Waiting("the site is sending"));
    assertThat(printed()).isEqualTo("  . waiting   thing          b: the site is sending\n");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPlanThatIsRefusedIsNotSaidToBeApplied(boolean terminal) {
    ApplyScreen screen = screen(terminal);
    pass(Duration.ofMinutes(2));
    screen.tick();
    screen.close();
    assertThat(printed()).isEmpty();
  }

  @Test
  void aLaterRoundShowsOnlyWhatIsNew() {
    ApplyScreen screen = screen(false);
    screen.finished(change(0), new StepResult.Done());
    screen.finished(change(1), new StepResult.Waiting("one"));
    screen.finished(change(2), new StepResult.Waiting("one"));
    printed();
    screen.finished(change(0), new StepResult.Unchanged());
    screen.finished(change(1), new StepResult.Waiting("one"));
    screen.finished(change(2), new StepResult.Waiting("two"));
    assertThat(printed()).isEqualTo("  . waiting   thing          c: two\n");
  }

  @Test
  void changesThatThePlanHoldsForOneReasonAreOneLine() {
    String why = "ring broad: pilot is open";
    Plan held =
        plan(
                new ThingServer(),
                intent(
                    wanted("a", ours("1")).heldBecause(why),
                    wanted("b", ours("1")).heldBecause(why),
                    wanted("c", ours("1")).heldBecause("another")))
            .plan();
    ApplyScreen screen =
        new ApplyScreen(
            new Console(new PrintWriter(out), new PrintWriter(out), false),
            held,
            List.of(),
            () -> elapsed);
    held.changes()
        .forEach(change -> screen.finished(change, new StepResult.Held(change.summary())));
    assertThat(printed())
        .isEqualTo(
            """
            Applying 0 changes: 0 to create, 0 to change, 0 to delete. 3 waiting, 0 manual.
              . waiting   2 changes: ring broad: pilot is open
              . waiting   thing          c: another
            """);
  }

  @Test
  void aMinuteWithoutALineIsFollowedByOne() {
    ApplyScreen screen = screen(false);
    screen.finished(change(0), new StepResult.Done());
    screen.finished(change(1), new StepResult.Waiting("the site is sending"));
    screen.started(change(2));
    printed();
    pass(Duration.ofSeconds(59));
    screen.tick();
    assertThat(printed()).isEmpty();
    pass(Duration.ofSeconds(1));
    screen.tick();
    screen.tick();
    assertThat(printed())
        .isEqualTo("  1 of 3 done, 1 in progress, 1 waiting, 0 pending, 0 failed. 1m 00s\n");
    screen.close();
    pass(Duration.ofMinutes(2));
    screen.tick();
    assertThat(printed()).isEmpty();
  }

  @Test
  void onATerminalTheTableIsRewrittenInPlaceAndGoneAtTheEnd() {
    ApplyScreen screen = screen(true);
    Progress progress = screen.started(change(0));
    assertThat(printed())
        .isEqualTo(
            BEGINS
                + table(
                    "[------------------------------]  0 of 3 done, 1 in progress, 0 waiting, 2 pending, 0 failed  0m 00s",
                    "  + writing   thing          a  0m 00s"));
    pass(Duration.ofSeconds(2));
    progress.bytes(200_000_000, 300_000_000);
    assertThat(printed())
        .isEqualTo(
            erased(2)
                + table(
                    "[------------------------------]  0 of 3 done, 1 in progress, 0 waiting, 2 pending, 0 failed  0m 02s",
                    "  + writing   thing          a  [########----]  66%  200 MB of 300 MB  100 MB/s  0m 01s left"));
    screen.finished(change(0), new StepResult.Done());
    assertThat(printed())
        .isEqualTo(
            erased(2)
                + "  + created   thing          a, verified\n"
                + table(
                    "[##########--------------------]  1 of 3 done, 0 in progress, 0 waiting, 2 pending, 0 failed  0m 02s"));
    screen.finished(change(1), new StepResult.Waiting("the site is sending"));
    printed();
    screen.finished(change(2), new StepResult.Waiting("the site is sending"));
    assertThat(printed())
        .endsWith(
            "  . waiting   thing          c: the site is sending\n"
                + table(
                    "[##########--------------------]  1 of 3 done, 0 in progress, 2 waiting, 0 pending, 0 failed  0m 02s",
                    "  . waiting   2 objects: the site is sending"));
    screen.close();
    assertThat(printed()).isEqualTo(erased(2));
  }

  /** A table, during which the terminal breaks no line. */
  private static String table(String... lines) {
    return "\u001b[?7l" + String.join("\n", lines) + "\n\u001b[?7h";
  }

  private static String erased(int lines) {
    return "\r\u001b[" + lines + "A\u001b[J";
  }
}
