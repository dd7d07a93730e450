<#
.SYNOPSIS
    Takes Microsoft Defender for Endpoint off this server, or says why not and changes nothing.
.DESCRIPTION
    The install command of the application for offboarding that Garrison makes in Configuration Manager. It writes the
    proven content of the offboarding package, which tells the sensor to leave its tenant; no script of the portal runs.
    With -Uninstall the agent of Windows Server 2012 R2 and 2016 goes afterwards. 2012 R2 then has no antivirus.

    It succeeds only when the sensor itself no longer reports that it is onboarded. The sensor asks the service before
    it leaves, so the server has to be online. Every exit code is in docs/operations.md of Garrison. One log, readable
    with CMTrace: %ProgramData%\Garrison\Remove-DefenderForEndpoint.log
.LINK
    https://learn.microsoft.com/defender-endpoint/offboard-machines
#>
param(
    # The organisation id of the tenant that is left, as in the offboarding package. Required.
    [string] $OrgId = '',
    # What the offboarding package writes. Relative paths start at the folder of this file.
    [string] $OffboardingFile = 'WindowsDefenderATP.offboarding',
    # Uninstalls the agent of Windows Server 2012 R2 and 2016 as well. Later systems keep the sensor, it is theirs.
    [switch] $Uninstall,
    # These two together must stay below the deployment type's maximum run time.
    [int] $ProofMinutes = 10,
    [int] $UninstallMinutes = 30,
    [string] $LogPath = "$env:ProgramData\Garrison\Remove-DefenderForEndpoint.log"
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$Leave = @{
    InvalidArgument      = 20001
    NotAdministrator     = 20002
    OtherTenant          = 20003
    UnsupportedSystem    = 20005
    ContentIncomplete    = 20009
    UntrustedLogFolder   = 20012
    ConstrainedLanguage  = 20013
    WrongOffboarding     = 20040
    OffboardingExpired   = 20041
    OffboardingFailed    = 20042
    NotOffboarded        = 20043
    AgentNotRemoved      = 20044
    Unexpected           = 20099
}

# Application control (WDAC, AppLocker) lets an untrusted script start and then forbids most of what it does.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    Write-Output 'Application control restricts this script. Sign it with a certificate that your policy trusts.'
    exit $Leave.ConstrainedLanguage
}

$PolicyKey = 'SOFTWARE\Policies\Microsoft\Windows Advanced Threat Protection'
$StatusKey = 'SOFTWARE\Microsoft\Windows Advanced Threat Protection\Status'
$MarkerKey = 'SOFTWARE\Garrison\DefenderForEndpoint'
$SenseKey = 'SYSTEM\CurrentControlSet\Services\Sense'
$PowerShellTail = 'WindowsPowerShell\v1.0\powershell.exe'
$OffboardingName = '696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A'
$PendingName = 'UninstallPending'

