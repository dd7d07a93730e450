# The console's cmdlets that the module Garrison calls, with the parameters, sets, types and aliases that Microsoft documents:
# https://learn.microsoft.com/powershell/module/configurationmanager/ and a page for each. A test alters $Site from outside.
# The environment says what the module has when it is loaded: GARRISON_TEST_SITES the drives (with a comma between), and
# GARRISON_TEST_AGENT what -DefenderAgent is, which no page describes.
Set-StrictMode -Version Latest
if (-not ('Garrison.Test.SiteProvider' -as [type])) {
    Add-Type -TypeDefinition ([System.IO.File]::ReadAllText("$PSScriptRoot\Site.cs"))
}
Import-Module -Assembly ([Garrison.Test.SiteProvider].Assembly)
$Drives = @("$env:GARRISON_TEST_SITES".Split(',') | Where-Object { $_ })
foreach ($drive in $Drives) {
    $null = New-PSDrive -Name $drive -PSProvider CMSite -Root "$drive.corp.example" -Scope Global
}
$ExecutionContext.SessionState.Module.OnRemove = {
    foreach ($drive in $Drives) {
        Remove-PSDrive -Name $drive -Scope Global -Force -ErrorAction Ignore
    }
}

$Site = @{
    Calls       = [System.Collections.Generic.List[string]]::new() # each call, its parameters in the order of their names
    Places      = [System.Collections.Generic.List[string]]::new() # where each was made
    Fails       = @{}                                           # a pattern for a call, and what the site says then
    Settings    = [System.Collections.Generic.List[object]]::new()
    Points      = @('server.corp.example')
    Policies    = [System.Collections.Generic.List[object]]::new()
    Forgets     = $false                                        # a policy that was made is not found
    Collections = @()
    Packages    = @()
    Categories  = @()
    Rules       = [System.Collections.Generic.List[object]]::new()
    AgentName   = 'DefenderAgentType'                           # no page says it
    Shown       = @{}                                           # properties that read back as something else
    Hidden      = @()                                           # properties that do not read back
    Numbers     = $false                                        # True and False read back as 1 and 0
}

# Notes a call, and refuses it as a cmdlet does: whether the caller goes on then is the caller's preference.
function Confirm-Call {
    param([System.Management.Automation.PSCmdlet] $Cmdlet, [System.Collections.IDictionary] $Bound)
    $location = $Cmdlet.SessionState.Path.CurrentLocation
    if ($location.Provider.Name -ne 'CMSite') {
        throw 'This command cannot be run from the current drive. To run this command you must first connect to a Configuration Manager drive.'
    }
    $call = $Cmdlet.MyInvocation.MyCommand.Name
    foreach ($name in @($Bound.Keys | Sort-Object)) {
        $call += " -$name " + (@($Bound[$name] | ForEach-Object { "$_" }) -join ',')
    }
    $Site.Calls.Add($call)
    $Site.Places.Add($location.Path)
    foreach ($pattern in @($Site.Fails.Keys | Where-Object { $call -match $_ })) {
        $failure = [System.InvalidOperationException]::new($Site.Fails[$pattern])
        $record = [System.Management.Automation.ErrorRecord]::new($failure, 'SiteFailed', 'NotSpecified', $null)
        if ($Cmdlet.SessionState.PSVariable.GetValue('ErrorActionPreference') -eq 'Stop') {
            $Cmdlet.ThrowTerminatingError($record)
        }
        $Cmdlet.WriteError($record)
        return $false
    }
    return $true
}

function Get-CMAdvancedThreatProtectionPolicy {
    [CmdletBinding(DefaultParameterSetName = 'ByValue')]
    param(
        [switch] $Fast,
        [Parameter(ParameterSetName = 'ById', Mandatory, Position = 0)] [Alias('CIId', 'CI_ID')] [int] $Id,
        [Parameter(ParameterSetName = 'ByName', Mandatory, Position = 0)] [string] $Name
    )
    if (Confirm-Call $PSCmdlet $PSBoundParameters) {
        $Site.Policies | Where-Object { -not $Name -or $_.LocalizedDisplayName -like $Name }
    }
}

