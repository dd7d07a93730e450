<#
.SYNOPSIS
    Creates the onboarding policy of Configuration Manager from an onboarding file.
.DESCRIPTION
    The policy is a "Microsoft Defender ATP policy" of the type Onboarding. The function refuses a file that is not an
    onboarding file or belongs to another organization, and never shows its content. To check that the file is unaltered,
    use "garrison package inspect".

    An existing policy with this name is never changed. The new one is not deployed: deploy it to the collection of a ring.

    Run it on a machine with the Configuration Manager console. It needs the role Endpoint Protection Manager.
.PARAMETER Name
    The name of the new policy.
.PARAMETER Path
    The file WindowsDefenderATP.onboarding from the portal's package for Microsoft Endpoint Configuration Manager current
    branch and later.
.PARAMETER OrganizationId
    The organization (tenant) of Defender for Endpoint to which the file must belong.
.PARAMETER SampleSharing
    Specifies whether servers can send sample files to Microsoft for analysis: None or All. There is no default: with All,
    files leave the company.
.PARAMETER SiteCode
    The site code, if the console has several sites.
.EXAMPLE
    New-GarrisonOnboardingPolicy -Name 'Onboarding' -Path .\WindowsDefenderATP.onboarding -OrganizationId '11111111-2222-3333-4444-555555555555' -SampleSharing None -WhatIf

    Checks the file and shows the changes without making them.
.EXAMPLE
    New-GarrisonOnboardingPolicy -Name 'Onboarding' -Path .\WindowsDefenderATP.onboarding -OrganizationId '11111111-2222-3333-4444-555555555555' -SampleSharing None -SiteCode 'ABC'

    Creates the policy on site ABC.
.LINK
    https://learn.microsoft.com/intune/configmgr/protect/deploy-use/defender-advanced-threat-protection
.LINK
    https://learn.microsoft.com/powershell/module/configurationmanager/new-cmadvancedthreatprotectionpolicy
#>
function New-GarrisonOnboardingPolicy {
    [CmdletBinding(SupportsShouldProcess = $true)]
    param(
        [Parameter(Mandatory = $true)]
        [ValidateNotNullOrEmpty()]
        [string] $Name,

        [Parameter(Mandatory = $true)]
        [ValidateNotNullOrEmpty()]
        [string] $Path,

        [Parameter(Mandatory = $true)]
        [guid] $OrganizationId,

        [Parameter(Mandatory = $true)]
        [ValidateSet('None', 'All')]
        [string] $SampleSharing,

        [string] $SiteCode = ''
    )
    $ErrorActionPreference = 'Stop'
    Assert-GarrisonName -Name $Name
    # Before the site's drive is entered, where a file's relative path means nothing. For somebody who is there already,
    # a share is one of the site unless it is said to be of the file system.
    $named = $Path
    if ($Path -match '^[\\/]{2}') {
        $named = "Microsoft.PowerShell.Core\FileSystem::$Path"
    }
    $file = (Resolve-Path -LiteralPath $named).ProviderPath
    $organization = Get-GarrisonOrganization -Path $file
    if ($organization -ne $OrganizationId.ToString()) {
        throw ($Text.OtherTenant -f $file, $organization, $OrganizationId)
    }
    Push-Location
    try {
        Enter-GarrisonSite -SiteCode $SiteCode
        if ($null -ne (Get-CMAdvancedThreatProtectionPolicy -Name $Name -Fast)) {
            throw ($Text.NameTaken -f 'Policy', $Name)
        }
        $what = "make it for onboarding to $organization from $file, sample sharing $SampleSharing"
        if (-not $PSCmdlet.ShouldProcess("policy '$Name'", $what)) {
            return
        }
        $null = New-CMAdvancedThreatProtectionPolicy -Name $Name -PolicyType Onboarding -FilePath $file `
            -SampleSharingType $SampleSharing -Description 'Made by Garrison.' -Confirm:$false
        $made = Get-CMAdvancedThreatProtectionPolicy -Name $Name -Fast
        if ($null -eq $made) {
            throw ($Text.PolicyNotFoundAfter -f $Name)
        }
        $made
    } catch {
        throw (Get-GarrisonFailure -Failure $_ -Rights 'the role Endpoint Protection Manager')
    } finally {
        Pop-Location
    }
}
