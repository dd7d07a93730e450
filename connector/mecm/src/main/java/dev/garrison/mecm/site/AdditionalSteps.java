package dev.garrison.mecm.site;

import dev.garrison.language.Text;
import dev.garrison.mecm.site.RouteDecision.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Additional steps that releases before 2207 need. See <a
 * href="https://learn.microsoft.com/intune/configmgr/protect/deploy-use/defender-advanced-threat-protection">Onboard
 * to Microsoft Defender for Endpoint with Configuration Manager</a>.
 */
final class AdditionalSteps {
  static final int BUILD_OF_2107 = 9058;
  static final int BUILD_OF_2111 = 9068;
  static final int BUILD_OF_2207 = 9088;

  private AdditionalSteps() {}

  static List<Step> of(SiteVersion lowest) {
    if (!lowest.isBefore(BUILD_OF_2207)) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    if (lowest.build() == BUILD_OF_2107) {
      steps.add(
          new Step(
              Text.of("release-step.client-version").toString(),
              Text.of(
                      "release-step.client-version-action",
                      "version",
                      RollupRecipe.CLIENT_OF_ROLLUP)
                  .toString(),
              Text.of("release-step.client-version-reason").toString()));
    }
    steps.add(
        new Step(
            Text.of("release-step.agent").toString(),
            Text.of("release-step.agent-action").toString(),
            Text.of("release-step.agent-reason").toString()));
    steps.add(
        new Step(
            Text.of("release-step.setting").toString(),
            Text.of("release-step.setting-action").toString(),
            Text.of("release-step.setting-reason").toString()));
    if (lowest.isBefore(BUILD_OF_2111)) {
      steps.add(
          new Step(
              Text.of("release-step.rules").toString(),
              Text.of("release-step.rules-action").toString(),
              Text.of("release-step.rules-reason").toString()));
    }
    steps.add(
        new Step(
            Text.of("release-step.updates").toString(),
            Text.of("release-step.updates-action").toString(),
            Text.of("release-step.updates-reason").toString()));
    steps.add(
        new Step(
            Text.of("release-step.policies").toString(),
            Text.of("release-step.policies-action").toString(),
            Text.of("release-step.policies-reason").toString()));
    steps.add(
        new Step(
            Text.of("release-step.proof").toString(),
            Text.of("release-step.proof-action").toString(),
            Text.of("release-step.proof-reason").toString()));
    return List.copyOf(steps);
  }
}
