package dev.garrison.engine.apply;

import static dev.garrison.engine.ThingServer.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.EngineCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ApplyReportTest {
  private static final StepResult DONE = new StepResult.Done();
  private static final StepResult UNCHANGED = new StepResult.Unchanged();
  private static final StepResult WAITING = new StepResult.Waiting("the server is at work");
  private static final StepResult HELD = new StepResult.Held("the ring is halted");
  private static final StepResult BY_HAND = new StepResult.ByHand();
  private static final StepResult SKIPPED = new StepResult.Skipped(address("z"));
  private static final StepResult NOT_TRIED = new StepResult.NotTried(address("z"));
  private static final StepResult FAILED =
      new StepResult.Failed(Diagnostic.error(EngineCode.OBJECT_CHANGED, "It changed.", "Look."));

  private static ApplyReport report(StepResult... results) {
    Map<Address, StepResult> all = new LinkedHashMap<>();
    List.of(results).forEach(result -> all.put(address("t" + all.size()), result));
    return new ApplyReport(all, "head");
  }

  /**
   * A result, whether what needs it may go on, whether it is an error, whether time completes it.
   */
  private static Stream<Arguments> results() {
    return Stream.of(
        Arguments.of(DONE, true, false, false),
        Arguments.of(UNCHANGED, true, false, false),
        Arguments.of(WAITING, false, false, true),
        Arguments.of(HELD, false, false, false),
        Arguments.of(BY_HAND, false, false, false),
        Arguments.of(SKIPPED, false, true, false),
        Arguments.of(NOT_TRIED, false, true, false),
        Arguments.of(FAILED, false, true, false));
  }

  @ParameterizedTest
  @MethodSource("results")
  void oneResultDecidesWhatTheWholeApplyCameTo(
      StepResult result, boolean inPlace, boolean failed, boolean waits) {
    ApplyReport report = report(DONE, result, UNCHANGED);
    assertThat(result.inPlace()).isEqualTo(inPlace);
    assertThat(report.complete()).isEqualTo(inPlace);
    assertThat(result.failed()).isEqualTo(failed);
    assertThat(report.succeeded()).isEqualTo(!failed);
    assertThat(report.waits()).isEqualTo(waits);
  }

  @Test
  void anApplyOfNothingIsComplete() {
    assertThat(report().complete()).isTrue();
    assertThat(report().succeeded()).isTrue();
    assertThat(report().waits()).isFalse();
  }

  @Test
  void resultsOfOneSortAreCounted() {
    ApplyReport report = report(DONE, WAITING, DONE, FAILED);
    assertThat(report.count(StepResult.Done.class::isInstance)).isEqualTo(2);
    assertThat(report.count(StepResult.Held.class::isInstance)).isZero();
  }

  @Test
  void whatTheFirstRoundBeganStaysBegunUntilItIsDone() {
    StepResult begun = new StepResult.Waiting("0 of 2 points", true);
    ApplyReport second = report(begun).then(report(new StepResult.Waiting("1 of 2 points")));
    assertThat(second.results().values())
        .containsExactly(new StepResult.Waiting("1 of 2 points", true));
    assertThat(second.then(report(UNCHANGED)).results().values()).containsExactly(UNCHANGED);
    assertThat(report(WAITING).then(report(begun)).results().values()).containsExactly(begun);
  }

  @Test
  void whatTheFirstRoundDidStaysDoneInTheSecond() {
    ApplyReport both = report(DONE, WAITING, UNCHANGED).then(report(UNCHANGED, DONE, UNCHANGED));
    assertThat(both.results().values()).containsExactly(DONE, DONE, UNCHANGED);
  }

  @Test
  void whatFailsInTheSecondRoundFailedThoughTheFirstDidIt() {
    assertThat(report(DONE).then(report(FAILED)).results().values()).containsExactly(FAILED);
  }

  @Test
  void whatOnlyTheSecondRoundSpeaksOfCountsAsItIs() {
    ApplyReport both = report().then(new ApplyReport(Map.of(address("n"), UNCHANGED), "later"));
    assertThat(both.results()).isEqualTo(Map.of(address("n"), UNCHANGED));
    assertThat(both.head()).isEqualTo("later");
  }
}
