<#
.SYNOPSIS
    Brings Microsoft Defender for Endpoint to this server, or says why not and changes nothing.
.DESCRIPTION
    The install command of the application that Garrison makes in Configuration Manager. On Windows Server
    2012 R2 and 2016 it runs Microsoft's install.ps1, which must lie unaltered beside this file with md4ws.msi.
    Then, on every version, it writes the proven content of the onboarding package; no script of the portal runs.

    It succeeds only when the sensor itself reports that it is onboarded to the tenant asked for. Every exit code is
    in docs/operations.md of Garrison. One log, readable with CMTrace:
    %ProgramData%\Garrison\Install-DefenderForEndpoint.log
.LINK
    https://learn.microsoft.com/defender-endpoint/onboard-server
.LINK
    https://github.com/microsoft/mdefordownlevelserver
#>
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
    # Id of the Microsoft Monitoring Agent workspace to remove once onboarding is proven.
    [string] $Workspace = '',
    # none or all: written as AllowSampleCollection. Left alone when not given.
    [string] $SampleSharing = '',
    # HOST:PORT, written as TelemetryProxyServer for the sensor. Left alone when not given.
    [string] $SensorProxy = '',
    # http://HOST:PORT or https://HOST:PORT, written as ProxyServer for Defender Antivirus. Left alone when not given.
    [string] $AntivirusProxy = '',
    # These two together must stay below the deployment type's maximum run time.
    [int] $InstallMinutes = 40,
    [int] $ProofMinutes = 10,
    [string] $LogPath = "$env:ProgramData\Garrison\Install-DefenderForEndpoint.log"
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

# Above 16000 Windows gives a number no text of its own, so no console explains ours wrongly.
$Leave = @{
    InvalidArgument      = 20001
    NotAdministrator     = 20002
    OtherTenant          = 20003
    ThirdPartyAntivirus  = 20004
    UnsupportedSystem    = 20005
    UpdateMissing        = 20006
    DefenderMissing      = 20007
    DefenderDisabled     = 20008
    ContentIncomplete    = 20009
    WrongOnboarding      = 20010
    PassiveModeNotSet    = 20011
    UntrustedLogFolder   = 20012
    ConstrainedLanguage  = 20013
    InstallOverran       = 20020
    OnboardingFailed     = 20021
    NotProven            = 20022
    WorkspaceNotRemoved  = 20023
    Unexpected           = 20099
}

# Application control (WDAC, AppLocker) lets an untrusted script start and then forbids most of what it does.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    Write-Output 'Application control restricts this script. Sign it with a certificate that your policy trusts.'
    exit $Leave.ConstrainedLanguage
}

$PolicyKey = 'SOFTWARE\Policies\Microsoft\Windows Advanced Threat Protection'
$DefenderKey = 'SOFTWARE\Policies\Microsoft\Windows Defender'
$StatusKey = 'SOFTWARE\Microsoft\Windows Advanced Threat Protection\Status'
$MarkerKey = 'SOFTWARE\Garrison\DefenderForEndpoint'
$PowerShellTail = 'WindowsPowerShell\v1.0\powershell.exe'
$script:Findings = New-Object System.Collections.ArrayList

foreach ($part in @('ServerActions.ps1', 'ReadinessChecks.ps1', 'SensorOnboarding.ps1')) {
    $path = Join-Path -Path $PSScriptRoot -ChildPath $part
    if (-not (Test-Path -LiteralPath $path -PathType Leaf)) {
        Write-Output "$path is missing."
        exit $Leave.ContentIncomplete
    }
    try {
        . $path
    } catch {
        Write-Output "$path cannot be loaded: $_"
        exit $Leave.Unexpected
    }
}

# ---- findings --------------------------------------------------------------------------------------------------------

function Add-Finding {
    param([int] $Code, [string] $Message)
    Write-Log -Message $Message -Type 3
    $null = $script:Findings.Add($Code)
}

# All findings are in the log; the first one gives the exit code.
function Exit-OnFinding {
    if ($script:Findings.Count -gt 0) {
        Exit-Wrapper -Code $script:Findings[0] -Message 'Nothing was changed.'
    }
}

