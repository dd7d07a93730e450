package dev.garrison.mecm.site;

import dev.garrison.language.Text;
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

  static List<String> of(SiteVersion lowest) {
    if (!lowest.isBefore(BUILD_OF_2207)) {
      return List.of();
    }
    List<String> steps = new ArrayList<>();
    if (lowest.build() == BUILD_OF_2107) {
      steps.add(
          Text.of("release-step.client-version", "version", RollupRecipe.CLIENT_OF_ROLLUP)
              .toString());
    }
    steps.add(Text.of("release-step.agent").toString());
    steps.add(Text.of("release-step.setting").toString());
    if (lowest.isBefore(BUILD_OF_2111)) {
      steps.add(Text.of("release-step.rules").toString());
    }
    steps.add(Text.of("release-step.updates").toString());
    steps.add(Text.of("release-step.policies").toString());
    steps.add(Text.of("release-step.proof").toString());
    return List.copyOf(steps);
  }
}
