<#
.SYNOPSIS
    What Install-DefenderForEndpoint.ps1 looks at before it changes anything. Each check adds what it finds.
#>
$LongestMinutes = 1440

# ---- the onboarding package ------------------------------------------------------------------------------------------

# The value OnboardingInfo as the package holds it; a byte order mark is not part of it.
function Get-OnboardingText {
    param([string] $Path)
    return [IO.File]::ReadAllText($Path)
}

# Empty when the file is none that onboards. The words of an error could quote it, and it is a secret.
function Get-OnboardingTenant {
    try {
        $body = Get-SignedBody -Text (Get-OnboardingText -Path $OnboardingFile)
        $fields = @(Get-FieldName -Body $body)
        if ($fields -contains 'expirationTimestamp') {
            Write-Log -Message "$OnboardingFile offboards." -Type 3
        } elseif (($fields -notcontains 'geoLocationUrl') -or ([string] $body.geoLocationUrl -eq '')) {
            Write-Log -Message "$OnboardingFile names no address of the service." -Type 3
        } else {
            return [string] $body.orgId
        }
    } catch {
        Write-Log -Message "$OnboardingFile cannot be read as an onboarding package." -Type 3
    }
    return ''
}

# ---- the checks ------------------------------------------------------------------------------------------------------

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
    $hashes = @{ InstallScriptHash = $InstallScriptHash; InstallerHash = $InstallerHash }
    foreach ($name in @($hashes.Keys | Where-Object { $hashes[$_] -notmatch '^([0-9a-fA-F]{64})?$' })) {
        Add-Finding -Code $Leave.InvalidArgument -Message "-$name '$($hashes[$name])' is not a SHA-256."
    }
    $times = @($InstallMinutes, $ProofMinutes) | Measure-Object -Minimum -Maximum
    if (($times.Minimum -le 0) -or ($times.Maximum -gt $LongestMinutes)) {
        Add-Finding -Code $Leave.InvalidArgument -Message "A time is not above 0 and at most $LongestMinutes minutes."
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
    $guards = ($Kind -eq '2016') -or (($Kind -eq 'bundled') -and ($Antivirus -eq 'active'))
    $start = Get-MachineValue -Key 'SYSTEM\CurrentControlSet\Services\WinDefend' -Name 'Start'
    if ($guards -and ($services -contains 'WinDefend') -and ($start -eq 4)) {
        Add-Finding -Code $Leave.DefenderMissing -Message 'The WinDefend service is disabled.'
    }
    $disabled = Get-MachineValue -Key $DefenderKey -Name 'DisableAntiSpyware'
    if (($null -ne $disabled) -and ($disabled -ne 0)) {
        $found = "A policy turns Defender off (DisableAntiSpyware $disabled)."
        # From platform 4.18.2208.0 on it only makes an onboarded Defender passive; install.ps1 refuses it.
        if (($Kind -eq 'bundled') -and ($Antivirus -eq 'passive')) {
            Write-Log -Message "$found With -Antivirus passive that is allowed here." -Type 2
        } else {
            Add-Finding -Code $Leave.DefenderDisabled -Message $found
        }
    }
    # Tamper protection keeps an antivirus that was active once: the value has to be there before onboarding.
    if (($Antivirus -eq 'passive') -and (-not (Test-PassiveMode))) {
        Add-Finding -Code $Leave.PassiveModeNotSet -Message 'ForceDefenderPassiveMode is not set: set it first.'
    }
}

# Whether a file is the one that was planned, where its hash was given.
function Test-Hash {
    param([string] $Path, [string] $Hash)
    if (($Hash -ne '') -and (Test-Path -LiteralPath $Path -PathType Leaf) -and
        ((Get-FileHash -LiteralPath $Path -Algorithm SHA256).Hash -ne $Hash)) {
        Add-Finding -Code $Leave.ContentIncomplete -Message "$Path is not the file that was planned: its SHA-256 is another."
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
    if ($Kind -ne 'bundled') {
        Test-Hash -Path $InstallScript -Hash $InstallScriptHash
        Test-Hash -Path (Join-Path -Path $InstallFolder -ChildPath 'md4ws.msi') -Hash $InstallerHash
    }
    if (($Kind -ne 'bundled') -and (Test-Path -LiteralPath $InstallScript -PathType Leaf) -and
        (-not $AllowRestart) -and (-not (Test-InstallCall -Path $InstallScript))) {
        Add-Finding -Code $Leave.InstallCallUnknown -Message ("$InstallScript starts Windows Installer in a way that is " +
            'not known here, so a restart cannot be excluded. -AllowRestart accepts that.')
    }
    if ((Test-Path -LiteralPath $OnboardingFile -PathType Leaf) -and ((Get-OnboardingTenant) -ne $OrgId)) {
        Add-Finding -Code $Leave.WrongOnboarding -Message "$OnboardingFile does not onboard to tenant $OrgId."
    }
}
