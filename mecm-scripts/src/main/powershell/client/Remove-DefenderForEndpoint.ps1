<#
.SYNOPSIS
    Takes Microsoft Defender for Endpoint off this server, or says why not and changes nothing.
.DESCRIPTION
    The install command of the application for offboarding that Garrison makes in Configuration Manager. It writes the
    proven content of the offboarding package, which tells the sensor to leave its tenant; no script of the portal runs.

    An antivirus can be passive only while the server is onboarded, so for such a server -AfterOffboarding says what comes:
    keep-other       Defender Antivirus becomes active beside the other antivirus.
    disable          the feature Windows-Defender is disabled (2016 and later), which needs a restart.
    uninstall-agent  the agent of 2012 R2 and 2016 is uninstalled; 2012 R2 then has no Defender, and elsewhere an antivirus
                     that was passive is disabled as well. Later systems keep the sensor, it is theirs.

    It succeeds only when the sensor itself no longer reports that it is onboarded. The sensor asks the service before
    it leaves, so the server has to be online. Every exit code is in docs/reference/server-scripts.md of Garrison. One
    log, readable with CMTrace: Remove-DefenderForEndpoint.log, in the log folder of the Configuration Manager client,
    or in %ProgramData%\Garrison where there is no client.
.LINK
    https://learn.microsoft.com/defender-endpoint/offboard-machines
#>
[CmdletBinding(PositionalBinding = $false)]
param(
    # The organisation id of the tenant that is left, as in the offboarding package. Required.
    [string] $OrgId = '',
    # What the offboarding package writes. Relative paths start at the folder of this file.
    [string] $OffboardingFile = 'WindowsDefenderATP.offboarding',
    # What becomes of the antivirus and the agent: keep-other, disable or uninstall-agent. Required where the antivirus is
    # passive; without it the agent stays.
    [string] $AfterOffboarding = '',
    # Names of servers, with commas between, that may be left without any antivirus.
    [string] $WithoutAntivirus = '',
    # The first one twice and the second one must stay below the deployment type's maximum run time.
    [double] $ProofMinutes = 10,
    [double] $UninstallMinutes = 30,
    # By default in the log folder of the Configuration Manager client.
    [string] $LogPath = ''
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$PendingName = 'UninstallPending'
$FeatureName = 'FeaturePending'

# Application control (WDAC, AppLocker) lets an untrusted script start and then forbids most of what it does.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    Write-Output 'Application control restricts this script. Sign it with a certificate that your policy trusts.'
    exit 20013
}

