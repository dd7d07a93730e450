<#
.SYNOPSIS
    How Install- and Remove-DefenderForEndpoint.ps1 undo what the other one left pending.
.DESCRIPTION
    The sensor acts when it reaches the service. Until then the value of an earlier run stays in the registry:
    OnboardingInfo on a server that reports to no tenant, or the offboarding value on one that still reports. A later run
    for the opposite removes it, and makes sure that the sensor does not act on what it read before.

    Both values are secrets: they are compared, never logged.
.LINK
    https://learn.microsoft.com/defender-endpoint/offboard-machines
.LINK
    https://learn.microsoft.com/defender-endpoint/troubleshoot-onboarding
#>
$OrderNote = 'OnboardingPending'
$ReadKey = "$MarkerKey\OnboardingRead"
$StopSeconds = 20
# The part of -ProofMinutes for which a server that was to leave has to stay: 100 seconds of 10 minutes, as long as
# Microsoft's script waits for a sensor to leave.
$HoldShare = 1 / 6
$ReturnedFrom = 'Group Policy or a policy of Configuration Manager may write it: take the server out of it first.'

function Test-MachineValue {
    param([string] $Key, [string] $Name)
    return $null -ne (Get-MachineValue -Key $Key -Name $Name)
}

# For the messages of a sensor that does not answer: the network is not always why.
function Get-OrderText {
    $words = @('no', 'no')
    if (Test-MachineValue -Key $PolicyKey -Name 'OnboardingInfo') {
        $words[0] = 'an'
    }
    if (Test-MachineValue -Key $PolicyKey -Name $OffboardingName) {
        $words[1] = 'an'
    }
    return "Before this run there was $($words[0]) OnboardingInfo and $($words[1]) offboarding value."
}

# Whom OnboardingInfo would onboard to: none (there is no such value), ours or other. What cannot be read is not ours.
function Get-OnboardingOwner {
    $text = Get-MachineValue -Key $PolicyKey -Name 'OnboardingInfo'
    if ($null -eq $text) {
        return 'none'
    }
    try {
        if ([string] (Get-SignedBody -Text $text).orgId -eq $OrgId) {
            return 'ours'
        }
    } catch {
        # An error could quote the value.
        Write-Log -Message 'OnboardingInfo cannot be read.' -Type 2
    }
    return 'other'
}

# ---- offboarding while onboarding is pending -------------------------------------------------------------------------

function Test-OnboardingPending {
    return ((Get-OnboardingOwner) -eq 'ours') -or (Test-Path -LiteralPath "HKLM:\$ReadKey")
}

# A sensor that runs may have read the value and join later: only one that was stopped, or a restart, has forgotten it. The
# key that says so lives until the restart, and is made before the value goes, so that no run is taken for success.
function Undo-Onboarding {
    $there = (Get-ServiceName) -contains 'Sense'
    if ($there) {
        $key = [Microsoft.Win32.Registry]::LocalMachine.CreateSubKey($ReadKey,
            [Microsoft.Win32.RegistryKeyPermissionCheck]::Default, [Microsoft.Win32.RegistryOptions]::Volatile)
        $key.Close()
    }
    try {
        Remove-MachineValue -Key $PolicyKey -Name 'OnboardingInfo'
    } catch {
        Exit-Wrapper -Code $Leave.OffboardingFailed -Message "OnboardingInfo cannot be removed: $_ $ReturnedFrom"
    }
    if ($there) {
        Stop-Sensor
    } else {
        Clear-OnboardingRead
    }
}

# A sensor that is not onboarded may be stopped. Windows may protect it all the same.
function Stop-Sensor {
    try {
        $sense = Get-Service -Name 'Sense'
        if ($sense.Status -ne 'Stopped') {
            $sense.Stop()
        }
        $sense.WaitForStatus('Stopped', [TimeSpan]::FromSeconds($StopSeconds))
        Clear-OnboardingRead
    } catch {
        Write-Log -Message "Sense did not stop: $_" -Type 2
    }
}

function Clear-OnboardingRead {
    [Microsoft.Win32.Registry]::LocalMachine.DeleteSubKeyTree($ReadKey, $false)
}

# Returns where the sensor stays out, and where it reported our tenant after all, which is then left in the usual way.
function Watch-Withdrawal {
    $clock = [Diagnostics.Stopwatch]::StartNew()
    do {
        # The sensor writes its state before its tenant.
        if (@('ours', 'other') -contains (Get-Tenant)) {
            Write-Log -Message 'The sensor onboarded meanwhile.' -Type 2
            return
        }
        Assert-NoOnboardingInfo
        Start-Sleep -Seconds 1
    } while ($clock.Elapsed.TotalMinutes -lt $ProofMinutes)
    if (Test-Path -LiteralPath "HKLM:\$ReadKey") {
        Exit-Wrapper -Code $Leave.NotOffboarded -Message ("$before It is removed, but Sense, which may have read it, does not " +
            'stop and may still onboard. Restart the server and run this again.')
    }
}

function Assert-NoOnboardingInfo {
    if (Test-MachineValue -Key $PolicyKey -Name 'OnboardingInfo') {
        Exit-Wrapper -Code $Leave.OffboardingFailed -Message "OnboardingInfo is there again. $ReturnedFrom"
    }
}

# ---- onboarding while offboarding is pending -------------------------------------------------------------------------

# The note of an earlier run stays until the sensor has connected since, for it may have read the value that went.
function Test-OffboardingPending {
    return (Test-MachineValue -Key $PolicyKey -Name $OffboardingName) -or (Test-MachineValue -Key $MarkerKey -Name $OrderNote)
}

# When OnboardingInfo was written in place of the offboarding value, as a file time. Where an earlier run did that, and
# both still are so, its time counts: the sensor may have connected between the two runs. The note comes before the values, so that detection waits in between.
function Set-OnboardingAgain {
    $since = [long] 0
    $now = [DateTime]::UtcNow.ToFileTimeUtc()
    $kept = [long]::TryParse([string] (Get-MachineValue -Key $MarkerKey -Name $OrderNote), [ref] $since) -and ($since -gt 0) -and
        ($since -le $now) -and (-not (Test-MachineValue -Key $PolicyKey -Name $OffboardingName)) -and
        ([string] (Get-MachineValue -Key $PolicyKey -Name 'OnboardingInfo') -ceq (Get-OnboardingText -Path $OnboardingFile))
    if ($kept) {
        Write-Log -Message 'An earlier run removed the offboarding value.'
        return $since
    }
    Set-MachineValue -Key $MarkerKey -Name $OrderNote -Value '0'
    Set-OnboardingInfo
    $since = [DateTime]::UtcNow.ToFileTimeUtc()
    Set-MachineValue -Key $MarkerKey -Name $OrderNote -Value ([string] $since)
    return $since
}

# A FILETIME, as a number or as its eight bytes; nothing where it is neither, or in the future.
function Get-LastConnected {
    $value = Get-MachineValue -Key $StatusKey -Name 'LastConnected'
    # Bytes come out of a function one by one.
    if (($value -is [array]) -and ($value.Length -eq 8)) {
        $value = [BitConverter]::ToInt64([byte[]] $value, 0)
    }
    $time = [long] 0
    if ([long]::TryParse([string] $value, [ref] $time) -and ($time -le [DateTime]::UtcNow.ToFileTimeUtc())) {
        return $time
    }
    return $null
}
