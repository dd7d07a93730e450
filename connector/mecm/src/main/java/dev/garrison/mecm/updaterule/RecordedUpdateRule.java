package dev.garrison.mecm.updaterule;

import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;

/** An automatic deployment rule as journals hold it. */
record RecordedUpdateRule(String ring, String collection, String rule, String standing)
    implements RecordedState<UpdateRule> {
  static final StateForm<UpdateRule> FORM =
      StateForm.of(UpdateRule.class, RecordedUpdateRule.class, RecordedUpdateRule::of);

  static RecordedUpdateRule of(UpdateRule state) {
    return new RecordedUpdateRule(
        state.ring(), state.collection(), state.rule(), state.standing().name());
  }

  @Override
  public UpdateRule state() {
    return new UpdateRule(ring, collection, rule, UpdateRule.Standing.valueOf(standing));
  }
}
