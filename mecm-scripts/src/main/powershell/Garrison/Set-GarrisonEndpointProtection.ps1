<#
.SYNOPSIS
    Sees to it that a client setting does not install SCEP.
.DESCRIPTION
    The step that a plan of Garrison leaves to a person where a client setting installs SCEP, which stands in the way of
    the sensor on Windows Server 2012 R2. It sets "Install Endpoint Protection client on client computers" to No in one
    custom setting, reads it back, and changes nothing else. SCEP that is installed already is not removed by it.

    Run it on a machine with the Configuration Manager console. It needs the permissions Read and Modify on Client Agent
    Settings.
.PARAMETER Name
    The name of the client setting, as the plan gives it.
.PARAMETER SiteCode
    The site, where the console knows several.
.EXAMPLE
    Set-GarrisonEndpointProtection -Name 'Servers' -WhatIf

    Shows what would be changed.
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
