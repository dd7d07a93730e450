<#
.SYNOPSIS
    Writes what the manifest says of sample sharing and proxies of Defender for Endpoint on this server.
.DESCRIPTION
    The install command of the application for a ring's settings that Garrison makes in Configuration Manager. It
    reaches servers that are onboarded already; it needs nothing beside it.

    Each value is written and read back. For each proxy a note is kept below SOFTWARE\Garrison\DefenderSettings: that it
    is ours, and what it was. A proxy that is no longer given goes, if it is still what was noted; one that somebody else
    has set since, or that was never given, is left alone. Exit codes are in docs/operations.md of Garrison.
.LINK
    https://learn.microsoft.com/defender-endpoint/configure-proxy-internet
#>
param(
    # none or all: written as AllowSampleCollection. Left alone when not given.
    [string] $SampleSharing = '',
    # HOST:PORT: TelemetryProxyServer of the sensor. When not given, one of ours is removed.
    [string] $SensorProxy = '',
    # http://HOST:PORT or https://HOST:PORT: ProxyServer of Defender Antivirus. When not given, one of ours is removed.
    [string] $AntivirusProxy = ''
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$Leave = @{
    InvalidArgument      = 20001
    ConstrainedLanguage  = 20013
    SettingsNotSet       = 20031
}

$PolicyKey = 'SOFTWARE\Policies\Microsoft\Windows Advanced Threat Protection'
$DataKey = 'SOFTWARE\Policies\Microsoft\Windows\DataCollection'
$DefenderKey = 'SOFTWARE\Policies\Microsoft\Windows Defender'
$NoteKey = 'SOFTWARE\Garrison\DefenderSettings'
$ProxyPattern = '[A-Za-z0-9][A-Za-z0-9.-]*:[0-9]{1,5}'

function Set-Value {
    param([string] $Key, [string] $Name, $Value)
    $kind = [Microsoft.Win32.RegistryValueKind]::String
    if ($Value -is [int]) {
        $kind = [Microsoft.Win32.RegistryValueKind]::DWord
    }
    $opened = $Machine.CreateSubKey($Key)
    try {
        $opened.SetValue($Name, $Value, $kind)
        $written = $opened.GetValue($Name)
    } finally {
        $opened.Close()
    }
    if ($written -ne $Value) {
        throw "$Name was written and reads back as '$written'. Does a policy hold it?"
    }
    Write-Output "$Name set to $Value."
}

# Empty where there is none.
function Get-Value {
    param([string] $Key, [string] $Name)
    $opened = $Machine.OpenSubKey($Key)
    if ($null -eq $opened) {
        return ''
    }
    try {
        return [string] $opened.GetValue($Name, '')
    } finally {
        $opened.Close()
    }
}

function Remove-Value {
    param([string] $Key, [string] $Name)
    $opened = $Machine.CreateSubKey($Key)
    try {
        $opened.DeleteValue($Name, $false)
    } finally {
        $opened.Close()
    }
    if ((Get-Value -Key $Key -Name $Name) -ne '') {
        throw "$Name was removed and is there again. Does a policy hold it?"
    }
    Write-Output "$Name removed."
}

# The note comes before the proxy, and goes after it: a run that is cut off leaves no proxy that nobody takes back.
function Set-Proxy {
    param([string] $Key, [string] $Name, [string] $Note, [string] $Server)
    if ($Server -ne '') {
        Set-Value -Key $NoteKey -Name $Note -Value $Server
        Set-Value -Key $Key -Name $Name -Value $Server
        Set-Value -Key $NoteKey -Name "$($Note)Set" -Value 1
        return
    }
    $noted = Get-Value -Key $NoteKey -Name $Note
    if ($noted -eq '') {
        return
    }
    if ((Get-Value -Key $Key -Name $Name) -eq $noted) {
        Remove-Value -Key $Key -Name $Name
    } else {
        Write-Output "$Name is no longer what was written here: left alone."
    }
    Set-Value -Key $NoteKey -Name "$($Note)Set" -Value 0
    Remove-Value -Key $NoteKey -Name $Note
}

if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    Write-Output 'Application control restricts this script. Sign it with a certificate that your policy trusts.'
    exit $Leave.ConstrainedLanguage
}
if (@('', 'none', 'all') -notcontains $SampleSharing) {
    Write-Output "-SampleSharing '$SampleSharing' is neither none nor all."
    exit $Leave.InvalidArgument
}
if (($SensorProxy -ne '') -and ($SensorProxy -notmatch "^$ProxyPattern`$")) {
    Write-Output "-SensorProxy '$SensorProxy' is not HOST:PORT."
    exit $Leave.InvalidArgument
}
if (($AntivirusProxy -ne '') -and ($AntivirusProxy -notmatch "^https?://$ProxyPattern`$")) {
    Write-Output "-AntivirusProxy '$AntivirusProxy' is not http(s)://HOST:PORT."
    exit $Leave.InvalidArgument
}
try {
    # A 32-bit caller would see another part of the registry.
    $Machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey(
        [Microsoft.Win32.RegistryHive]::LocalMachine, [Microsoft.Win32.RegistryView]::Registry64)
    if ($SampleSharing -ne '') {
        Set-Value -Key $PolicyKey -Name 'AllowSampleCollection' -Value ([int] ($SampleSharing -eq 'all'))
    }
    Set-Proxy -Key $DataKey -Name 'TelemetryProxyServer' -Note 'SensorProxy' -Server $SensorProxy
    if ($SensorProxy -ne '') {
        Set-Value -Key $DataKey -Name 'DisableEnterpriseAuthProxy' -Value 1
    }
    Set-Proxy -Key $DefenderKey -Name 'ProxyServer' -Note 'AntivirusProxy' -Server $AntivirusProxy
} catch {
    Write-Output "The settings cannot be written: $_"
    exit $Leave.SettingsNotSet
}
exit 0