function Get-CMClientSetting {
    [CmdletBinding(DefaultParameterSetName = 'SearchByName')]
    param(
        [Garrison.Test.SettingType] $Setting,
        [Alias('Type')] [Garrison.Test.Types] $SettingType,
        [Parameter(ParameterSetName = 'SearchByName')] [string] $Name,
        [Parameter(ParameterSetName = 'SearchByIdMandatory', Mandatory)] [Alias('SettingsId')] [string] $Id,
        [switch] $Raw,
        [switch] $DisableWildcardHandling,
        [switch] $ForceWildcardHandling
    )
    if (-not (Confirm-Call $PSCmdlet $PSBoundParameters)) {
        return
    }
    $found = @($Site.Settings | Where-Object { -not $Name -or $_.Name -like $Name })
    if (-not $PSBoundParameters.ContainsKey('Setting')) {
        return $found
    }
    foreach ($one in @($found | Where-Object { $null -ne $_.Protection })) {
        $shown = [System.Collections.Generic.Dictionary[string, object]]::new()
        foreach ($property in @($one.Protection.Keys | Where-Object { $Site.Hidden -notcontains $_ })) {
            $value = $one.Protection[$property]
            $shown[$property] = if ($Site.Numbers -and $value -is [bool]) { [int] $value } else { $value }
        }
        foreach ($property in $Site.Shown.Keys) {
            $shown[$property] = $Site.Shown[$property]
        }
        $shown
    }
}

function Get-CMCollection {
    [CmdletBinding(DefaultParameterSetName = 'ByName')]
    param(
        [Parameter(ParameterSetName = 'ByName')] [string] $Name,
        [Parameter(ParameterSetName = 'ById', Mandatory)] [Alias('CollectionId')] [string] $Id,
        [Parameter(ParameterSetName = 'ByDPGroupName', Mandatory)] [string] $DistributionPointGroupName,
        [Parameter(ParameterSetName = 'ByDPGroupId', Mandatory)] [string] $DistributionPointGroupId,
        [Parameter(ParameterSetName = 'ByDPGroup', Mandatory, ValueFromPipeline)]
        [Garrison.Test.IResultObject] $DistributionPointGroup,
        [Garrison.Test.CollectionType] $CollectionType,
        [switch] $DisableWildcardHandling,
        [switch] $ForceWildcardHandling
    )
    if (Confirm-Call $PSCmdlet $PSBoundParameters) {
        $Site.Collections | Where-Object { $_.Name -like $Name -and
            (-not $PSBoundParameters.ContainsKey('CollectionType') -or $_.CollectionType -eq [int] $CollectionType) }
    }
}

function Get-CMEndpointProtectionPoint {
    [CmdletBinding(DefaultParameterSetName = 'SearchByName')]
    param(
        [Parameter(ParameterSetName = 'SearchByName')] [string] $SiteCode,
        [Parameter(ParameterSetName = 'SearchByName', Position = 0)] [Alias('Name', 'ServerName')]
        [string] $SiteSystemServerName,
        [Alias('AllSites')] [switch] $AllSite,
        [Parameter(ParameterSetName = 'SearchByValue', Mandatory, ValueFromPipeline)]
        [Garrison.Test.IResultObject] $InputObject,
        [switch] $DisableWildcardHandling,
        [switch] $ForceWildcardHandling
    )
    if (Confirm-Call $PSCmdlet $PSBoundParameters) {
        $Site.Points
    }
}

