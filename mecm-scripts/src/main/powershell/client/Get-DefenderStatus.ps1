<#
.SYNOPSIS
    Says how Defender for Endpoint stands on this server, as one line of JSON.
.DESCRIPTION
    For a person who looks at a server, in a console there, through Run Scripts or PowerShell remoting; it needs nothing
    beside it and changes nothing. It says what 'garrison status --live' asks for through CMPivot, and besides what
    CMPivot cannot read in one question: the settings, and the last errors in the log of the wrapper.

    A value that is not there is null. The onboarding blob, which is a secret, is not read. Each name is in
    docs/operations.md of Garrison.
.LINK
    https://learn.microsoft.com/defender-endpoint/troubleshoot-onboarding
.LINK
    https://learn.microsoft.com/powershell/module/defender/get-mpcomputerstatus
#>
param(
    # How many errors of the wrapper's log are told, the last ones.
    [int] $Errors = 3,
    [string] $LogPath = "$env:ProgramData\Garrison\Install-DefenderForEndpoint.log"
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$PolicyKey = 'SOFTWARE\Policies\Microsoft\Windows Advanced Threat Protection'
$StatusKey = 'SOFTWARE\Microsoft\Windows Advanced Threat Protection\Status'
$DataKey = 'SOFTWARE\Policies\Microsoft\Windows\DataCollection'
$DefenderKey = 'SOFTWARE\Policies\Microsoft\Windows Defender'
$SensorFile = "$env:ProgramFiles\Windows Defender Advanced Threat Protection\MsSense.exe"
# Run Scripts cuts what it hands on at 4000 characters.
$LongestError = 300

# Of the 64-bit part of the registry, whoever calls.
function Get-Value {
    param([string] $Key, [string] $Name)
    $machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey(
        [Microsoft.Win32.RegistryHive]::LocalMachine, [Microsoft.Win32.RegistryView]::Registry64)
    $opened = $machine.OpenSubKey($Key)
    if ($null -eq $opened) {
        return $null
    }
    try {
        return $opened.GetValue($Name)
    } finally {
        $opened.Close()
    }
}

# Running, Stopped and the like; disabled when Windows may not start it.
function Get-ServiceState {
    param([string] $Name)
    $service = @(Get-Service | Where-Object { $_.Name -eq $Name })
    if ($service.Count -eq 0) {
        return $null
    }
    if ((Get-Value -Key "SYSTEM\CurrentControlSet\Services\$Name" -Name 'Start') -eq 4) {
        return 'Disabled'
    }
    return [string] $service[0].Status
}

function Get-Version {
    param([string] $Path)
    if (-not (Test-Path -LiteralPath $Path -PathType Leaf)) {
        return $null
    }
    $info = [Diagnostics.FileVersionInfo]::GetVersionInfo($Path)
    return "$($info.FileMajorPart).$($info.FileMinorPart).$($info.FileBuildPart).$($info.FilePrivatePart)"
}

# Lines that CMTrace shows in red.
function Get-LastError {
    if (($Errors -lt 1) -or (-not (Test-Path -LiteralPath $LogPath -PathType Leaf))) {
        return
    }
    $red = @([IO.File]::ReadAllLines($LogPath) | Where-Object { $_ -match 'component="Garrison".* type="3"' })
    $first = [Math]::Max(0, $red.Count - $Errors)
    for ($at = $first; $at -lt $red.Count; $at++) {
        $text = $red[$at] -replace '^<!\[LOG\[', '' -replace '\]LOG\]!>.*$', ''
        $text.Substring(0, [Math]::Min($LongestError, $text.Length))
    }
}

$antivirus = $null
if (@(Get-Command -Name 'Get-MpComputerStatus' -ErrorAction SilentlyContinue).Count -gt 0) {
    try {
        $antivirus = Get-MpComputerStatus
    } catch {
        # Where the antivirus is not there or does not run, it has no mode and no version.
        $antivirus = $null
    }
}
$mode = $null
$platform = $null
if ($null -ne $antivirus) {
    $mode = $antivirus.AMRunningMode
    $platform = $antivirus.AMProductVersion
}
# The wrapper holds its log open while it writes: then everything else is told all the same.
$lastErrors = $null
$logUnreadable = $null
try {
    $lastErrors = @(Get-LastError)
} catch {
    $why = $_.Exception.Message -replace '\s+', ' '
    $logUnreadable = $why.Substring(0, [Math]::Min($LongestError, $why.Length))
}
$status = @{
    server                     = $env:COMPUTERNAME
    time                       = [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ')
    onboardingState            = Get-Value -Key $StatusKey -Name 'OnboardingState'
    orgId                      = Get-Value -Key $StatusKey -Name 'OrgId'
    sense                      = Get-ServiceState -Name 'Sense'
    sensorVersion              = Get-Version -Path $SensorFile
    winDefend                  = Get-ServiceState -Name 'WinDefend'
    runningMode                = $mode
    platformVersion            = $platform
    forceDefenderPassiveMode   = Get-Value -Key $PolicyKey -Name 'ForceDefenderPassiveMode'
    disableAntiSpyware         = Get-Value -Key $DefenderKey -Name 'DisableAntiSpyware'
    allowSampleCollection      = Get-Value -Key $PolicyKey -Name 'AllowSampleCollection'
    telemetryProxyServer       = Get-Value -Key $DataKey -Name 'TelemetryProxyServer'
    disableEnterpriseAuthProxy = Get-Value -Key $DataKey -Name 'DisableEnterpriseAuthProxy'
    proxyServer                = Get-Value -Key $DefenderKey -Name 'ProxyServer'
    lastErrors                 = $lastErrors
    logUnreadable              = $logUnreadable
}
Write-Output (ConvertTo-Json -Compress -InputObject $status)
