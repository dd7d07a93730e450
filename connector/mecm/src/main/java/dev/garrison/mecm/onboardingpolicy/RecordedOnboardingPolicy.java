package dev.garrison.mecm.onboardingpolicy;

import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;

/** An onboarding policy as journals hold it. */
record RecordedOnboardingPolicy(String name) implements RecordedState<OnboardingPolicy> {
  static final StateForm<OnboardingPolicy> FORM =
      StateForm.of(
          OnboardingPolicy.class, RecordedOnboardingPolicy.class, RecordedOnboardingPolicy::of);

  static RecordedOnboardingPolicy of(OnboardingPolicy policy) {
    return new RecordedOnboardingPolicy(policy.name());
  }

  @Override
  public OnboardingPolicy state() {
    return new OnboardingPolicy(name);
  }
}
