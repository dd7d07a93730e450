<#
.SYNOPSIS
    Tells Microsoft Defender Antivirus on this server to be passive or active, or says why not and changes nothing.
.DESCRIPTION
    The install command of the application for an antivirus mode that Garrison makes in Configuration Manager. It
    writes ForceDefenderPassiveMode, 1 or 0, and reads it back; it changes nothing else. It says passive only where
    another antivirus is on guard at this moment, and active only where none runs: inventory may be days old.

    The value counts once the sensor is onboarded, so it has to be there before. What the antivirus then is, only
    AMRunningMode of Get-MpComputerStatus says: under tamper protection one that was active once stays active, and one
    that leaves passive mode may need a restart. Exit codes are in docs/reference/server-scripts.md of Garrison. One
    log, readable with CMTrace: Set-DefenderAntivirusMode.log, in the log folder of the Configuration Manager client,
    or in %ProgramData%\Garrison where there is no client.
.LINK
    https://learn.microsoft.com/defender-endpoint/microsoft-defender-antivirus-windows-server-configure
#>
[CmdletBinding(PositionalBinding = $false)]
param(
    # active or passive. Required.
    [string] $Antivirus = '',
    # By default in the log folder of the Configuration Manager client.
    [string] $LogPath = ''
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

# Application control (WDAC, AppLocker) lets an untrusted script start and then forbids most of what it does.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    Write-Output 'Application control restricts this script. Sign it with a certificate that your policy trusts.'
    exit 20013
}
foreach ($part in @('ScriptLog.ps1', 'ServerActions.ps1', 'ServerFacts.ps1', 'AntivirusChecks.ps1')) {
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

Invoke-NativeRun -Script $PSCommandPath -Bound $PSBoundParameters
try {
    Assert-Administrator
    Initialize-Log -Script $PSCommandPath
    Write-Log -Message "Antivirus mode '$Antivirus', from $PSScriptRoot."
    if (@('active', 'passive') -notcontains $Antivirus) {
        Exit-Wrapper -Code $Leave.InvalidArgument -Message "-Antivirus '$Antivirus' is neither active nor passive."
    }
    if ($Antivirus -eq 'active') {
        Test-RunningAntivirus
        $disabled = Get-MachineValue -Key $DefenderKey -Name 'DisableAntiSpyware'
        if (($null -ne $disabled) -and ($disabled -ne 0)) {
            Add-Finding -Code $Leave.DefenderDisabled -Message "A policy turns Defender off (DisableAntiSpyware $disabled)."
        }
    } else {
        Test-OtherAntivirus
    }
    Exit-OnFinding
    Set-MachineValue -Key $PolicyKey -Name 'ForceDefenderPassiveMode' -Value ([int] ($Antivirus -eq 'passive'))
} catch {
    Exit-Wrapper -Code $Leave.ModeNotSet -Message "The antivirus mode cannot be set: $_"
}
Exit-Wrapper -Code $Success -Message "The antivirus is told to be $Antivirus."
