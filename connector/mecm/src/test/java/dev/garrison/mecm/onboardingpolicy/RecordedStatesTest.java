package dev.garrison.mecm.onboardingpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.recorded.RecordedStates;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * States as journals hold them. The lines in {@code recorded/1} are of the version before there
 * were forms, and are never made anew.
 */
final class RecordedStatesTest {
  private static final PolicyDeployment DEPLOYMENT =
      new PolicyDeployment(
          "MDE onboarding pilot",
          "Onboards. [garrison mde-servers]",
          "MDE onboarding",
          "MDE pilot",
          Optional.of(LocalDateTime.parse("2026-11-28T21:30")),
          new TreeMap<>(Map.of("SuppressReboot", "3", "NotifyUser", "false")));
  private static final PolicyDeployment DEPLOYMENT_WITHOUT_START =
      new PolicyDeployment(
          "MDE onboarding all", "", "", "MDE all", Optional.empty(), new TreeMap<>());
  private static final OnboardingPolicy POLICY = new OnboardingPolicy("MDE onboarding");

  private static final RecordedStates<PolicyDeployment> DEPLOYMENTS =
      RecordedStates.of(
          RecordedStatesTest.class, PolicyDeployment.KIND, RecordedPolicyDeployment.FORM, 1);
  private static final RecordedStates<OnboardingPolicy> POLICIES =
      RecordedStates.of(
          RecordedStatesTest.class, OnboardingPolicy.KIND, RecordedOnboardingPolicy.FORM, 1);

  @Test
  void aDeploymentOfTheFirstFormIsReadAsItWas() {
    assertThat(DEPLOYMENTS.read()).containsExactly(DEPLOYMENT, DEPLOYMENT_WITHOUT_START);
  }

  @Test
  void aDeploymentIsWrittenAsItWas() {
    assertThat(DEPLOYMENTS.written(List.of(DEPLOYMENT, DEPLOYMENT_WITHOUT_START)))
        .isEqualTo(DEPLOYMENTS.lines());
  }

  @Test
  void aPolicyOfTheFirstFormIsReadAsItWas() {
    assertThat(POLICIES.read()).containsExactly(POLICY);
  }

  @Test
  void aPolicyIsWrittenAsItWas() {
    assertThat(POLICIES.written(List.of(POLICY))).isEqualTo(POLICIES.lines());
  }
}
