<#
.SYNOPSIS
    Says how Defender for Endpoint stands on this server, as one line of JSON.
.DESCRIPTION
    For a person who looks at a server, in a console there, through Run Scripts or PowerShell remoting; it needs nothing
    beside it and changes nothing. It says what 'garrison status --live' asks for through CMPivot, and besides what
    CMPivot cannot read in one question: the settings, and the last errors in the logs of Garrison's scripts.

    A value that is not there is null. The blobs that onboard and offboard are secrets: only whether they exist is read. Each name is in
    docs/reference/server-scripts.md of Garrison.
.LINK
    https://learn.microsoft.com/defender-endpoint/troubleshoot-onboarding
.LINK
    https://learn.microsoft.com/powershell/module/defender/get-mpcomputerstatus
.LINK
    https://learn.microsoft.com/powershell/module/defender/get-mppreference
#>
param(
    # How many errors of the scripts' logs are told, the last ones.
    [int] $Errors = 3,
    # Where the logs lie. By default the log folder of the Configuration Manager client, and %ProgramData%\Garrison.
    [string] $LogFolder = ''
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

# Application control (WDAC, AppLocker) lets an untrusted script start and then forbids most of what it does.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    Write-Output "{""server"":""$env:COMPUTERNAME"",""code"":20013,""message"":""Application control restricts this script.""}"
    exit 20013
}

$PolicyKey = 'SOFTWARE\Policies\Microsoft\Windows Advanced Threat Protection'
$StatusKey = 'SOFTWARE\Microsoft\Windows Advanced Threat Protection\Status'
$DataKey = 'SOFTWARE\Policies\Microsoft\Windows\DataCollection'
$DefenderKey = 'SOFTWARE\Policies\Microsoft\Windows Defender'
$SensorKey = 'SOFTWARE\Microsoft\Windows Advanced Threat Protection'
$MarkerKey = 'SOFTWARE\Garrison\DefenderForEndpoint'
$OffboardingName = '696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A'
$WindowsKey = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
$LogNames = @('Install-DefenderForEndpoint', 'Remove-DefenderForEndpoint', 'Set-DefenderAntivirusMode', 'Set-DefenderSettings')
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

# A FILETIME, as a number or as its eight bytes; nothing where it is neither, or in the future.
function Get-Time {
    param([string] $Key, [string] $Name)
    $value = Get-Value -Key $Key -Name $Name
    # Bytes come out of a function one by one.
    if (($value -is [array]) -and ($value.Length -eq 8)) {
        $value = [BitConverter]::ToInt64([byte[]] $value, 0)
    }
    $time = [long] 0
    if ([long]::TryParse([string] $value, [ref] $time) -and ($time -gt 0) -and ($time -le [DateTime]::UtcNow.ToFileTimeUtc())) {
        return $time
    }
    return $null
}

# OnboardingPending is Garrison's note of when offboarding was undone. It may stay when another tool goes on, and counts until
# the sensor has connected since and names a tenant, as for Install-DefenderForEndpoint.ps1. A run that was cut off leaves 0.
function Test-Undone {
    if ($null -eq (Get-Value -Key $MarkerKey -Name 'OnboardingPending')) {
        return $false
    }
    $since = Get-Time -Key $MarkerKey -Name 'OnboardingPending'
    $connected = Get-Time -Key $StatusKey -Name 'LastConnected'
    $tenant = [string] (Get-Value -Key $StatusKey -Name 'OrgId')
    return ($null -eq $since) -or ($null -eq $connected) -or ($connected -le $since) -or ($tenant -eq '')
}

