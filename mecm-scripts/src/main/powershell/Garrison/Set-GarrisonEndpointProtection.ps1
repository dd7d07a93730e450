<#
.SYNOPSIS
    Sets a client setting so that it does not install SCEP.
.DESCRIPTION
    This is the manual step in a plan of Garrison if a client setting installs SCEP, which prevents the installation of the
    sensor on Windows Server 2012 R2. It sets "Install Endpoint Protection client on client computers" to No in one
    custom setting, verifies it, and changes nothing else. It does not remove SCEP where it is already installed.

    Run it on a machine with the Configuration Manager console. It needs the permissions Read and Modify on Client Agent
    Settings.
.PARAMETER Name
    The name of the client setting, as shown in the plan.
.PARAMETER SiteCode
    The site code, if the console has several sites.
.EXAMPLE
    Set-GarrisonEndpointProtection -Name 'Servers' -WhatIf

    Shows the change without making it.
.EXAMPLE
    Set-GarrisonEndpointProtection -Name 'Servers' -SiteCode 'ABC'

    Changes the setting on site ABC.
.LINK
    https://learn.microsoft.com/intune/configmgr/core/clients/deploy/about-client-settings#endpoint-protection
.LINK
    https://learn.microsoft.com/powershell/module/configurationmanager/set-cmclientsettingendpointprotection
#>
function Set-GarrisonEndpointProtection {
    [CmdletBinding(SupportsShouldProcess = $true)]
    param(
        [Parameter(Mandatory = $true)]
        [ValidateNotNullOrEmpty()]
        [string] $Name,

        [string] $SiteCode = ''
    )
    $ErrorActionPreference = 'Stop'
    Assert-GarrisonName -Name $Name
    Push-Location
    try {
        Enter-GarrisonSite -SiteCode $SiteCode
        if ($null -eq (Get-CMClientSetting -Name $Name)) {
            throw ($Text.NotFound -f 'client setting', $Name)
        }
        $what = 'set Install Endpoint Protection client on client computers to No'
        if (-not $PSCmdlet.ShouldProcess("client setting '$Name'", $what)) {
            return
        }
        Set-CMClientSettingEndpointProtection -Name $Name -InstallEndpointProtectionClient $false -Confirm:$false
        Confirm-GarrisonProtection -Name $Name -Wanted @{ InstallSCEPClient = $false }
    } catch {
        throw (Get-GarrisonFailure -Failure $_ -Rights 'Client Agent Setting: Read, Modify')
    } finally {
        Pop-Location
    }
}
