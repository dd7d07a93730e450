package dev.garrison.mecm.refresh;

import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;
import java.util.Set;

/** A push of policy as journals hold it. */
record RecordedPolicyPush(String collection, Set<String> left, boolean told)
    implements RecordedState<PolicyPush> {
  static final StateForm<PolicyPush> FORM =
      StateForm.of(PolicyPush.class, RecordedPolicyPush.class, RecordedPolicyPush::of);

  static RecordedPolicyPush of(PolicyPush push) {
    return new RecordedPolicyPush(push.collection(), push.left(), push.told());
  }

  @Override
  public PolicyPush state() {
    return new PolicyPush(collection, left, told);
  }
}
