<#
.SYNOPSIS
    Writes what the manifest says of sample sharing and proxies of Defender for Endpoint on this server.
.DESCRIPTION
    The install command of the application for a ring's settings that Garrison makes in Configuration Manager. It
    reaches servers that are onboarded already.

    Each value is written and read back. For each proxy a note is kept below SOFTWARE\Garrison\DefenderSettings: that it
    is ours, and what it was. A proxy that is no longer given goes, if it is still what was noted; one that somebody else
    has set since, or that was never given, is left alone. Exit codes are in docs/reference/server-scripts.md of
    Garrison. One log, readable with CMTrace: Set-DefenderSettings.log, in the log folder of the Configuration Manager
    client, or in %ProgramData%\Garrison where there is no client.
.LINK
    https://learn.microsoft.com/defender-endpoint/configure-proxy-internet
#>
[CmdletBinding(PositionalBinding = $false)]
param(
    # none or all: written as AllowSampleCollection. Left alone when not given.
    [string] $SampleSharing = '',
    # HOST:PORT: TelemetryProxyServer of the sensor. When not given, one of ours is removed.
    [string] $SensorProxy = '',
    # http://HOST:PORT or https://HOST:PORT: ProxyServer of Defender Antivirus. When not given, one of ours is removed.
    [string] $AntivirusProxy = '',
    # By default in the log folder of the Configuration Manager client.
    [string] $LogPath = ''
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$NoteKey = 'SOFTWARE\Garrison\DefenderSettings'

# Application control (WDAC, AppLocker) lets an untrusted script start and then forbids most of what it does.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    Write-Output 'Application control restricts this script. Sign it with a certificate that your policy trusts.'
    exit 20013
}
foreach ($part in @('ScriptLog.ps1', 'ServerActions.ps1')) {
    $path = Join-Path -Path $PSScriptRoot -ChildPath $part
    if (-not (Test-Path -LiteralPath $path -PathType Leaf)) {
        Write-Output "$path is missing."
        exit 20009
    }
    try {
        . $path
    } catch {
        Write-Output "$path cannot be loaded: $_"
        exit 20099
    }
}

# The note comes before the proxy, and goes after it: a run that is cut off leaves no proxy that nobody takes back.
function Set-Proxy {
    param([string] $Key, [string] $Name, [string] $Note, [string] $Server)
    if ($Server -ne '') {
        Set-MachineValue -Key $NoteKey -Name $Note -Value $Server
        Set-MachineValue -Key $Key -Name $Name -Value $Server
        Set-MachineValue -Key $NoteKey -Name "$($Note)Set" -Value 1
        return
    }
    $noted = [string] (Get-MachineValue -Key $NoteKey -Name $Note)
    if ($noted -eq '') {
        return
    }
    if ((Get-MachineValue -Key $Key -Name $Name) -eq $noted) {
        Remove-MachineValue -Key $Key -Name $Name
    } else {
        Write-Log -Message "$Name is no longer what was written here: left alone."
    }
    Set-MachineValue -Key $NoteKey -Name "$($Note)Set" -Value 0
    Remove-MachineValue -Key $NoteKey -Name $Note
}

Invoke-NativeRun -Script $PSCommandPath -Bound $PSBoundParameters
try {
    Assert-Administrator
    Initialize-Log -Script $PSCommandPath
    Write-Log -Message "Settings: sample sharing '$SampleSharing', proxies '$SensorProxy' and '$AntivirusProxy'."
    if (@('', 'none', 'all') -notcontains $SampleSharing) {
        Exit-Wrapper -Code $Leave.InvalidArgument -Message "-SampleSharing '$SampleSharing' is neither none nor all."
    }
    if (($SensorProxy -ne '') -and ($SensorProxy -notmatch "^$ProxyPattern`$")) {
        Exit-Wrapper -Code $Leave.InvalidArgument -Message "-SensorProxy '$SensorProxy' is not HOST:PORT."
    }
    if (($AntivirusProxy -ne '') -and ($AntivirusProxy -notmatch "^https?://$ProxyPattern`$")) {
        Exit-Wrapper -Code $Leave.InvalidArgument -Message "-AntivirusProxy '$AntivirusProxy' is not http(s)://HOST:PORT."
    }
    if ($SampleSharing -ne '') {
        Set-MachineValue -Key $PolicyKey -Name 'AllowSampleCollection' -Value ([int] ($SampleSharing -eq 'all'))
    }
    Set-Proxy -Key $DataKey -Name 'TelemetryProxyServer' -Note 'SensorProxy' -Server $SensorProxy
    if ($SensorProxy -ne '') {
        Set-MachineValue -Key $DataKey -Name 'DisableEnterpriseAuthProxy' -Value 1
    }
    Set-Proxy -Key $DefenderKey -Name 'ProxyServer' -Note 'AntivirusProxy' -Server $AntivirusProxy
} catch {
    Exit-Wrapper -Code $Leave.SettingsNotSet -Message "The settings cannot be written: $_"
}
Exit-Wrapper -Code $Success -Message 'The settings are written.'
