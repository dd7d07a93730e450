<#
.SYNOPSIS
    Creates a client setting with which Configuration Manager 2207 and later automatically installs the MDE client.
.DESCRIPTION
    The new custom device setting has only the Endpoint Protection part: Endpoint Protection is managed, the MDE client is
    selected for Windows Server 2012 R2 and 2016, SCEP is not installed, other antimalware is not removed, maintenance
    windows apply, and restarts are suppressed. The function does not set the hours by which users can postpone a restart,
    because they apply only if restarts are not suppressed. The new setting is verified.

    An existing setting with this name is never changed. The new one is not deployed: it takes effect after you assign it
    to a collection. This method has no deadline.

    Run it on a machine with the Configuration Manager console. It needs the permissions Read, Create and Modify on
    Client Agent Settings, and Read on Site.
.PARAMETER Name
    The name of the new setting.
.PARAMETER DefenderAgent
    The value for "MDE Client (recommended)" in this console. Microsoft does not publish the values. The default is
    MdeDownlevel if the cmdlet lists it; otherwise the function refuses and lists the available values.
.PARAMETER SiteCode
    The site code, if the console has several sites.
.EXAMPLE
    New-GarrisonClientSetting -Name 'Servers: MDE client' -WhatIf

    Shows the changes without making them.
.EXAMPLE
    New-GarrisonClientSetting -Name 'Servers: MDE client' -SiteCode 'ABC' -DefenderAgent 'MdeDownlevel'

    Creates the setting on site ABC, with this agent.
.LINK
    https://learn.microsoft.com/intune/configmgr/protect/deploy-use/defender-advanced-threat-protection
.LINK
    https://learn.microsoft.com/powershell/module/configurationmanager/set-cmclientsettingendpointprotection
#>
function New-GarrisonClientSetting {
    [CmdletBinding(SupportsShouldProcess = $true)]
    param(
        [Parameter(Mandatory = $true)]
        [ValidateNotNullOrEmpty()]
        [string] $Name,

        [string] $DefenderAgent = '',

        [string] $SiteCode = ''
    )
    $ErrorActionPreference = 'Stop'
    Assert-GarrisonName -Name $Name
    Push-Location
    try {
        Enter-GarrisonSite -SiteCode $SiteCode
        $agent = Resolve-GarrisonDefenderAgent -Given $DefenderAgent
        if ($null -ne (Get-CMClientSetting -Name $Name)) {
            throw ($Text.NameTaken -f 'Client setting', $Name)
        }
        if ($null -eq (Get-CMEndpointProtectionPoint -AllSite)) {
            throw $Text.ProtectionPointMissing
        }
        $what = "make it for devices with -Enable True -DefenderAgent $agent -InstallEndpointProtectionClient False " +
            '-RemoveThirdParty False -OverrideMaintenanceWindow False -SuppressReboot True'
        if (-not $PSCmdlet.ShouldProcess("client setting '$Name'", $what)) {
            return
        }
        $null = New-CMClientSetting -Name $Name -Type Device -Confirm:$false `
            -Description 'Made by Garrison: the MDE client on Windows Server 2012 R2 and 2016.'
        Set-CMClientSettingEndpointProtection -Name $Name -Enable $true -DefenderAgent $agent `
            -InstallEndpointProtectionClient $false -OverrideMaintenanceWindow $false -SuppressReboot $true `
            -Confirm:$false
        # Microsoft calls this parameter deprecated: a later console may not have it.
        $parameters = (Get-Command -Name 'Set-CMClientSettingEndpointProtection').Parameters
        if ($parameters.ContainsKey('RemoveThirdParty')) {
            Set-CMClientSettingEndpointProtection -Name $Name -RemoveThirdParty $false -Confirm:$false
        }
        Confirm-GarrisonProtection -Name $Name -Wanted @{
            EnableEP                  = $true
            InstallSCEPClient         = $false
            OverrideMaintenanceWindow = $false
            Remove3rdParty            = $false
            SuppressReboot            = $true
        }
        Confirm-GarrisonAgent -Name $Name -Agent $agent
        Get-CMClientSetting -Name $Name
    } catch {
        throw (Get-GarrisonFailure -Failure $_ -Rights 'Client Agent Setting: Read, Create, Modify; Site: Read')
    } finally {
        Pop-Location
    }
}
