<#
.SYNOPSIS
    Creates an automatic deployment rule that keeps the sensor of one ring up to date.
.DESCRIPTION
    The rule runs after its creation and after each synchronization. It selects the KB5005292 updates of the product
    Microsoft Defender for Endpoint that are not superseded, and creates a separate deployment for each release: available
    immediately, due the given number of days after the rule runs, within maintenance windows, without a restart. A server
    without a maintenance window installs at the deadline. To deploy a release ring by ring, specify more days for each
    later ring.

    Without -EnableDeployment, each deployment is created disabled until you enable it. An existing rule with this name is
    never changed, and neither is any other rule; a warning names rules that already seem to cover the product.

    Run it on a machine with the Configuration Manager console, at the top-level site. It needs the role Software Update
    Manager and access to the collection.
.PARAMETER Name
    The name of the new rule.
.PARAMETER CollectionName
    The device collection of the ring. A built-in collection is refused.
.PARAMETER PackageName
    The deployment package for the updates. It must exist.
.PARAMETER DeadlineDays
    The days from the run of the rule to the deadline, from 1 to 90. Therefore a deadline in the past is not possible.
.PARAMETER Title
    Texts for the title of an update, which must contain one of them, such as 'Current Channel (Broad)'. Without it, the
    rule selects KB5005292 for every system and every channel; servers install the applicable updates.
.PARAMETER EnableDeployment
    Enables the deployments that the rule creates. Without it, you enable each deployment.
.PARAMETER Product
    The name of the product in the language of the site.
.PARAMETER SiteCode
    The site code, if the console has several sites.
.EXAMPLE
    New-GarrisonUpdateRule -Name 'Sensor: pilot' -CollectionName 'MDE pilot' -PackageName 'Sensor updates' -DeadlineDays 1 -WhatIf

    Shows the rule for the first ring.
.EXAMPLE
    New-GarrisonUpdateRule -Name 'Sensor: production' -CollectionName 'MDE production' -PackageName 'Sensor updates' -DeadlineDays 14 -Title 'Current Channel (Broad)' -EnableDeployment

    Creates the rule for the last ring and one channel; its deployments are enabled immediately, and due two weeks after
    each run.
.LINK
    https://learn.microsoft.com/intune/configmgr/sum/deploy-use/automatically-deploy-software-updates
.LINK
    https://learn.microsoft.com/powershell/module/configurationmanager/new-cmsoftwareupdateautodeploymentrule
#>
function New-GarrisonUpdateRule {
    [CmdletBinding(SupportsShouldProcess = $true)]
    param(
        [Parameter(Mandatory = $true)]
        [ValidateNotNullOrEmpty()]
        [string] $Name,

        [Parameter(Mandatory = $true)]
        [ValidateNotNullOrEmpty()]
        [string] $CollectionName,

        [Parameter(Mandatory = $true)]
        [ValidateNotNullOrEmpty()]
        [string] $PackageName,

        [Parameter(Mandatory = $true)]
        [ValidateRange(1, 90)]
        [int] $DeadlineDays,

        [ValidateNotNullOrEmpty()]
        [string[]] $Title,

        [switch] $EnableDeployment,

        [ValidateNotNullOrEmpty()]
        [string] $Product = 'Microsoft Defender for Endpoint',

        [string] $SiteCode = ''
    )
    $ErrorActionPreference = 'Stop'
    foreach ($given in @($Name, $CollectionName, $PackageName)) {
        Assert-GarrisonName -Name $given
    }
    $enabled = $EnableDeployment.IsPresent
    Push-Location
    try {
        Enter-GarrisonSite -SiteCode $SiteCode
        $collection = Get-GarrisonRuleTarget -CollectionName $CollectionName -PackageName $PackageName
        $rules = @(Get-CMSoftwareUpdateAutoDeploymentRule)
        if (@($rules | Where-Object { $_.Name -eq $Name }).Count -gt 0) {
            throw ($Text.NameTaken -f 'Rule', $Name)
        }
        $covering = @(Get-GarrisonCoveringRule -Rules $rules -Product $Product)
        if ($covering.Count -gt 0) {
            Write-Warning ($Text.ProductCovered -f ($covering -join ', '))
        }
        $narrowed = @{}
        $titles = 'every title'
        if ($PSBoundParameters.ContainsKey('Title')) {
            $narrowed['Title'] = $Title
            $titles = "titles with '" + ($Title -join "' or '") + "'"
        }
        $what = "make it for KB5005292 of '$Product', $titles, to collection '$CollectionName', due $DeadlineDays days " +
            "after each run, package '$PackageName', deployments enabled: $enabled"
        if (-not $PSCmdlet.ShouldProcess("automatic deployment rule '$Name'", $what)) {
            return
        }
        New-CMSoftwareUpdateAutoDeploymentRule -Name $Name -Description 'Made by Garrison: the sensor of one ring.' `
            -CollectionId $collection.CollectionID -DeploymentPackageName $PackageName `
            -Product $Product -ArticleId '5005292' -Superseded $false `
            -RunType RunTheRuleAfterAnySoftwareUpdatePointSynchronization -AddToExistingSoftwareUpdateGroup $false `
            -Enable $true -EnabledAfterCreate $enabled -UseUtc $true -AvailableImmediately $true `
            -DeadlineImmediately $false -DeadlineTime $DeadlineDays -DeadlineTimeUnit Days `
            -AllowSoftwareInstallationOutsideMaintenanceWindow $false -AllowRestart $false `
            -SuppressRestartServer $true -SuppressRestartWorkstation $true -UserNotification HideAll `
            -DeployWithoutLicense $false -DownloadFromMicrosoftUpdate $false @narrowed -Confirm:$false
    } catch {
        throw (Get-GarrisonFailure -Failure $_ -Rights 'the role Software Update Manager, and the collection')
    } finally {
        Pop-Location
    }
}