function Get-CMSoftwareUpdateAutoDeploymentRule {
    [CmdletBinding(DefaultParameterSetName = 'SearchByName')]
    param(
        [Parameter(ParameterSetName = 'SearchByName', Position = 0)] [string] $Name,
        [Parameter(ParameterSetName = 'SearchByIdMandatory', Mandatory, Position = 0)] [Alias('AutoDeploymentId')]
        [int[]] $Id,
        [bool] $IsServicingPlan,
        [switch] $Fast,
        [switch] $DisableWildcardHandling,
        [switch] $ForceWildcardHandling
    )
    if (Confirm-Call $PSCmdlet $PSBoundParameters) {
        # UpdateRuleXML is lazy: with -Fast it is not there to be read.
        foreach ($rule in @($Site.Rules | Where-Object { -not $Name -or $_.Name -like $Name })) {
            $shown = $rule.PSObject.Copy()
            if ($Fast) {
                $shown.UpdateRuleXML = $null
            }
            $shown
        }
    }
}

function Get-CMSoftwareUpdateCategory {
    [CmdletBinding(DefaultParameterSetName = 'ByName')]
    param(
        [switch] $Fast,
        [Parameter(ParameterSetName = 'ByName')] [Alias('LocalizedCategoryInstanceName', 'CategoryName')] [string] $Name,
        [Parameter(ParameterSetName = 'ByName')] [Alias('CategoryTypeName')] [string] $TypeName,
        [Parameter(ParameterSetName = 'ById', Mandatory)] [Alias('CategoryInstanceID')] [string] $Id,
        [Parameter(ParameterSetName = 'ByUniqueId', Mandatory)] [Alias('CategoryInstance_UniqueID')] [string] $UniqueId,
        [switch] $DisableWildcardHandling,
        [switch] $ForceWildcardHandling
    )
    if (Confirm-Call $PSCmdlet $PSBoundParameters) {
        $Site.Categories | Where-Object { -not $TypeName -or $_.CategoryTypeName -eq $TypeName }
    }
}

function Get-CMSoftwareUpdateDeploymentPackage {
    [CmdletBinding(DefaultParameterSetName = 'SearchByName')]
    param(
        [Parameter(ParameterSetName = 'SearchByName')] [string] $Name,
        [Parameter(ParameterSetName = 'SearchByIdMandatory', Mandatory)] [Alias('PackageId')] [string] $Id,
        [switch] $DisableWildcardHandling,
        [switch] $ForceWildcardHandling
    )
    if (Confirm-Call $PSCmdlet $PSBoundParameters) {
        $Site.Packages | Where-Object { $_.Name -like $Name }
    }
}

function New-CMAdvancedThreatProtectionPolicy {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [string] $Description,
        [Parameter(Mandatory)] [Alias('ConfigurationFileLocation')] [string] $FilePath,
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [Garrison.Test.ConfigurationType] $PolicyType,
        [Garrison.Test.SampleSharingType] $SampleSharingType,
        [Garrison.Test.TelemetryReportingFrequencyType] $TelemetryReportingFrequencyType,
        [switch] $DisableWildcardHandling,
        [switch] $ForceWildcardHandling
    )
    if ((Confirm-Call $PSCmdlet $PSBoundParameters) -and $PSCmdlet.ShouldProcess($Name)) {
        $made = [pscustomobject] @{ LocalizedDisplayName = $Name; Description = $Description }
        if (-not $Site.Forgets) {
            $Site.Policies.Add($made)
        }
        $made
    }
}

function New-CMClientSetting {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory)] [string] $Name,
        [string] $Description,
        [Parameter(Mandatory)] [Garrison.Test.Types] $Type,
        [switch] $DisableWildcardHandling,
        [switch] $ForceWildcardHandling
    )
    if ((Confirm-Call $PSCmdlet $PSBoundParameters) -and $PSCmdlet.ShouldProcess($Name)) {
        $made = [pscustomobject] @{ Name = $Name; Description = $Description; Type = [int] $Type; Protection = $null }
        $Site.Settings.Add($made)
        $made
    }
}

