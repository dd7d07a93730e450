package dev.garrison.mecm.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.recorded.RecordedStates;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * States as journals hold them. The lines in {@code recorded/1} are of the version before there
 * were forms, and are never made anew.
 */
final class RecordedStatesTest {
  private static final PolicyPush PUSH =
      new PolicyPush("MDE pilot", Set.of("MDE ring 2", "MDE ring 1"), true);
  private static final Evaluation EVALUATION =
      new Evaluation("MDE pilot", Set.of("MDE ring 2", "MDE ring 1"), false);

  private static final RecordedStates<PolicyPush> PUSHES =
      RecordedStates.of(RecordedStatesTest.class, PolicyPush.KIND, RecordedPolicyPush.FORM, 1);
  private static final RecordedStates<Evaluation> EVALUATIONS =
      RecordedStates.of(RecordedStatesTest.class, Evaluation.KIND, RecordedEvaluation.FORM, 1);

  @Test
  void aPolicyPushOfTheFirstFormIsReadAsItWas() {
    assertThat(PUSHES.read()).containsExactly(PUSH);
  }

  @Test
  void aPolicyPushIsWrittenAsItWas() {
    assertThat(PUSHES.written(List.of(PUSH))).isEqualTo(PUSHES.lines());
  }

  @Test
  void anEvaluationOfTheFirstFormIsReadAsItWas() {
    assertThat(EVALUATIONS.read()).containsExactly(EVALUATION);
  }

  @Test
  void anEvaluationIsWrittenAsItWas() {
    assertThat(EVALUATIONS.written(List.of(EVALUATION))).isEqualTo(EVALUATIONS.lines());
  }
}
