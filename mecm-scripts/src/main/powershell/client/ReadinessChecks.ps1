<#
.SYNOPSIS
    What Install-DefenderForEndpoint.ps1 and Remove-DefenderForEndpoint.ps1 read on a server before they change
    anything. Both load this one.
#>
$UninstallKeys = @(
    'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall',
    'HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall'
)
$ProxyPattern = '[A-Za-z0-9][A-Za-z0-9.-]*:[0-9]{1,5}'
$GuidPattern = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'

# ---- reading the server; nothing here depends on its language --------------------------------------------------------

function Get-MachineValue {
    param([string] $Key, [string] $Name)
    return [Microsoft.Win32.Registry]::GetValue("HKEY_LOCAL_MACHINE\$Key", $Name, $null)
}

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

function Get-ProgramName {
    $existing = $UninstallKeys | Where-Object { Test-Path -LiteralPath $_ }
    return @(Get-ChildItem -LiteralPath $existing | ForEach-Object { $_.GetValue('DisplayName') } | Where-Object { $_ })
}

function Test-AgentInstalled {
    $programs = @(Get-ProgramName | Where-Object { $_ -match '^Microsoft Defender for (Endpoint|Windows Server)$' })
    return ($programs.Count -gt 0) -and ((Get-ServiceName) -contains 'Sense')
}

# The value OnboardingInfo as the package holds it; a byte order mark is not part of it.
function Get-OnboardingText {
    param([string] $Path)
    return [IO.File]::ReadAllText($Path)
}