# onboarding or offboarding, where the sensor has yet to do what a value asks for. Whether the two values exist, and never
# what they contain.
function Get-Pending {
    $machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey(
        [Microsoft.Win32.RegistryHive]::LocalMachine, [Microsoft.Win32.RegistryView]::Registry64)
    $names = @()
    $opened = $machine.OpenSubKey($PolicyKey)
    if ($null -ne $opened) {
        $names = @($opened.GetValueNames())
        $opened.Close()
    }
    if ((Get-Value -Key $StatusKey -Name 'OnboardingState') -ne 1) {
        if ($names -contains 'OnboardingInfo') {
            return 'onboarding'
        }
    } elseif (($names -contains $OffboardingName) -or (Test-Undone)) {
        return 'offboarding'
    }
    return $null
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

# KB5005292 brings the sensor to a folder of its version below ProgramData and names it in the registry. The one that
# Windows or the installer brought stays where it was.
function Get-SensorVersion {
    $folder = [string] (Get-Value -Key $SensorKey -Name 'InstallLocation')
    if (($folder -ne '') -and (Test-Path -LiteralPath $folder -PathType Container)) {
        $version = Get-Version -Path (Join-Path -Path $folder -ChildPath 'MsSense.exe')
        if ($null -ne $version) {
            return $version
        }
    }
    return Get-Version -Path "$env:ProgramFiles\Windows Defender Advanced Threat Protection\MsSense.exe"
}

# Where the scripts write, and where they write if they cannot write there.
function Get-LogFolder {
    if ($LogFolder -ne '') {
        return $LogFolder
    }
    $folder = [string] (Get-Value -Key 'SOFTWARE\Microsoft\CCM\Logging\@Global' -Name 'LogDirectory')
    if (($folder -ne '') -and (Test-Path -LiteralPath $folder -PathType Container)) {
        $folder
    }
    "$env:ProgramData\Garrison"
}

function Get-LogFile {
    foreach ($folder in @(Get-LogFolder)) {
        foreach ($name in $LogNames) {
            $log = Join-Path -Path $folder -ChildPath "$name.log"
            if (Test-Path -LiteralPath $log -PathType Leaf) {
                $log
            }
        }
    }
}

# Whoever writes it goes on writing.
function Read-Log {
    param([string] $Path)
    $sharing = [IO.FileShare]::ReadWrite -bor [IO.FileShare]::Delete
    $file = [IO.File]::Open($Path, [IO.FileMode]::Open, [IO.FileAccess]::Read, $sharing)
    $reader = New-Object -TypeName System.IO.StreamReader -ArgumentList $file
    try {
        while (-not $reader.EndOfStream) {
            $reader.ReadLine()
        }
    } finally {
        $reader.Dispose()
    }
}

# Lines that CMTrace shows in red, of all logs, by their time.
function Get-LastError {
    if ($Errors -lt 1) {
        return
    }
    $red = @()
    foreach ($log in @(Get-LogFile)) {
        $name = [IO.Path]::GetFileNameWithoutExtension($log)
        foreach ($line in @(Read-Log -Path $log)) {
            if ($line -match '^<!\[LOG\[(.*)\]LOG\]!><time="([0-9:.]+)[^"]*" date="(\d\d)-(\d\d)-(\d{4})" component="Garrison".* type="3"') {
                $text = "$($name): $($Matches[1])"
                $red += New-Object -TypeName PSObject -Property @{
                    Text = $text.Substring(0, [Math]::Min($LongestError, $text.Length))
                    Time = "$($Matches[5])-$($Matches[3])-$($Matches[4]) $($Matches[2])"
                }
            }
        }
    }
    $red | Sort-Object -Property 'Time' | Select-Object -Last $Errors | ForEach-Object { $_.Text }
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
# What the antivirus sends to Microsoft is a setting of its own, by policy, by cmdlet, or its default.
$samples = $null
if (@(Get-Command -Name 'Get-MpPreference' -ErrorAction SilentlyContinue).Count -gt 0) {
    try {
        $samples = [int] (Get-MpPreference).SubmitSamplesConsent
    } catch {
        # Where the antivirus is not there or does not run, it sends nothing, and its setting is not known.
        $samples = $null
    }
}
$mode = $null
$platform = $null
if ($null -ne $antivirus) {
    # Platforms of the first years have neither.
    $known = @($antivirus.PSObject.Properties | ForEach-Object { $_.Name })
    if ($known -contains 'AMRunningMode') {
        $mode = $antivirus.AMRunningMode
    }
    if ($known -contains 'AMProductVersion') {
        $platform = $antivirus.AMProductVersion
    }
}
# A script holds its log open while it writes: then everything else is told all the same.
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
    windowsBuild               = Get-Value -Key $WindowsKey -Name 'CurrentBuildNumber'
    installationType           = Get-Value -Key $WindowsKey -Name 'InstallationType'
    onboardingState            = Get-Value -Key $StatusKey -Name 'OnboardingState'
    pending                    = Get-Pending
    orgId                      = Get-Value -Key $StatusKey -Name 'OrgId'
    sense                      = Get-ServiceState -Name 'Sense'
    sensorVersion              = Get-SensorVersion
    winDefend                  = Get-ServiceState -Name 'WinDefend'
    runningMode                = $mode
    platformVersion            = $platform
    forceDefenderPassiveMode   = Get-Value -Key $PolicyKey -Name 'ForceDefenderPassiveMode'
    disableAntiSpyware         = Get-Value -Key $DefenderKey -Name 'DisableAntiSpyware'
    allowSampleCollection      = Get-Value -Key $PolicyKey -Name 'AllowSampleCollection'
    submitSamplesConsent       = $samples
    telemetryProxyServer       = Get-Value -Key $DataKey -Name 'TelemetryProxyServer'
    disableEnterpriseAuthProxy = Get-Value -Key $DataKey -Name 'DisableEnterpriseAuthProxy'
    proxyServer                = Get-Value -Key $DefenderKey -Name 'ProxyServer'
    lastErrors                 = $lastErrors
    logUnreadable              = $logUnreadable
}
Write-Output (ConvertTo-Json -Compress -InputObject $status)
