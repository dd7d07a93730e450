<#
.SYNOPSIS
    Brings Microsoft Defender for Endpoint to this server, or says why not and changes nothing.
.DESCRIPTION
    The install command of the application that Garrison makes in Configuration Manager. On Windows Server
    2012 R2 and 2016 it runs Microsoft's install.ps1, which must lie unaltered beside this file with md4ws.msi.
    Then, on every version, it writes the proven content of the onboarding package; no script of the portal runs.

    It succeeds only when the sensor itself reports that it is onboarded to the tenant asked for. Every exit code is
    in docs/reference/server-scripts.md of Garrison. One log, readable with CMTrace: Install-DefenderForEndpoint.log, in
    the log folder of the Configuration Manager client, or in %ProgramData%\Garrison where there is no client.
.LINK
    https://learn.microsoft.com/defender-endpoint/onboard-server
.LINK
    https://github.com/microsoft/mdefordownlevelserver
#>
[CmdletBinding(PositionalBinding = $false)]
param(
    # The tenant's organisation id, as in the onboarding package. Required.
    [string] $OrgId = '',
    # active or passive: what Microsoft Defender Antivirus shall be on this server. Required. For passive
    # Set-DefenderAntivirusMode.ps1 must have run before.
    [string] $Antivirus = '',
    # What the onboarding package writes as OnboardingInfo. Relative paths start at the folder of this file.
    [string] $OnboardingFile = 'WindowsDefenderATP.onboarding',
    # Microsoft's install.ps1, with md4ws.msi beside it and for Windows Server 2016 UpdatePlatform.exe too.
    [string] $InstallScript = 'install.ps1',
    # The SHA-256 of install.ps1 and of md4ws.msi, as 64 digits. Not compared when not given.
    [string] $InstallScriptHash = '',
    [string] $InstallerHash = '',
    # Id of the Microsoft Monitoring Agent workspace to remove once onboarding is proven.
    [string] $Workspace = '',
    # none or all: written as AllowSampleCollection. Left alone when not given.
    [string] $SampleSharing = '',
    # HOST:PORT, written as TelemetryProxyServer for the sensor. Left alone when not given.
    [string] $SensorProxy = '',
    # http://HOST:PORT or https://HOST:PORT, written as ProxyServer for Defender Antivirus. Left alone when not given.
    [string] $AntivirusProxy = '',
    # These two together must stay below the deployment type's maximum run time.
    [double] $InstallMinutes = 40,
    [double] $ProofMinutes = 10,
    # Accepts an install.ps1 that starts Windows Installer in a way that is not known here, and so may restart the server.
    [switch] $AllowRestart,
    # By default in the log folder of the Configuration Manager client.
    [string] $LogPath = ''
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$StartAgainSeconds = 10

# Application control (WDAC, AppLocker) lets an untrusted script start and then forbids most of what it does.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    Write-Output 'Application control restricts this script. Sign it with a certificate that your policy trusts.'
    exit 20013
}

$parts = @('ScriptLog.ps1', 'ServerActions.ps1', 'ServerFacts.ps1', 'AntivirusChecks.ps1', 'ReadinessChecks.ps1', 'InstallCall.ps1',
    'AgentInstallation.ps1', 'SensorOnboarding.ps1', 'PendingOnboarding.ps1')
