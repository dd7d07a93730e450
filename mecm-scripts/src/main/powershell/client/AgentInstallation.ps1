<#
.SYNOPSIS
    How Install-DefenderForEndpoint.ps1 has install.ps1 bring the agent to Windows Server 2012 R2 and 2016.
.LINK
    https://github.com/microsoft/mdefordownlevelserver
#>
# After error 310, and where install.ps1 asks for them by itself.
$MostRestarts = 2
$MostRestartsAsked = 4

# A key that lives until the next restart only.
function Set-RestartPending {
    $key = [Microsoft.Win32.Registry]::LocalMachine.CreateSubKey("$MarkerKey\RestartPending",
        [Microsoft.Win32.RegistryKeyPermissionCheck]::Default, [Microsoft.Win32.RegistryOptions]::Volatile)
    $key.Close()
}

# The command line for the script that adds /norestart. Without it, for an install.ps1 that calls otherwise, the plan has
# said that a restart cannot be excluded.
function Get-InstallArgument {
    $arguments = '-NoProfile -NonInteractive -ExecutionPolicy Bypass -File '
    if (Test-InstallCall -Path $InstallScript) {
        $arguments += """$(Join-Path -Path $PSScriptRoot -ChildPath 'Invoke-InstallScript.ps1')"" -InstallScript ""$InstallScript"""
    } else {
        Write-Log -Message 'How install.ps1 starts Windows Installer is not known here: it may restart the server.' -Type 2
        $arguments += """$InstallScript"" -NoEtl"
    }
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
    return $arguments
}

# From its last check until it has ended nobody can write to install.ps1 or replace it: it is open for reading, and
# PowerShell may read it too. Not the MSI: install.ps1 ends with 36 where it cannot have that for itself.
function Invoke-HeldScript {
    $held = [IO.File]::Open($InstallScript, [IO.FileMode]::Open, [IO.FileAccess]::Read, [IO.FileShare]::Read)
    try {
        Test-Hash -Path $InstallScript -Hash $InstallScriptHash
        Exit-OnFinding
        $powershell = "$env:SystemRoot\System32\$PowerShellTail"
        return Invoke-Program -Path $powershell -Arguments (Get-InstallArgument) -Minutes $InstallMinutes
    } finally {
        $held.Dispose()
    }
}

function Install-Agent {
    $present = Test-AgentInstalled
    if ($present -and ((Get-MachineValue -Key $MarkerKey -Name 'Installed') -eq 1)) {
        Write-Log -Message 'The agent was installed before the restart.'
        # If onboarding fails now, the run after this one installs again.
        Remove-MachineValue -Key $MarkerKey -Name 'Installed'
        return
    }
    Exit-OnLastFailure
    $code = Invoke-HeldScript
    if ($null -eq $code) {
        Exit-Wrapper -Code $Leave.InstallOverran -Message "After $InstallMinutes minutes install.ps1 still runs."
    }
    # 35: the sensor is onboarded already; the proof below decides to whom. 1603: an agent that updates have serviced
    # cannot be installed over, and need not be.
    if (($code -eq 0) -or ($code -eq 35) -or (($code -eq 1603) -and $present)) {
        return
    }
    if (($code -eq 3010) -or ($code -eq 1641)) {
        Set-MachineValue -Key $MarkerKey -Name 'Installed' -Value 1
        Set-RestartPending
    }
    if ($code -eq 1641) {
        Exit-Wrapper -Code $Restart -Message 'Windows Installer restarts the server by itself; the run after it onboards.'
    }
    if ($code -eq 3010) {
        Exit-Wrapper -Code $Restart -Message 'A restart is needed; the run after it onboards.'
    }
    if (($code -eq 12) -or (($code -eq 1603) -and (Test-LeftDefender))) {
        Exit-ForRestart -Code $code
    }
    if (@(36, 1618) -contains $code) {
        Exit-Wrapper -Code $code -Message 'Another installation is running; Configuration Manager tries again.'
    }
    Exit-Wrapper -Code $code -Message 'install.ps1 did not install the agent.'
}

# ---- a Defender of old on Windows Server 2012 R2 ---------------------------------------------------------------------

# Whether the installer found the service WinDefend that an older program left behind without its parts: error 310 in its
# log, or the services themselves. A restart lets install.ps1 take the service away, another one lets it install.
function Test-LeftDefender {
    if ((Get-SystemKind) -ne '2012R2') {
        return $false
    }
    $services = Get-ServiceName
    if (($services -contains 'WinDefend') -and ($services -notcontains 'WdNisSvc')) {
        $filter = Get-MachineValue -Key 'SYSTEM\CurrentControlSet\Services\WdFilter' -Name 'Type'
        if ($null -eq $filter) {
            Write-Log -Message 'The service WinDefend is there without WdNisSvc and WdFilter.' -Type 2
            return $true
        }
    }
    $log = Join-Path -Path $InstallFolder -ChildPath "install-$env:COMPUTERNAME.log"
    if (-not (Test-Path -LiteralPath $log -PathType Leaf)) {
        return $false
    }
    $found = $false
    $reader = New-Object -TypeName System.IO.StreamReader -ArgumentList $log, $true
    try {
        while ((-not $found) -and (-not $reader.EndOfStream)) {
            $found = $reader.ReadLine() -match 'mpasdesc\.dll\b.*-310\b'
        }
    } finally {
        $reader.Dispose()
    }
    if ($found) {
        Write-Log -Message "$log has error 310 (mpasdesc.dll)." -Type 2
    }
    return $found
}

# Which files of Microsoft the marks are about: newer ones begin anew.
function Get-InstallerMark {
    $files = @((Join-Path -Path $InstallFolder -ChildPath 'md4ws.msi'), $InstallScript)
    return (@($files | ForEach-Object { (Get-FileHash -LiteralPath $_ -Algorithm SHA256).Hash }) -join ' ')
}

function Get-RestartCount {
    $for = Get-MachineValue -Key $MarkerKey -Name 'RestartsFor'
    if (($null -eq $for) -or ($for -ne (Get-InstallerMark))) {
        return 0
    }
    return [int] (Get-MachineValue -Key $MarkerKey -Name 'Restarts')
}

# 12: install.ps1 asks for a restart itself. 1603: it failed with the error above. Both count. After the last one that is
# granted a failure is final, and a server that asks at each start is not restarted for ever.
function Exit-ForRestart {
    param([int] $Code)
    $restarts = Get-RestartCount
    if (($Code -eq 1603) -and ($restarts -ge $MostRestarts)) {
        Set-MachineValue -Key $MarkerKey -Name 'Restarts' -Value ($MostRestarts + 1)
        Exit-OnLastFailure
    }
    $asked = 0
    if ($restarts -gt 0) {
        $asked = [int] (Get-MachineValue -Key $MarkerKey -Name 'RestartsAsked')
    }
    if ($asked -ge $MostRestartsAsked) {
        Exit-Wrapper -Code $Leave.RestartsInVain -Message "install.ps1 ends with $Code again after $asked restarts. Its log says why."
    }
    Set-MachineValue -Key $MarkerKey -Name 'RestartsFor' -Value (Get-InstallerMark)
    Set-MachineValue -Key $MarkerKey -Name 'Restarts' -Value ([Math]::Min($restarts + 1, $MostRestarts))
    Set-MachineValue -Key $MarkerKey -Name 'RestartsAsked' -Value ($asked + 1)
    Set-RestartPending
    Exit-Wrapper -Code $Restart -Message "install.ps1 ended with $Code and goes on after a restart ($($asked + 1))."
}

function Exit-OnLastFailure {
    if ((Get-RestartCount) -gt $MostRestarts) {
        Exit-Wrapper -Code 1603 -Message ("The installer failed with error 310 after $MostRestarts restarts, and is not " +
            'started again: stage the newest md4ws.msi and install.ps1. To try these files once more, delete the value ' +
            "Restarts below HKLM\$MarkerKey.")
    }
}