foreach ($part in @('ScriptLog.ps1', 'ServerActions.ps1', 'ServerFacts.ps1', 'AntivirusChecks.ps1', 'PendingOnboarding.ps1')) {
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

# ---- the offboarding package -----------------------------------------------------------------------------------------

# Its words are never logged: an error could quote them.
function Get-OffboardingBody {
    try {
        $body = Get-SignedBody -Text ([IO.File]::ReadAllText($OffboardingFile))
        # A body that is no object has neither of them.
        if (([string] $body.orgId -eq '') -or (@([int], [long]) -notcontains $body.expirationTimestamp.GetType())) {
            throw 'It names no tenant, or no end.'
        }
        $null = [DateTime]::FromFileTimeUtc($body.expirationTimestamp)
        return $body
    } catch {
        Exit-Wrapper -Code $Leave.WrongOffboarding -Message "$OffboardingFile cannot be read. $unchanged"
    }
}

# The sensor refuses a package that has ended; the server says so first, in its own words.
function Test-Package {
    if (-not (Test-Path -LiteralPath $OffboardingFile -PathType Leaf)) {
        Exit-Wrapper -Code $Leave.ContentIncomplete -Message "$OffboardingFile is missing. $unchanged"
    }
    $body = Get-OffboardingBody
    $fields = @(Get-FieldName -Body $body)
    if (($fields -notcontains 'orgId') -or ($fields -notcontains 'expirationTimestamp') -or ($body.orgId -ne $OrgId)) {
        Exit-Wrapper -Code $Leave.WrongOffboarding -Message "The package is of another tenant. $unchanged"
    }
    $end = [DateTime]::FromFileTimeUtc([long] $body.expirationTimestamp)
    if ($end -le [DateTime]::UtcNow) {
        $day = $end.ToString('yyyy-MM-dd', [Globalization.CultureInfo]::InvariantCulture)
        Exit-Wrapper -Code $Leave.OffboardingExpired -Message "The package ended on $day. $unchanged"
    }
}

# What the script of the portal does: the value that onboards goes first, so that the sensor never sees both.
function Set-OffboardingValue {
    $text = [IO.File]::ReadAllText($OffboardingFile)
    try {
        $key = [Microsoft.Win32.Registry]::LocalMachine.CreateSubKey($PolicyKey)
        $key.DeleteValue('OnboardingInfo', $false)
        $key.SetValue($OffboardingName, $text, [Microsoft.Win32.RegistryValueKind]::String)
        $key.Close()
    } catch {
        Exit-Wrapper -Code $Leave.OffboardingFailed -Message "The offboarding value cannot be written: $_"
    }
    $written = [string] (Get-MachineValue -Key $PolicyKey -Name $OffboardingName)
    if (($written -cne $text) -or ($null -ne (Get-MachineValue -Key $PolicyKey -Name 'OnboardingInfo'))) {
        Exit-Wrapper -Code $Leave.OffboardingFailed -Message 'The offboarding value was written and does not read back.'
    }
    Write-Log -Message "Offboarding value written from $OffboardingFile."
}

# An antivirus that is passive becomes active when the server is offboarded.
function Assert-Answer {
    if ($passive -and ($AfterOffboarding -eq '')) {
        Exit-Wrapper -Code $Leave.PassiveWithoutAnswer -Message ('Its antivirus is passive, which ends with offboarding: ' +
            "-AfterOffboarding has to say what then becomes of it. $unchanged")
    }
}

# Only the sensor's own word counts.
function Wait-Departure {
    $clock = [Diagnostics.Stopwatch]::StartNew()
    while ($clock.Elapsed.TotalMinutes -lt $ProofMinutes) {
        if ((Get-Tenant) -eq 'none') {
            return $true
        }
        Start-Sleep -Seconds 1
    }
    return (Get-Tenant) -eq 'none'
}

# Detection waits for the first, so that an agent that stays, or a sensor that may still onboard, is not taken for success
# in a later run.
function Set-Note {
    if (($AfterOffboarding -ne '') -or ($tenant -eq 'none')) {
        Set-MachineValue -Key $MarkerKey -Name $PendingName -Value 1
    }
    if ($disables) {
        Set-MachineValue -Key $MarkerKey -Name $FeatureName -Value 1
    } else {
        Remove-MachineValue -Key $MarkerKey -Name $FeatureName
    }
}

function Invoke-Offboarding {
    Assert-Answer
    Test-Package
    if ((Get-ServiceName) -notcontains 'Sense') {
        Exit-Wrapper -Code $Leave.SensorMissing -Message ('There is no service Sense to take the package: another sensor ' +
            "reports the tenant. $unchanged")
    }
    Set-Note
    Set-OffboardingValue
    # From here on the value says it.
    Remove-MachineValue -Key $MarkerKey -Name $OrderNote
    Start-Sensor
    if (-not (Wait-Departure)) {
        $sense = (Get-Service -Name 'Sense').Status
        Write-Log -Message "The sensor still reports the tenant, Sense is $sense." -Type 2
        Exit-Wrapper -Code $Leave.NotOffboarded -Message "$before Still onboarded after $ProofMinutes minutes."
    }
    Clear-OnboardingRead
}

# ---- the agent -------------------------------------------------------------------------------------------------------

# The product code changes with each build of the installer, so it is looked up here.
function Get-AgentProduct {
    return @(Get-UninstallEntry |
        Where-Object { $_.GetValue('DisplayName') -match $AgentPattern } |
        Where-Object { $_.PSChildName -match '^\{[0-9A-Fa-f-]{36}\}$' } |
        ForEach-Object { $_.PSChildName })
}

# The service is set to manual some seconds after the state has changed, and the installer looks at that.
function Wait-SensorManual {
    $clock = [Diagnostics.Stopwatch]::StartNew()
    while (($clock.Elapsed.TotalSeconds -lt 60) -and ((Get-MachineValue -Key $SenseKey -Name 'Start') -eq 2)) {
        Start-Sleep -Seconds 1
    }
}

# The exit code to leave with.
function Uninstall-Agent {
    Wait-SensorManual
    $result = $Success
    $program = "$env:SystemRoot\System32\msiexec.exe"
    foreach ($product in @(Get-AgentProduct)) {
        $arguments = "/x $product /quiet /norestart"
        if ($script:LogReady) {
            $arguments += " /lvx*+ ""$([IO.Path]::ChangeExtension($LogPath, '.msi.log'))"""
        }
        $code = Invoke-Program -Path $program -Arguments $arguments -Minutes $UninstallMinutes
        if ($null -eq $code) {
            Write-Log -Message "After $UninstallMinutes minutes the installer still runs." -Type 2
        }
        if ($code -eq 1618) {
            Exit-Wrapper -Code $code -Message 'Another installation is running; Configuration Manager tries again.'
        }
        if (@(3010, 1641) -contains $code) {
            $result = $Restart
        }
    }
    if (@(Get-AgentProduct).Count -gt 0) {
        Exit-Wrapper -Code $Leave.AgentNotRemoved -Message 'Offboarded, but the agent is still installed.'
    }
    return $result
}

# ---- the antivirus ---------------------------------------------------------------------------------------------------

# Defender may go only where another antivirus is on guard at this moment, or where it was agreed for this server.
function Test-Guard {
    if (@($WithoutAntivirus.Split(',') | Where-Object { $_ -and (Test-ThisServer -Name $_) }).Count -gt 0) {
        Write-Log -Message 'This server may be left without any antivirus.' -Type 2
        return
    }
    Test-OtherAntivirus
    Exit-OnFinding
}

# On 2016 and later the antivirus is a feature of Windows, and active again once it may no longer be passive. The exit
# code to leave with.
function Disable-Antivirus {
    $feature = 'Windows-Defender'
    $state = 'unknown'
    try {
        $state = [string] (Get-WindowsOptionalFeature -Online -FeatureName $feature).State
        if ($state -eq 'Enabled') {
            Write-Log -Message "Disabling the feature $feature."
            $null = Disable-WindowsOptionalFeature -Online -FeatureName $feature -NoRestart
            $state = [string] (Get-WindowsOptionalFeature -Online -FeatureName $feature).State
        }
    } catch {
        Write-Log -Message "The feature $feature cannot be disabled: $_" -Type 3
    }
    Write-Log -Message "The feature $feature is $state."
    if ($state -eq 'DisablePending') {
        return $Restart
    }
    if (@('Disabled', 'DisabledWithPayloadRemoved') -contains $state) {
        return $Success
    }
    # What the installer asked for may be what is missing; the run after the restart goes on.
    if ($results -contains $Restart) {
        Exit-Wrapper -Code $Restart -Message 'A restart is needed; the run after it disables the feature.'
    }
    Exit-Wrapper -Code $Leave.FeatureNotRemoved -Message "Offboarded, but the feature $feature is still $state."
}

# ---- the run ---------------------------------------------------------------------------------------------------------

Invoke-NativeRun -Script $PSCommandPath -Bound $PSBoundParameters
try {
    Assert-Administrator
    Initialize-Log -Script $PSCommandPath
    Write-Log -Message "Defender for Endpoint leaves tenant $OrgId, afterwards '$AfterOffboarding', from $PSScriptRoot."
    if (($OrgId -notmatch $GuidPattern) -or ($ProofMinutes -le 0) -or ($UninstallMinutes -le 0)) {
        Exit-Wrapper -Code $Leave.InvalidArgument -Message "-OrgId '$OrgId' is no GUID, or a time is too short."
    }
    if (@('', 'keep-other', 'disable', 'uninstall-agent') -notcontains $AfterOffboarding) {
        Exit-Wrapper -Code $Leave.InvalidArgument -Message ("-AfterOffboarding '$AfterOffboarding' is none of keep-other, " +
            'disable and uninstall-agent.')
    }
    $OffboardingFile = Resolve-Content -Path $OffboardingFile
    $kind = Get-SystemKind
    if ($kind -eq 'unsupported') {
        Exit-Wrapper -Code $Leave.UnsupportedSystem -Message 'This Windows is not one that Garrison onboards.'
    }
    if (($kind -eq '2012R2') -and ($AfterOffboarding -eq 'disable')) {
        Exit-Wrapper -Code $Leave.InvalidArgument -Message ('Windows Server 2012 R2 has no feature Windows-Defender: ' +
            'only uninstall-agent takes the antivirus away. Nothing was changed.')
    }
    $tenant = Get-Tenant
    if (@('other', 'unknown') -contains $tenant) {
        Exit-Wrapper -Code $Leave.OtherTenant -Message 'Onboarded to another tenant, or to one that cannot be read.'
    }
    if (($tenant -eq 'none') -and ((Get-OnboardingOwner) -eq 'other')) {
        Exit-Wrapper -Code $Leave.OtherTenant -Message ('OnboardingInfo of another tenant, or one that cannot be read, waits for ' +
            'the sensor. Nothing was changed.')
    }
    $before = Get-OrderText
    $unchanged = 'Nothing was changed.'
    $passive = Test-PassiveMode
    if ($tenant -eq 'ours') {
        Assert-Answer
    }
    $uninstalls = ($AfterOffboarding -eq 'uninstall-agent') -and ($kind -ne 'bundled')
    $disables = ($AfterOffboarding -eq 'disable') -or (($AfterOffboarding -eq 'uninstall-agent') -and
        ($kind -ne '2012R2') -and ($passive -or
            (($tenant -eq 'none') -and ((Get-MachineValue -Key $MarkerKey -Name $FeatureName) -eq 1))))
    if ($disables -or ($uninstalls -and ($kind -eq '2012R2'))) {
        Test-Guard
    }
    if (($tenant -eq 'none') -and (Test-OnboardingPending)) {
        Set-Note
        Undo-Onboarding
        $unchanged = 'OnboardingInfo was removed.'
        Watch-Withdrawal
        $tenant = Get-Tenant
        if (@('other', 'unknown') -contains $tenant) {
            Exit-Wrapper -Code $Leave.NotOffboarded -Message ("$before Meanwhile the sensor onboarded to another " +
                'tenant, or to one that cannot be read.')
        }
    }
    if ($tenant -eq 'ours') {
        Invoke-Offboarding
    }
    $results = @($Success)
    if ($uninstalls) {
        $results += Uninstall-Agent
    }
    if ($disables) {
        $results += Disable-Antivirus
    }
    # Without onboarding the value has no effect, and it would come into force with the next one.
    if ($AfterOffboarding -ne '') {
        Remove-MachineValue -Key $PolicyKey -Name 'ForceDefenderPassiveMode'
    }
    if ($passive -and ($AfterOffboarding -eq 'keep-other')) {
        Write-Log -Message 'Defender Antivirus becomes active beside the other antivirus.' -Type 2
    }
    Assert-NoOnboardingInfo
    foreach ($note in @($FeatureName, $OrderNote, $PendingName)) {
        Remove-MachineValue -Key $MarkerKey -Name $note
    }
    Exit-Wrapper -Code ($results | Measure-Object -Maximum).Maximum -Message 'The sensor reports to no tenant.'
} catch {
    Exit-Wrapper -Code $Leave.Unexpected -Message "Unexpected: $_ $($_.ScriptStackTrace)"
}
