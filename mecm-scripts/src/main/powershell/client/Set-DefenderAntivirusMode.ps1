<#
.SYNOPSIS
    Tells Microsoft Defender Antivirus on this server to be passive or active.
.DESCRIPTION
    The install command of the application for an antivirus mode that Garrison makes in Configuration Manager. It
    writes ForceDefenderPassiveMode, 1 or 0, and reads it back; it needs nothing beside it and changes nothing else.

    The value counts once the sensor is onboarded, so it has to be there before. What the antivirus then is, only
    AMRunningMode of Get-MpComputerStatus says: under tamper protection one that was active once stays active, and one
    that leaves passive mode may need a restart. Exit codes are in docs/operations.md of Garrison.
.LINK
    https://learn.microsoft.com/defender-endpoint/microsoft-defender-antivirus-windows-server-configure
#>
param(
    # active or passive. Required.
    [string] $Antivirus = ''
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$Leave = @{
    InvalidArgument      = 20001
    ConstrainedLanguage  = 20013
    ModeNotSet           = 20030
}

if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    Write-Output 'Application control restricts this script. Sign it with a certificate that your policy trusts.'
    exit $Leave.ConstrainedLanguage
}
if (@('active', 'passive') -notcontains $Antivirus) {
    Write-Output "-Antivirus '$Antivirus' is neither active nor passive."
    exit $Leave.InvalidArgument
}
$value = [int] ($Antivirus -eq 'passive')
try {
    # A 32-bit caller would see another part of the registry.
    $machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey(
        [Microsoft.Win32.RegistryHive]::LocalMachine, [Microsoft.Win32.RegistryView]::Registry64)
    $key = $machine.CreateSubKey('SOFTWARE\Policies\Microsoft\Windows Advanced Threat Protection')
    $key.SetValue('ForceDefenderPassiveMode', $value, [Microsoft.Win32.RegistryValueKind]::DWord)
    $written = $key.GetValue('ForceDefenderPassiveMode')
} catch {
    Write-Output "ForceDefenderPassiveMode cannot be written: $_"
    exit $Leave.ModeNotSet
}
if ($written -ne $value) {
    Write-Output "ForceDefenderPassiveMode was written and reads back as '$written'. Does a policy hold it?"
    exit $Leave.ModeNotSet
}
Write-Output "ForceDefenderPassiveMode set to $value, antivirus $Antivirus."
exit 0
