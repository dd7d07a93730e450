package dev.garrison.clientscript;

import java.util.List;

/**
 * The PowerShell module for the machine with the console. It is not sent to servers; it is signed
 * with the other scripts.
 */
final class ConsoleModule {
  static final String FOLDER = "Garrison";

  private static final List<String> NAMES =
      List.of(
          "Assert-GarrisonName.ps1",
          "Confirm-GarrisonProtection.ps1",
          "Enter-GarrisonSite.ps1",
          "Garrison.psd1",
          "Garrison.psm1",
          "Get-GarrisonCoveringRule.ps1",
          "Get-GarrisonFailure.ps1",
          "Get-GarrisonOrganization.ps1",
          "Get-GarrisonProtection.ps1",
          "Get-GarrisonRuleTarget.ps1",
          "Messages.ps1",
          "New-GarrisonClientSetting.ps1",
          "New-GarrisonOnboardingPolicy.ps1",
          "New-GarrisonUpdateRule.ps1",
          "Resolve-GarrisonDefenderAgent.ps1",
          "Set-GarrisonEndpointProtection.ps1");

  private ConsoleModule() {}

  static List<String> names() {
    return NAMES;
  }

  static byte[] bytes(String name) {
    return ClientFiles.resource(FOLDER, name);
  }
}