# ---- doing -----------------------------------------------------------------------------------------------------------

# A key that lives until the next restart only, and a value that tells the run after it where to go on.
function Set-RestartMarker {
    Set-MachineValue -Key $MarkerKey -Name 'Installed' -Value 1
    $key = [Microsoft.Win32.Registry]::LocalMachine.CreateSubKey("$MarkerKey\RestartPending",
        [Microsoft.Win32.RegistryKeyPermissionCheck]::Default, [Microsoft.Win32.RegistryOptions]::Volatile)
    $key.Close()
}

function Install-Agent {
    $present = Test-AgentInstalled
    if ($present -and ((Get-MachineValue -Key $MarkerKey -Name 'Installed') -eq 1)) {
        Write-Log -Message 'The agent was installed before the restart.'
        return
    }
    # Tracing registers a scheduled task and may ask for a password: never unattended.
    $arguments = "-NoProfile -NonInteractive -ExecutionPolicy Bypass -File ""$InstallScript"" -NoEtl"
    $probe = Join-Path -Path $InstallFolder -ChildPath "$PID.tmp"
    try {
        [IO.File]::WriteAllText($probe, '')
        [IO.File]::Delete($probe)
    } catch {
        Write-Log -Message "install.ps1 cannot write beside itself, so it keeps no log: $_" -Type 2
        $arguments += ' -NoMSILog'
    }
    if ($Antivirus -eq 'passive') {
        $arguments += ' -Passive'
    }
    $powershell = "$env:SystemRoot\System32\$PowerShellTail"
    $code = Invoke-Program -Path $powershell -Arguments $arguments -Minutes $InstallMinutes
    if ($null -eq $code) {
        Exit-Wrapper -Code $Leave.InstallOverran -Message "After $InstallMinutes minutes install.ps1 still runs."
    }
    # 35: the sensor is onboarded already; the proof below decides to whom. 1603: an agent that updates have serviced
    # cannot be installed over, and need not be.
    if (($code -eq 0) -or ($code -eq 35) -or (($code -eq 1603) -and $present)) {
        return
    }
    if (($code -eq 3010) -or ($code -eq 1641)) {
        Set-RestartMarker
    }
    if (@(12, 3010, 1641) -contains $code) {
        Exit-Wrapper -Code $Restart -Message 'A restart is needed; the run after it onboards.'
    }
    if (@(36, 1618) -contains $code) {
        Exit-Wrapper -Code $code -Message 'Another installation is running; Configuration Manager tries again.'
    }
    Exit-Wrapper -Code $code -Message 'install.ps1 did not install the agent.'
}