function New-CMSoftwareUpdateAutoDeploymentRule {
    [CmdletBinding(DefaultParameterSetName = 'NewByCollection', SupportsShouldProcess)]
    param(
        [bool] $AddToExistingSoftwareUpdateGroup,
        [int] $AlertTime,
        [Garrison.Test.TimeUnitType] $AlertTimeUnit,
        [bool] $AllowRestart,
        [bool] $AllowSoftwareInstallationOutsideMaintenanceWindow,
        [bool] $AllowUseMeteredNetwork,
        [Alias('Architectures')] [Garrison.Test.ArchitectureType[]] $Architecture,
        [string[]] $ArticleId,
        [bool] $AvailableImmediately,
        [int] $AvailableTime,
        [Garrison.Test.TimeUnitType] $AvailableTimeUnit,
        [string[]] $BulletinId,
        [Garrison.Test.CMTagTypes[]] $CMTag,
        [Parameter(ParameterSetName = 'NewByCollection', Mandatory)] [Garrison.Test.IResultObject] $Collection,
        [Parameter(ParameterSetName = 'NewByCollectionId', Mandatory)] [string] $CollectionId,
        [Parameter(ParameterSetName = 'NewByCollectionName', Mandatory)] [string] $CollectionName,
        [Alias('ContentSizes')] [string[]] $ContentSize,
        [Garrison.Test.SeverityType[]] $CustomSeverity,
        [Garrison.Test.DateReleasedOrRevisedType] $DateReleasedOrRevised,
        [bool] $DeadlineImmediately,
        [int] $DeadlineTime,
        [Garrison.Test.TimeUnitType] $DeadlineTimeUnit,
        [Parameter(ValueFromPipeline)] [Alias('InputObject')] [Garrison.Test.IResultObject] $DeploymentPackage,
        [string] $DeploymentPackageName,
        [Garrison.Test.DeploymentRing] $DeploymentRing,
        [bool] $DeployWithoutLicense,
        [string] $Description,
        [bool] $DisableOperationManager,
        [bool] $DownloadFromInternet,
        [bool] $DownloadFromMicrosoftUpdate,
        [Alias('Enabled', 'EnableDeployment')] [bool] $Enable,
        [Alias('EnableAfterCreate')] [bool] $EnabledAfterCreate,
        [bool] $GenerateFailureAlert,
        [bool] $GenerateOperationManagerAlert,
        [bool] $GenerateSuccessAlert,
        [switch] $IsServicingPlan,
        [Alias('Languages', 'UpdateLocales', 'UpdateLocale')] [string[]] $Language,
        [string[]] $LanguageSelection,
        [string] $Location,
        [bool] $MicrosoftAsVendor,
        [Parameter(Mandatory)] [string] $Name,
        [bool] $NoInstallOnRemote,
        [bool] $NoInstallOnUnprotected,
        [string[]] $O365LanguageSelection,
        [string[]] $Product,
        [string[]] $Required,
        [Alias('RunEvaluationAfterRestart')] [bool] $RequirePostRebootFullScan,
        [Garrison.Test.RunType] $RunType,
        [Garrison.Test.IResultObject] $Schedule,
        [bool] $SendWakeupPacket,
        [Alias('Severities')] [Garrison.Test.SeverityType[]] $Severity,
        [Alias('DelayEnforcementAndUpToGracePeriod')] [bool] $SoftDeadlineEnabled,
        [int] $SuccessPercentage,
        [bool] $Superseded,
        [bool] $SuppressRestartServer,
        [bool] $SuppressRestartWorkstation,
        [Alias('Titles')] [string[]] $Title,
        [Alias('UpdateClassifications')] [string[]] $UpdateClassification,
        [Alias('UpdateDeploymentWaitDays')] [int] $UpdateDeploymentWaitDay,
        [string[]] $UpdateDescription,
        [bool] $UseBranchCache,
        [Garrison.Test.UserNotificationType] $UserNotification,
        [bool] $UseUtc,
        [Alias('Vendors')] [string[]] $Vendor,
        [Garrison.Test.VerboseLevelType] $VerboseLevel,
        [bool] $WriteFilterHandling,
        [switch] $DisableWildcardHandling,
        [switch] $ForceWildcardHandling
    )
    if ((Confirm-Call $PSCmdlet $PSBoundParameters) -and $PSCmdlet.ShouldProcess($Name)) {
        $made = [pscustomobject] @{ Name = $Name; Description = $Description; UpdateRuleXML = '' }
        $Site.Rules.Add($made)
        $made
    }
}

