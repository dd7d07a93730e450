// The cmdlets of the Configuration Manager console that the module Garrison uses, with all parameters that Microsoft
// documents for them: https://learn.microsoft.com/powershell/module/configurationmanager/ and a page for each. Whoever
// uses another one looks it up and adds it. -DefenderAgent stands in
// https://learn.microsoft.com/powershell/sccm/2207-release-notes and not yet on its cmdlet's page.
const WILDCARDS = 'DisableWildcardHandling ForceWildcardHandling';
const CHANGES = `${WILDCARDS} WhatIf Confirm`;
const PAGES = {
  'Get-CMAdvancedThreatProtectionPolicy': 'Fast Id Name',
  'Get-CMClientSetting': `Setting SettingType Name Id Raw ${WILDCARDS}`,
  'Get-CMCollection': `Name Id CollectionType DistributionPointGroup DistributionPointGroupId
    DistributionPointGroupName ${WILDCARDS}`,
  'Get-CMEndpointProtectionPoint': `SiteSystemServerName AllSite SiteCode InputObject ${WILDCARDS}`,
  'Get-CMSoftwareUpdateAutoDeploymentRule': `Name Id IsServicingPlan Fast ${WILDCARDS}`,
  'Get-CMSoftwareUpdateCategory': `Fast Name TypeName Id UniqueId ${WILDCARDS}`,
  'Get-CMSoftwareUpdateDeploymentPackage': `Name Id ${WILDCARDS}`,
  'New-CMAdvancedThreatProtectionPolicy': `Description FilePath Name PolicyType SampleSharingType
    TelemetryReportingFrequencyType ${CHANGES}`,
  'New-CMClientSetting': `Name Description Type ${CHANGES}`,
  'New-CMSoftwareUpdateAutoDeploymentRule': `AddToExistingSoftwareUpdateGroup AlertTime AlertTimeUnit AllowRestart
    AllowSoftwareInstallationOutsideMaintenanceWindow AllowUseMeteredNetwork Architecture ArticleId
    AvailableImmediately AvailableTime AvailableTimeUnit BulletinId CMTag Collection CollectionId CollectionName
    ContentSize CustomSeverity DateReleasedOrRevised DeadlineImmediately DeadlineTime DeadlineTimeUnit
    DeploymentPackage DeploymentPackageName DeploymentRing DeployWithoutLicense Description DisableOperationManager
    DownloadFromInternet DownloadFromMicrosoftUpdate Enable EnabledAfterCreate GenerateFailureAlert
    GenerateOperationManagerAlert GenerateSuccessAlert IsServicingPlan Language LanguageSelection Location
    MicrosoftAsVendor Name NoInstallOnRemote NoInstallOnUnprotected O365LanguageSelection Product Required
    RequirePostRebootFullScan RunType Schedule SendWakeupPacket Severity SoftDeadlineEnabled SuccessPercentage
    Superseded SuppressRestartServer SuppressRestartWorkstation Title UpdateClassification UpdateDeploymentWaitDay
    UpdateDescription UseBranchCache UserNotification UseUtc Vendor VerboseLevel WriteFilterHandling ${CHANGES}`,
  'Set-CMClientSettingEndpointProtection': `DisableFirstSignatureUpdate Enable ForceRebootHr
    InstallEndpointProtectionClient OverrideMaintenanceWindow PersistInstallation RemoveThirdParty SuppressReboot
    DefenderAgent Name DefaultSetting InputObject PassThru ${CHANGES}`,
};

// Lower-case name of a cmdlet to the lower-case names of its parameters.
export const CONSOLE_CMDLETS = new Map(
  Object.entries(PAGES).map(([name, parameters]) => [
    name.toLowerCase(),
    new Set(parameters.toLowerCase().split(/\s+/)),
  ]));