function Wait-Proof {
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $nextStart = 60
    while ($clock.Elapsed.TotalMinutes -lt $ProofMinutes) {
        if ((Get-Tenant) -eq 'ours') {
            return $true
        }
        if (($clock.Elapsed.TotalSeconds -gt $nextStart) -and ((Get-Service -Name 'Sense').Status -eq 'Stopped')) {
            $nextStart += 60
            Start-Sensor
        }
        Start-Sleep -Seconds 5
    }
    return (Get-Tenant) -eq 'ours'
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

# A 32-bit caller sees another registry and another System32.
if ([Environment]::Is64BitOperatingSystem -and (-not [Environment]::Is64BitProcess)) {
    $again = @('-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', $PSCommandPath)
    foreach ($name in $PSBoundParameters.Keys) {
        $value = $PSBoundParameters[$name]
        if (($value -is [switch]) -and $value) {
            $again += "-$name"
        }
        if (($value -isnot [switch]) -and ([string] $value -ne '')) {
            $again += @("-$name", [string] $value)
        }
    }
    & "$env:SystemRoot\SysNative\$PowerShellTail" $again
    exit $LASTEXITCODE
}
try {
    $user = [System.Security.Principal.WindowsIdentity]::GetCurrent()
    $principal = New-Object -TypeName System.Security.Principal.WindowsPrincipal -ArgumentList $user
    $administrators = New-Object -TypeName System.Security.Principal.SecurityIdentifier -ArgumentList 'S-1-5-32-544'
    if (-not $principal.IsInRole($administrators)) {
        Exit-Wrapper -Code $Leave.NotAdministrator -Message 'This needs an administrator, or SYSTEM.'
    }
    Initialize-Log
    Write-Log -Message "Defender for Endpoint for tenant $OrgId, antivirus $Antivirus, from $PSScriptRoot."
    $OnboardingFile = Resolve-Content -Path $OnboardingFile
    $InstallScript = Resolve-Content -Path $InstallScript
    $InstallFolder = Split-Path -Path $InstallScript -Parent
    Test-Argument
    Exit-OnFinding
    $tenant = Get-Tenant
    if ($tenant -eq 'ours') {
        Remove-Workspace
        Exit-Wrapper -Code $Success -Message 'Already onboarded to this tenant; nothing to do.'
    }
    if ($tenant -eq 'other') {
        Exit-Wrapper -Code $Leave.OtherTenant -Message 'Onboarded to another tenant. Offboard it there first.'
    }
    if ($tenant -eq 'unknown') {
        Exit-Wrapper -Code $Leave.OtherTenant -Message 'Onboarded, but to which tenant cannot be read.'
    }
    if (Test-Path -LiteralPath "HKLM:\$MarkerKey\RestartPending") {
        Exit-Wrapper -Code $Restart -Message 'The agent is installed and waits for the restart.'
    }
    $kind = Get-SystemKind
    if ($kind -eq 'unsupported') {
        Exit-Wrapper -Code $Leave.UnsupportedSystem -Message 'This Windows is not one that can be onboarded this way.'
    }
    if ($Antivirus -eq 'active') {
        Test-ThirdPartyAntivirus
    }
    Test-Update -Kind $kind
    Test-Defender -Kind $kind
    Test-Content -Kind $kind
    Exit-OnFinding

    if ($kind -ne 'bundled') {
        Install-Agent
    }
    # Left over from another antivirus that is gone, it would keep Defender passive with nobody on guard.
    if (($Antivirus -eq 'active') -and (Test-PassiveMode)) {
        Set-MachineValue -Key $PolicyKey -Name 'ForceDefenderPassiveMode' -Value 0
    }
    if ($SensorProxy -ne '') {
        Set-MachineValue -Key $TelemetryKey -Name 'TelemetryProxyServer' -Value $SensorProxy
    }
    if ($AntivirusProxy -ne '') {
        Set-MachineValue -Key $DefenderKey -Name 'ProxyServer' -Value $AntivirusProxy
    }
    if ($SampleSharing -ne '') {
        Set-MachineValue -Key $PolicyKey -Name 'AllowSampleCollection' -Value ([int] ($SampleSharing -eq 'all'))
    }
    Grant-SensorTracing
    Set-MachineValue -Key $TelemetryKey -Name 'DisableEnterpriseAuthProxy' -Value 1
    Register-EarlyLaunchCertificate
    Set-OnboardingInfo
    Start-Sensor
    if (-not (Wait-Proof)) {
        $state = Get-MachineValue -Key $StatusKey -Name 'OnboardingState'
        $seen = Get-MachineValue -Key $StatusKey -Name 'OrgId'
        $sense = (Get-Service -Name 'Sense').Status
        Write-Log -Message "OnboardingState '$state', OrgId '$seen', Sense $sense." -Type 2
        Exit-Wrapper -Code $Leave.NotProven -Message "After $ProofMinutes minutes the sensor does not name this tenant."
    }
    Update-DefenderEngine
    Remove-Item -LiteralPath "HKLM:\$MarkerKey" -Recurse -ErrorAction Ignore
    Remove-Workspace
    Exit-Wrapper -Code $Success -Message 'Onboarded; the sensor reports this tenant.'
} catch {
    Exit-Wrapper -Code $Leave.Unexpected -Message "Unexpected: $_ $($_.ScriptStackTrace)"
}
