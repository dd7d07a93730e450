package dev.garrison.mecm.refresh;

import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;
import java.util.Set;

/** An evaluation as journals hold it. */
record RecordedEvaluation(String collection, Set<String> follows, boolean current)
    implements RecordedState<Evaluation> {
  static final StateForm<Evaluation> FORM =
      StateForm.of(Evaluation.class, RecordedEvaluation.class, RecordedEvaluation::of);

  static RecordedEvaluation of(Evaluation evaluation) {
    return new RecordedEvaluation(
        evaluation.collection(), evaluation.follows(), evaluation.current());
  }

  @Override
  public Evaluation state() {
    return new Evaluation(collection, follows, current);
  }
}
