package dev.garrison.clientscript;

import java.util.List;

/**
 * A PowerShell module for people. It is not sent to servers; it is signed with the other scripts.
 *
 * @param folder the name of the module and of its folder
 * @param names its files
 */
record ScriptModule(String folder, List<String> names) {
  /** The module for a machine with the console. */
  static final ScriptModule CONSOLE =
      new ScriptModule(
          "Garrison",
          List.of(
              "Assert-GarrisonName.ps1",
              "Confirm-GarrisonAgent.ps1",
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
              "Set-GarrisonEndpointProtection.ps1"));

  /** The module for a machine with the program. */
  static final ScriptModule ADMIN =
      new ScriptModule(
          "Garrison.Admin",
          List.of(
              "ConvertFrom-GarrisonDiagnostic.ps1",
              "ConvertFrom-GarrisonMessage.ps1",
              "ConvertTo-GarrisonCommandLine.ps1",
              "ConvertTo-GarrisonObject.ps1",
              "ConvertTo-GarrisonPlan.ps1",
              "ConvertTo-GarrisonTime.ps1",
              "ConvertTo-GarrisonValue.ps1",
              "Garrison.Admin.Format.ps1xml",
              "Garrison.Admin.Types.ps1xml",
              "Garrison.Admin.psd1",
              "Garrison.Admin.psm1",
              "Get-GarrisonAnswer.ps1",
              "Get-GarrisonEvidence.ps1",
              "Get-GarrisonFile.ps1",
              "Get-GarrisonJob.ps1",
              "Get-GarrisonPlan.ps1",
              "Get-GarrisonRing.ps1",
              "Get-GarrisonSensorUpdate.ps1",
              "Get-GarrisonServer.ps1",
              "Get-GarrisonSource.ps1",
              "Get-GarrisonStart.ps1",
              "Get-GarrisonStatus.ps1",
              "Invoke-GarrisonApply.ps1",
              "Invoke-GarrisonProgram.ps1",
              "Messages.ps1",
              "New-GarrisonError.ps1",
              "Read-GarrisonAnswer.ps1",
              "Read-GarrisonPlan.ps1",
              "Resolve-GarrisonPath.ps1",
              "Resolve-GarrisonProgram.ps1",
              "Resume-GarrisonRing.ps1",
              "Shapes.ps1",
              "Start-GarrisonJob.ps1",
              "Stop-GarrisonCall.ps1",
              "Suspend-GarrisonRing.ps1",
              "Test-Garrison.ps1",
              "Write-GarrisonProblem.ps1"));

  /** Every module. */
  static List<ScriptModule> all() {
    return List.of(CONSOLE, ADMIN);
  }

  byte[] bytes(String name) {
    return ClientFiles.resource(folder, name);
  }
}