# Empty when the file is none that onboards. The words of an error could quote it, and it is a secret.
function Get-OnboardingTenant {
    try {
        $body = (Get-OnboardingText -Path $OnboardingFile | ConvertFrom-Json).body | ConvertFrom-Json
        if ($null -eq $body.PSObject.Properties['expirationTimestamp']) {
            return [string] $body.orgId
        }
        Write-Log -Message "$OnboardingFile offboards." -Type 3
    } catch {
        Write-Log -Message "$OnboardingFile cannot be read as an onboarding package." -Type 3
    }
    return ''
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

# ---- checks: each adds what it finds, none changes anything ----------------------------------------------------------

function Test-Argument {
    if ($OrgId -notmatch $GuidPattern) {
        Add-Finding -Code $Leave.InvalidArgument -Message "-OrgId '$OrgId' is not a GUID."
    }
    if (@('active', 'passive') -notcontains $Antivirus) {
        Add-Finding -Code $Leave.InvalidArgument -Message "-Antivirus '$Antivirus' is neither active nor passive."
    }
    if (@('', 'none', 'all') -notcontains $SampleSharing) {
        Add-Finding -Code $Leave.InvalidArgument -Message "-SampleSharing '$SampleSharing' is neither none nor all."
    }
    if (($Workspace -ne '') -and ($Workspace -notmatch $GuidPattern)) {
        Add-Finding -Code $Leave.InvalidArgument -Message "-Workspace '$Workspace' is not a GUID."
    }
    if (($SensorProxy -ne '') -and ($SensorProxy -notmatch "^$ProxyPattern`$")) {
        Add-Finding -Code $Leave.InvalidArgument -Message "-SensorProxy '$SensorProxy' is not HOST:PORT."
    }
    if (($AntivirusProxy -ne '') -and ($AntivirusProxy -notmatch "^https?://$ProxyPattern`$")) {
        Add-Finding -Code $Leave.InvalidArgument -Message "-AntivirusProxy '$AntivirusProxy' is not http(s)://HOST:PORT."
    }
    if ((@($InstallMinutes, $ProofMinutes) | Measure-Object -Minimum).Minimum -lt 1) {
        Add-Finding -Code $Leave.InvalidArgument -Message 'A time is below one minute.'
    }
}

# One product a line: service;NAME;PRODUCT or program;DISPLAY NAME;PRODUCT, with * as wildcard. An unreadable list is
# never taken for "no antivirus".
function Test-ThirdPartyAntivirus {
    $list = Join-Path -Path $PSScriptRoot -ChildPath 'ThirdPartyAntivirus.txt'
    if (-not (Test-Path -LiteralPath $list -PathType Leaf)) {
        Add-Finding -Code $Leave.ContentIncomplete -Message "$list is missing: other antivirus cannot be recognised."
        return
    }
    $names = @{ service = @(Get-ServiceName); program = @(Get-ProgramName) }
    foreach ($line in [IO.File]::ReadAllLines($list)) {
        $text = $line.Trim()
        if (($text -eq '') -or $text.StartsWith('#')) {
            continue
        }
        $fields = $text.Split(';')
        if (($fields.Count -ne 3) -or (-not $names.ContainsKey($fields[0]))) {
            Add-Finding -Code $Leave.ContentIncomplete -Message "$list has a line that is not understood: $text"
            continue
        }
        foreach ($name in @($names[$fields[0]] | Where-Object { $_ -like $fields[1] })) {
            Add-Finding -Code $Leave.ThirdPartyAntivirus -Message "$($fields[2]) is installed ($($fields[0]) '$name')."
        }
    }
}

# The floors are those of install.ps1, which would download what is missing.
function Test-Update {
    param([string] $Kind)
    $system = "$env:SystemRoot\System32"
    $floors = @()
    if ($Kind -eq '2012R2') {
        $floors += , @("$system\ucrtbase.dll", '0.0.0.1', 'KB2999226')
        $floors += , @("$system\tdh.dll", '6.3.9600.17958', 'KB3080149')
        $floors += , @("$system\ntoskrnl.exe", '6.3.9600.17736', 'KB3045999')
    }
    if ($Kind -eq '2016') {
        $floors += , @("$system\ntoskrnl.exe", '10.0.14393.2515', 'KB4457127 or a later cumulative update')
    }
    foreach ($floor in $floors) {
        $version = Get-FileVersion -Path $floor[0]
        if ($version -lt [version] $floor[1]) {
            Add-Finding -Code $Leave.UpdateMissing -Message "$($floor[2]) is missing: $($floor[0]) is $version."
        }
    }
}

function Test-Defender {
    param([string] $Kind)
    $services = Get-ServiceName
    if (($Kind -eq 'bundled') -and ($services -notcontains 'Sense')) {
        Add-Finding -Code $Leave.DefenderMissing -Message 'The Sense service is missing. It is part of this Windows.'
    }
    if (($Kind -eq 'bundled') -and ($Antivirus -eq 'active') -and ($services -notcontains 'WinDefend')) {
        Add-Finding -Code $Leave.DefenderMissing -Message 'The Windows-Defender feature is not installed.'
    }
    if ($Kind -eq '2016') {
        $state = [string] (Get-WindowsOptionalFeature -Online -FeatureName 'Windows-Defender').State
        if ($state -ne 'Enabled') {
            Add-Finding -Code $Leave.DefenderMissing -Message "The Windows-Defender feature is $state, not Enabled."
        }
    }
    $disabled = Get-MachineValue -Key $DefenderKey -Name 'DisableAntiSpyware'
    if (($null -ne $disabled) -and ($disabled -ne 0)) {
        Add-Finding -Code $Leave.DefenderDisabled -Message "A policy turns Defender off (DisableAntiSpyware $disabled)."
    }
    # Tamper protection keeps an antivirus that was active once: the value has to be there before onboarding.
    if (($Antivirus -eq 'passive') -and (-not (Test-PassiveMode))) {
        Add-Finding -Code $Leave.PassiveModeNotSet -Message 'ForceDefenderPassiveMode is not set: set it first.'
    }
}

function Test-Content {
    param([string] $Kind)
    $needed = @($OnboardingFile)
    if ($Kind -ne 'bundled') {
        $needed += @($InstallScript, (Join-Path -Path $InstallFolder -ChildPath 'md4ws.msi'))
    }
    # Without it install.ps1 downloads it, and without internet it gives up.
    if ($Kind -eq '2016') {
        $needed += Join-Path -Path $InstallFolder -ChildPath 'UpdatePlatform.exe'
    }
    foreach ($file in @($needed | Where-Object { -not (Test-Path -LiteralPath $_ -PathType Leaf) })) {
        Add-Finding -Code $Leave.ContentIncomplete -Message "$file is missing."
    }
    if ((Test-Path -LiteralPath $OnboardingFile -PathType Leaf) -and ((Get-OnboardingTenant) -ne $OrgId)) {
        Add-Finding -Code $Leave.WrongOnboarding -Message "$OnboardingFile does not onboard to tenant $OrgId."
    }
}
