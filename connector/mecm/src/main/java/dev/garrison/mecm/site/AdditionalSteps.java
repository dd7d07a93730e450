package dev.garrison.mecm.site;

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
              "client version",
              "Update clients to " + RollupRecipe.CLIENT_OF_ROLLUP + " or later.",
              "Older clients of 2107 do not manage the unified solution; they count as not ready."));
    }
    steps.add(
        new Step(
            "agent",
            "Garrison deploys md4ws.msi by an application to Windows Server 2012 R2 and 2016.",
            "Before 2207 Configuration Manager does not install the agent."));
    steps.add(
        new Step(
            "Endpoint Protection client setting",
            "See that no client setting installs SCEP again on these servers.",
            "Before 2207 the setting knows only SCEP, which stands in the way of the agent."));
    if (lowest.isBefore(BUILD_OF_2111)) {
      steps.add(
          new Step(
              "collection rules",
              "Rules are written when a collection is created; later changes are made by hand.",
              "SMS_Collection.AddMembershipRule came to the administration service with 2111."));
    }
    steps.add(
        new Step(
            "prerequisites",
            "2012 R2: KB2999226 and KB3080149. 2016: a servicing stack of 2021-09-14 or later, the"
                + " Defender Antivirus feature, and KB4052623.",
            "No part of Configuration Manager checks them on this version."));
    steps.add(
        new Step(
            "Endpoint Protection policies",
            "Deploy an antimalware policy with the exclusions that these servers need.",
            "The agent makes Defender Antivirus active."));
    steps.add(
        new Step(
            "verification",
            "Garrison verifies by the application's detection, which reads OnboardingState and OrgId.",
            "Success of the installer alone does not say that a server is onboarded."));
    return List.copyOf(steps);
  }
}
