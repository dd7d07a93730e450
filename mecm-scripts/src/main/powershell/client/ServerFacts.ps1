<#
.SYNOPSIS
    What Garrison's scripts read on a server. Nothing here depends on its language, and nothing is changed.
#>
$UninstallKeys = @(
    'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall',
    'HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall'
)
$SenseKey = 'SYSTEM\CurrentControlSet\Services\Sense'
$AgentPattern = '^Microsoft Defender for (Endpoint|Windows Server)$'

function Get-FileVersion {
    param([string] $Path)
    if (-not (Test-Path -LiteralPath $Path -PathType Leaf)) {
        return New-Object -TypeName System.Version -ArgumentList 0, 0, 0, 0
    }
    $parts = [Diagnostics.FileVersionInfo]::GetVersionInfo($Path)
    $numbers = @($parts.FileMajorPart, $parts.FileMinorPart, $parts.FileBuildPart, $parts.FilePrivatePart)
    return New-Object -TypeName System.Version -ArgumentList $numbers
}

function Get-ServiceName {
    return @(Get-Service | ForEach-Object { $_.Name })
}

function Get-RunningService {
    return @(Get-Service | Where-Object { $_.Status -eq 'Running' } | ForEach-Object { $_.Name })
}

function Get-UninstallEntry {
    $existing = @($UninstallKeys | Where-Object { Test-Path -LiteralPath $_ })
    return @(Get-ChildItem -LiteralPath $existing)
}

function Get-ProgramName {
    return @(Get-UninstallEntry | ForEach-Object { $_.GetValue('DisplayName') } | Where-Object { $_ })
}

# The agent of Windows Server 2012 R2 and 2016. The sensor that the Microsoft Monitoring Agent brings has no such entry.
function Test-AgentInstalled {
    $programs = @(Get-ProgramName | Where-Object { $_ -match $AgentPattern })
    return ($programs.Count -gt 0) -and ((Get-ServiceName) -contains 'Sense')
}

# It starts by itself once it is onboarded, and install.ps1 looks at the same value.
function Test-AgentOnboarded {
    return (Test-AgentInstalled) -and ((Get-MachineValue -Key $SenseKey -Name 'Start') -eq 2)
}

# ours, other, unknown (onboarded, but no tenant can be read) or none.
function Get-Tenant {
    if ((Get-MachineValue -Key $StatusKey -Name 'OnboardingState') -ne 1) {
        return 'none'
    }
    $tenant = [string] (Get-MachineValue -Key $StatusKey -Name 'OrgId')
    if ($tenant -eq '') {
        return 'unknown'
    }
    if ($tenant -eq $OrgId) {
        return 'ours'
    }
    return 'other'
}

function Test-PassiveMode {
    return (Get-MachineValue -Key $PolicyKey -Name 'ForceDefenderPassiveMode') -eq 1
}

# 2012R2 and 2016 (install.ps1 brings the sensor), bundled (the sensor is part of Windows) or unsupported.
function Get-SystemKind {
    $windows = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $build = [int] (Get-MachineValue -Key $windows -Name 'CurrentBuildNumber')
    $installation = [string] (Get-MachineValue -Key $windows -Name 'InstallationType')
    $edition = [string] (Get-MachineValue -Key $windows -Name 'EditionID')
    Write-Log -Message "Windows build $build, $installation, $edition."
    $server = (@('Server', 'Server Core') -contains $installation) -and ($edition -ne 'ServerHyperCore')
    if (-not ($server -and [Environment]::Is64BitOperatingSystem)) {
        return 'unsupported'
    }
    if ($build -eq 9600) {
        return '2012R2'
    }
    if ($build -eq 14393) {
        return '2016'
    }
    if ($build -ge 17134) {
        return 'bundled'
    }
    return 'unsupported'
}