# -RemoveThirdParty is called deprecated, -DefenderAgent came with 2207 and stands on no page: consoles differ.
$Agents = @{
    ''     = '[Garrison.Test.DefenderAgent] $DefenderAgent,'
    empty  = '[System.Nullable[Garrison.Test.DefenderAgent]] $DefenderAgent,'
    other  = '[Garrison.Test.OtherAgent] $DefenderAgent,'
    set    = '[ValidateSet(''Scep'', ''MdeDownlevel'')] [string] $DefenderAgent,'
    text   = '[string] $DefenderAgent,'
    absent = ''
    later  = '[Garrison.Test.DefenderAgent] $DefenderAgent,'
}
$ThirdParty = if ($env:GARRISON_TEST_AGENT -eq 'later') { '' } else { '[bool] $RemoveThirdParty,' }
. ([scriptblock]::Create(@"
function Set-CMClientSettingEndpointProtection {
    [CmdletBinding(DefaultParameterSetName = 'SetCustomSettingByName', SupportsShouldProcess)]
    param(
        [bool] `$DisableFirstSignatureUpdate,
        [Alias('EnableEndpointProtection')] [bool] `$Enable,
        [Alias('ForceRebootPeriod', 'ForceRebootHours')] [int] `$ForceRebootHr,
        [bool] `$InstallEndpointProtectionClient,
        [bool] `$OverrideMaintenanceWindow,
        [Alias('CommitEndpointProtectionClientInstallation')] [bool] `$PersistInstallation,
        $ThirdParty
        [bool] `$SuppressReboot,
        $($Agents["$env:GARRISON_TEST_AGENT"])
        [Parameter(ParameterSetName = 'SetCustomSettingByName', Mandatory)] [string] `$Name,
        [Parameter(ParameterSetName = 'SetDefaultSetting', Mandatory)] [switch] `$DefaultSetting,
        [Parameter(ParameterSetName = 'SetCustomSettingByValue', Mandatory, ValueFromPipeline)]
        [Garrison.Test.IResultObject] `$InputObject,
        [switch] `$PassThru,
        [switch] `$DisableWildcardHandling,
        [switch] `$ForceWildcardHandling
    )
    if ((Confirm-Call `$PSCmdlet `$PSBoundParameters) -and `$PSCmdlet.ShouldProcess(`$Name)) {
        Set-Protection `$Name `$PSBoundParameters
    }
}
"@))

# By the names of https://learn.microsoft.com/intune/configmgr/develop/reference/core/clients/config/sms_endpointprotectionagentconfig-server-wmi-class
function Set-Protection {
    param([string] $Name, [System.Collections.IDictionary] $Bound)
    $names = @{
        Enable = 'EnableEP'; InstallEndpointProtectionClient = 'InstallSCEPClient'; RemoveThirdParty = 'Remove3rdParty'
        OverrideMaintenanceWindow = 'OverrideMaintenanceWindow'; SuppressReboot = 'SuppressReboot'
        DefenderAgent = $Site.AgentName
    }
    foreach ($setting in @($Site.Settings | Where-Object { $_.Name -like $Name })) {
        if ($null -eq $setting.Protection) {
            $setting.Protection = [ordered] @{}
        }
        foreach ($parameter in @($Bound.Keys | Where-Object { $names.ContainsKey($_) })) {
            $value = $Bound[$parameter]
            if ($Site.Numbers -and $value -is [System.Enum]) {
                $value = [int] $value
            }
            $setting.Protection[$names[$parameter]] = $value
        }
    }
}

Export-ModuleMember -Function '*-CM*'