foreach ($part in $parts) {
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

# ---- doing -----------------------------------------------------------------------------------------------------------

# The sensor's own word; and that it is the sensor of the agent, where an older one could have said it. One that was told
# to leave reports the tenant until it hears: it has to have connected since.
function Test-Proof {
    if (((Get-Tenant) -ne 'ours') -or (($kind -ne 'bundled') -and (-not (Test-AgentOnboarded)))) {
        return $false
    }
    return (-not $leaving) -or ((Get-LastConnected) -gt $since)
}

# After offboarding was undone the proof has to last: the sensor may have heard, and still be leaving by what it read before.
function Wait-Proof {
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $nextStart = $StartAgainSeconds
    $proven = $null
    while ($clock.Elapsed.TotalMinutes -lt $ProofMinutes) {
        if (-not (Test-Proof)) {
            $proven = $null
        } elseif ($null -eq $proven) {
            $proven = $clock.Elapsed
        }
        if (($null -ne $proven) -and
            ((-not $leaving) -or (($clock.Elapsed - $proven).TotalMinutes -ge ($ProofMinutes * $HoldShare)))) {
            return $true
        }
        if (($clock.Elapsed.TotalSeconds -gt $nextStart) -and ((Get-Service -Name 'Sense').Status -eq 'Stopped')) {
            $nextStart += $StartAgainSeconds
            Start-Sensor
        }
        Start-Sleep -Seconds 1
    }
    return (-not $leaving) -and (Test-Proof)
}

# install.ps1 removes the workspace before it installs and stops HealthService after the last one, which System Center
# Operations Manager may need. Here it goes last, and the service is only told to read its configuration again.
function Remove-Workspace {
    if ($Workspace -eq '') {
        return
    }
    if (-not (Test-Path -LiteralPath 'HKLM:\SOFTWARE\Classes\AgentConfigManager.MgmtSvcCfg')) {
        Write-Log -Message 'No Microsoft Monitoring Agent is installed: no workspace to remove.'
        return
    }
    try {
        $agent = New-Object -ComObject 'AgentConfigManager.MgmtSvcCfg'
        if (@($agent.GetCloudWorkspaces() | ForEach-Object { [string] $_.workspaceId }) -contains $Workspace) {
            $agent.RemoveCloudWorkspace($Workspace)
            $agent.ReloadConfiguration()
        }
        $left = @($agent.GetCloudWorkspaces() | ForEach-Object { [string] $_.workspaceId }) -contains $Workspace
    } catch {
        Write-Log -Message "$_" -Type 3
        $left = $true
    }
    if ($left) {
        Exit-Wrapper -Code $Leave.WorkspaceNotRemoved -Message "Onboarded, but workspace $Workspace is still there."
    }
    Write-Log -Message "Workspace $Workspace is gone."
}

# ---- the run ---------------------------------------------------------------------------------------------------------

Invoke-NativeRun -Script $PSCommandPath -Bound $PSBoundParameters
try {
    Assert-Administrator
    Initialize-Log -Script $PSCommandPath
    Write-Log -Message "Defender for Endpoint for tenant $OrgId, antivirus $Antivirus, from $PSScriptRoot."
    $OnboardingFile = Resolve-Content -Path $OnboardingFile
    $InstallScript = Resolve-Content -Path $InstallScript
    $InstallFolder = Split-Path -Path $InstallScript -Parent
    Test-Argument
    Exit-OnFinding
    $kind = Get-SystemKind
    $tenant = Get-Tenant
    $before = Get-OrderText
    $leaving = ($tenant -eq 'ours') -and (Test-OffboardingPending)
    if (($tenant -eq 'ours') -and (-not $leaving) -and ((@('2012R2', '2016') -notcontains $kind) -or (Test-AgentOnboarded))) {
        # What an offboarding that did not end well left: a later one would take it up.
        Remove-Item -LiteralPath "HKLM:\$MarkerKey" -Recurse -ErrorAction Ignore
        Remove-Workspace
        Exit-Wrapper -Code $Success -Message 'Already onboarded to this tenant; nothing to do.'
    }
    if ($leaving) {
        Write-Log -Message 'Onboarded to this tenant, and offboarding is pending: it is undone.' -Type 2
    } elseif ($tenant -eq 'ours') {
        Write-Log -Message 'Another sensor than that of the agent reports this tenant: the agent is installed now.' -Type 2
    }
    if ($tenant -eq 'other') {
        Exit-Wrapper -Code $Leave.OtherTenant -Message 'Onboarded to another tenant. Offboard it there first.'
    }
    if ($tenant -eq 'unknown') {
        Exit-Wrapper -Code $Leave.OtherTenant -Message 'Onboarded, but to which tenant cannot be read.'
    }
    if (Test-Path -LiteralPath "HKLM:\$MarkerKey\RestartPending") {
        Exit-Wrapper -Code $Restart -Message 'An earlier run waits for the restart.'
    }
    if ($kind -eq 'unsupported') {
        Exit-Wrapper -Code $Leave.UnsupportedSystem -Message 'This Windows is not one that can be onboarded this way.'
    }
    if ($Antivirus -eq 'active') {
        Test-ThirdPartyAntivirus
    } else {
        Test-OtherAntivirus
    }
    Test-Update -Kind $kind
    Test-Defender -Kind $kind
    Test-Content -Kind $kind
    Exit-OnFinding

    if (($kind -ne 'bundled') -and (-not ($leaving -and (Test-AgentOnboarded)))) {
        Install-Agent
        if ((Get-ServiceName) -notcontains 'Sense') {
            Exit-Wrapper -Code $Leave.SensorMissing -Message 'install.ps1 ended well and there is no service Sense. Nothing was onboarded.'
        }
    }
    # Left over from another antivirus that is gone, it would keep Defender passive with nobody on guard.
    if (($Antivirus -eq 'active') -and (-not $leaving) -and (Test-PassiveMode)) {
        Set-MachineValue -Key $PolicyKey -Name 'ForceDefenderPassiveMode' -Value 0
    }
    # A server that is onboarded gets its settings by their own application.
    if ($leaving) {
        $SensorProxy, $AntivirusProxy, $SampleSharing = '', '', ''
    }
    if ($SensorProxy -ne '') {
        Set-MachineValue -Key $DataKey -Name 'TelemetryProxyServer' -Value $SensorProxy
    }
    if ($AntivirusProxy -ne '') {
        Set-MachineValue -Key $DefenderKey -Name 'ProxyServer' -Value $AntivirusProxy
    }
    if ($SampleSharing -ne '') {
        Set-MachineValue -Key $PolicyKey -Name 'AllowSampleCollection' -Value ([int] ($SampleSharing -eq 'all'))
    }
    Grant-SensorTracing
    Set-MachineValue -Key $DataKey -Name 'DisableEnterpriseAuthProxy' -Value 1
    Register-EarlyLaunchCertificate
    if ($leaving) {
        $since = Set-OnboardingAgain
    } else {
        Set-OnboardingInfo
    }
    Start-Sensor
    if (-not (Wait-Proof)) {
        $state = Get-MachineValue -Key $StatusKey -Name 'OnboardingState'
        $seen = Get-MachineValue -Key $StatusKey -Name 'OrgId'
        $sense = (Get-Service -Name 'Sense').Status
        Write-Log -Message "OnboardingState '$state', OrgId '$seen', Sense $sense." -Type 2
        if ($leaving) {
            Exit-Wrapper -Code $Leave.NotProven -Message ("$before In $ProofMinutes minutes it was not proven that the sensor has " +
                'connected since the offboarding value was removed, and stays: it may still leave.')
        }
        Exit-Wrapper -Code $Leave.NotProven -Message "$before After $ProofMinutes minutes the sensor does not name this tenant."
    }
    if (Test-MachineValue -Key $PolicyKey -Name $OffboardingName) {
        Exit-Wrapper -Code $Leave.OnboardingFailed -Message 'The offboarding value is there again. Which tool or policy writes it?'
    }
    Update-DefenderEngine
    Remove-Item -LiteralPath "HKLM:\$MarkerKey" -Recurse -ErrorAction Ignore
    Remove-Workspace
    Exit-Wrapper -Code $Success -Message 'Onboarded; the sensor reports this tenant.'
} catch {
    Exit-Wrapper -Code $Leave.Unexpected -Message "Unexpected: $_ $($_.ScriptStackTrace)"
}