foreach ($part in @('ServerActions.ps1', 'ReadinessChecks.ps1')) {
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

# ---- the offboarding package -----------------------------------------------------------------------------------------

# Its words are never logged: an error could quote them.
function Get-OffboardingBody {
    try {
        return ([IO.File]::ReadAllText($OffboardingFile) | ConvertFrom-Json).body | ConvertFrom-Json
    } catch {
        Exit-Wrapper -Code $Leave.WrongOffboarding -Message "$OffboardingFile cannot be read. Nothing was changed."
    }
}

# The sensor refuses a package that has ended; the server says so first, in its own words.
function Test-Package {
    if (-not (Test-Path -LiteralPath $OffboardingFile -PathType Leaf)) {
        Exit-Wrapper -Code $Leave.ContentIncomplete -Message "$OffboardingFile is missing. Nothing was changed."
    }
    $body = Get-OffboardingBody
    $fields = @($body.PSObject.Properties | ForEach-Object { $_.Name })
    if (($fields -notcontains 'orgId') -or ($fields -notcontains 'expirationTimestamp') -or ($body.orgId -ne $OrgId)) {
        Exit-Wrapper -Code $Leave.WrongOffboarding -Message 'The package is of another tenant. Nothing was changed.'
    }
    $end = [DateTime]::FromFileTimeUtc([long] $body.expirationTimestamp)
    if ($end -le [DateTime]::UtcNow) {
        $day = $end.ToString('yyyy-MM-dd', [Globalization.CultureInfo]::InvariantCulture)
        Exit-Wrapper -Code $Leave.OffboardingExpired -Message "The package ended on $day. Nothing was changed."
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

# A sensor that is stopped does not read the value.
function Start-StoppedSensor {
    try {
        if ((Get-Service -Name 'Sense').Status -eq 'Stopped') {
            Start-Service -Name 'Sense'
        }
    } catch {
        Write-Log -Message "Sense did not start: $_" -Type 2
    }
}

# Only the sensor's own word counts.
function Wait-Departure {
    $clock = [Diagnostics.Stopwatch]::StartNew()
    while ($clock.Elapsed.TotalMinutes -lt $ProofMinutes) {
        if ((Get-Tenant) -eq 'none') {
            return $true
        }
        Start-Sleep -Seconds 5
    }
    return (Get-Tenant) -eq 'none'
}

# ---- the agent -------------------------------------------------------------------------------------------------------

# The product code changes with each build of the installer, so it is looked up here.
function Get-AgentProduct {
    $existing = $UninstallKeys | Where-Object { Test-Path -LiteralPath $_ }
    return @(Get-ChildItem -LiteralPath $existing |
        Where-Object { $_.GetValue('DisplayName') -match '^Microsoft Defender for (Endpoint|Windows Server)$' } |
        Where-Object { $_.PSChildName -match '^\{[0-9A-Fa-f-]{36}\}$' } |
        ForEach-Object { $_.PSChildName })
}

# The service is set to manual some seconds after the state has changed, and the installer looks at that.
function Wait-SensorManual {
    $clock = [Diagnostics.Stopwatch]::StartNew()
    while (($clock.Elapsed.TotalSeconds -lt 60) -and ((Get-MachineValue -Key $SenseKey -Name 'Start') -eq 2)) {
        Start-Sleep -Seconds 5
    }
}

# The exit code to leave with.
function Uninstall-Agent {
    Wait-SensorManual
    $result = $Success
    $program = "$env:SystemRoot\System32\msiexec.exe"
    foreach ($product in @(Get-AgentProduct)) {
        $arguments = "/x $product /quiet /norestart /lvx*+ ""$([IO.Path]::ChangeExtension($LogPath, '.msi.log'))"""
        $code = Invoke-Program -Path $program -Arguments $arguments -Minutes $UninstallMinutes
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
    $key = [Microsoft.Win32.Registry]::LocalMachine.CreateSubKey($MarkerKey)
    $key.DeleteValue($PendingName, $false)
    $key.Close()
    return $result
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
    Write-Log -Message "Defender for Endpoint leaves tenant $OrgId, uninstall $Uninstall, from $PSScriptRoot."
    if (($OrgId -notmatch $GuidPattern) -or ($ProofMinutes -lt 1) -or ($UninstallMinutes -lt 1)) {
        Exit-Wrapper -Code $Leave.InvalidArgument -Message "-OrgId '$OrgId' is no GUID, or a time is too short."
    }
    $OffboardingFile = Resolve-Content -Path $OffboardingFile
    $kind = Get-SystemKind
    if ($kind -eq 'unsupported') {
        Exit-Wrapper -Code $Leave.UnsupportedSystem -Message 'This Windows is not one that Garrison onboards.'
    }
    $tenant = Get-Tenant
    if (@('other', 'unknown') -contains $tenant) {
        Exit-Wrapper -Code $Leave.OtherTenant -Message 'Onboarded to another tenant, or to one that cannot be read.'
    }
    $goes = $Uninstall -and ($kind -ne 'bundled')
    if ($tenant -eq 'ours') {
        Test-Package
        # Detection waits for it, so that an agent that stays is not taken for success in a later run.
        if ($goes) {
            Set-MachineValue -Key $MarkerKey -Name $PendingName -Value 1
        }
        Set-OffboardingValue
        Start-StoppedSensor
        if (-not (Wait-Departure)) {
            $sense = (Get-Service -Name 'Sense').Status
            Write-Log -Message "The sensor still reports the tenant, Sense is $sense." -Type 2
            Exit-Wrapper -Code $Leave.NotOffboarded -Message "Still onboarded after $ProofMinutes minutes."
        }
    }
    $result = $Success
    if ($goes) {
        $result = Uninstall-Agent
    }
    Exit-Wrapper -Code $result -Message 'The sensor reports to no tenant.'
} catch {
    Exit-Wrapper -Code $Leave.Unexpected -Message "Unexpected: $_ $($_.ScriptStackTrace)"
}
