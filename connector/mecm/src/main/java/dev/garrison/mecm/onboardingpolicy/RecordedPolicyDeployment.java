package dev.garrison.mecm.onboardingpolicy;

import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.SortedMap;

/** A deployment of an onboarding policy as journals hold it; times are UTC. */
record RecordedPolicyDeployment(
    String name,
    String description,
    String policy,
    String collection,
    Optional<LocalDateTime> start,
    SortedMap<String, String> properties)
    implements RecordedState<PolicyDeployment> {
  static final StateForm<PolicyDeployment> FORM =
      StateForm.of(
          PolicyDeployment.class, RecordedPolicyDeployment.class, RecordedPolicyDeployment::of);

  static RecordedPolicyDeployment of(PolicyDeployment deployment) {
    return new RecordedPolicyDeployment(
        deployment.name(),
        deployment.description(),
        deployment.policy(),
        deployment.collection(),
        deployment.start(),
        deployment.properties());
  }

  @Override
  public PolicyDeployment state() {
    return new PolicyDeployment(name, description, policy, collection, start, properties);
  }
}
