<#
.SYNOPSIS
    What Garrison's scripts on servers do alike: they read and write values, and run programs.
.DESCRIPTION
    Each of them loads this file after ScriptLog.ps1. What it does is right in Windows PowerShell 4.0 and 5.1 and in
    PowerShell 7.
#>
$PolicyKey = 'SOFTWARE\Policies\Microsoft\Windows Advanced Threat Protection'
$DataKey = 'SOFTWARE\Policies\Microsoft\Windows\DataCollection'
$DefenderKey = 'SOFTWARE\Policies\Microsoft\Windows Defender'
$StatusKey = 'SOFTWARE\Microsoft\Windows Advanced Threat Protection\Status'
$MarkerKey = 'SOFTWARE\Garrison\DefenderForEndpoint'
$OffboardingName = '696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A'
$PowerShellTail = 'WindowsPowerShell\v1.0\powershell.exe'
$ProxyPattern = '[A-Za-z0-9][A-Za-z0-9.-]*:[0-9]{1,5}'
$GuidPattern = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
$LongestOutput = 1000000

# ---- the caller ------------------------------------------------------------------------------------------------------

# A 32-bit caller sees another registry and another System32, so the script runs once more as 64 bits and leaves with
# the code of that run.
function Invoke-NativeRun {
    param([string] $Script, [System.Collections.IDictionary] $Bound)
    if ([Environment]::Is64BitProcess -or (-not [Environment]::Is64BitOperatingSystem)) {
        return
    }
    & "$env:SystemRoot\SysNative\$PowerShellTail" (Get-NativeArgument -Script $Script -Bound $Bound) |
        ForEach-Object { [Console]::WriteLine($_) }
    exit $LASTEXITCODE
}

function Get-NativeArgument {
    param([string] $Script, [System.Collections.IDictionary] $Bound)
    $again = @('-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', $Script)
    foreach ($name in $Bound.Keys) {
        $value = $Bound[$name]
        if (($value -is [switch]) -and $value) {
            $again += "-$name"
        }
        if (($value -isnot [switch]) -and ([string] $value -ne '')) {
            $again += @("-$name", [string] $value)
        }
    }
    return $again
}

function Test-Administrator {
    $user = [System.Security.Principal.WindowsIdentity]::GetCurrent()
    $principal = New-Object -TypeName System.Security.Principal.WindowsPrincipal -ArgumentList $user
    $administrators = New-Object -TypeName System.Security.Principal.SecurityIdentifier -ArgumentList 'S-1-5-32-544'
    return $principal.IsInRole($administrators)
}

function Assert-Administrator {
    if (-not (Test-Administrator)) {
        Exit-Wrapper -Code $Leave.NotAdministrator -Message 'This needs an administrator, or SYSTEM.'
    }
}

function Resolve-Content {
    param([string] $Path)
    if ([IO.Path]::IsPathRooted($Path)) {
        return $Path
    }
    return [IO.Path]::GetFullPath((Join-Path -Path $PSScriptRoot -ChildPath $Path))
}

# ---- the registry ----------------------------------------------------------------------------------------------------

# Nothing where there is none.
function Get-MachineValue {
    param([string] $Key, [string] $Name)
    return [Microsoft.Win32.Registry]::GetValue("HKEY_LOCAL_MACHINE\$Key", $Name, $null)
}

# A number or a text, as Value is.
function Set-MachineValue {
    param([string] $Key, [string] $Name, $Value)
    $kind = [Microsoft.Win32.RegistryValueKind]::String
    if ($Value -is [int]) {
        $kind = [Microsoft.Win32.RegistryValueKind]::DWord
    }
    [Microsoft.Win32.Registry]::SetValue("HKEY_LOCAL_MACHINE\$Key", $Name, $Value, $kind)
    $script:Changed = $true
    if ((Get-MachineValue -Key $Key -Name $Name) -ne $Value) {
        throw "$Name was written but does not read back as $Value. Does a policy or tamper protection hold it?"
    }
    Write-Log -Message "$Name set to $Value."
}

function Remove-MachineValue {
    param([string] $Key, [string] $Name)
    if ($null -eq (Get-MachineValue -Key $Key -Name $Name)) {
        return
    }
    $opened = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($Key, $true)
    try {
        $opened.DeleteValue($Name, $false)
        $script:Changed = $true
    } finally {
        $opened.Close()
    }
    if ($null -ne (Get-MachineValue -Key $Key -Name $Name)) {
        throw "$Name was removed and is there again. Does a policy or tamper protection hold it?"
    }
    Write-Log -Message "$Name removed."
}

# ---- packages ---------------------------------------------------------------------------------------------------------

# What Microsoft signed in a package, or in the value that it writes.
function Get-SignedBody {
    param([string] $Text)
    return Read-Secret -Text (Read-Secret -Text $Text).body
}

# As ConvertFrom-Json reads it, which is not used: where a policy logs modules, the Event Log has what a cmdlet was given.
function Read-Secret {
    param([string] $Text)
    # Windows PowerShell knows the class only once the module is there.
    Import-Module -Name Microsoft.PowerShell.Utility
    $wrong = $null
    $read = [Microsoft.PowerShell.Commands.JsonObject]::ConvertFromJson($Text, [ref] $wrong)
    if (($null -ne $wrong) -or ($null -eq $read)) {
        throw 'This is no JSON.'
    }
    return $read
}

function Get-FieldName {
    param($Body)
    return @(foreach ($property in $Body.PSObject.Properties) { $property.Name })
}

# ---- services and programs -------------------------------------------------------------------------------------------

# A sensor that was offboarded long ago may be stopped. It may also take long to start: then it goes on by itself.
function Start-Sensor {
    try {
        $sense = Get-Service -Name 'Sense'
        if ($sense.Status -eq 'Stopped') {
            $sense.Start()
        }
        $sense.WaitForStatus('Running', [TimeSpan]::FromSeconds(20))
    } catch {
        Write-Log -Message "Sense did not start: $_" -Type 2
    }
}

# The exit code, or nothing when the time was over; the program is then left to finish.
function Invoke-Program {
    param([string] $Path, [string] $Arguments, [double] $Minutes)
    Write-Log -Message "Running $Path $Arguments"
    # Not the folder of this file, whose name PowerShell would take for a pattern.
    $start = @{
        FilePath         = $Path
        ArgumentList     = $Arguments
        WorkingDirectory = [Environment]::SystemDirectory
        NoNewWindow      = $true
        PassThru         = $true
    }
    # Without a log its output goes where ours goes; so where PowerShell would take the names of these files for patterns.
    $files = @()
    if ($script:LogReady -and (-not [System.Management.Automation.WildcardPattern]::ContainsWildcardCharacters($LogPath))) {
        $files = @([IO.Path]::ChangeExtension($LogPath, "$PID.out.tmp"), [IO.Path]::ChangeExtension($LogPath, "$PID.err.tmp"))
        $start.RedirectStandardOutput = $files[0]
        $start.RedirectStandardError = $files[1]
    }
    $process = Start-Process @start
    # Without this read PowerShell forgets the exit code of a process it did not wait for.
    $null = $process.Handle
    $ended = $process.WaitForExit([int] ($Minutes * 60000))
    foreach ($file in $files) {
        Write-ProgramOutput -Path $file
        Remove-OutputFile -Path $file
    }
    if (-not $ended) {
        return
    }
    Write-Log -Message "It ended with $($process.ExitCode)."
    return $process.ExitCode
}

# The program, or one that it started, may still hold the file; that says nothing about its result.
function Write-ProgramOutput {
    param([string] $Path)
    try {
        $sharing = [IO.FileShare]::ReadWrite -bor [IO.FileShare]::Delete
        $file = [IO.File]::Open($Path, [IO.FileMode]::Open, [IO.FileAccess]::Read, $sharing)
        try {
            $bytes = New-Object -TypeName 'byte[]' -ArgumentList ([Math]::Min($file.Length, $LongestOutput))
            $count = $file.Read($bytes, 0, $bytes.Length)
            $cut = $file.Length -gt $count
        } finally {
            $file.Dispose()
        }
        foreach ($line in @((ConvertTo-Text -Bytes $bytes -Count $count) -split '\r?\n' | Where-Object { $_.Trim() })) {
            Write-Log -Message "  $line"
        }
        if ($cut) {
            Write-Log -Message "Only the first $count bytes of its output are logged." -Type 2
        }
    } catch {
        Write-Log -Message "Its output could not be read: $_" -Type 2
    }
}

# What a program writes is in the code page of the console, unless a mark or zeros between the letters say otherwise:
# Windows Installer writes UTF-16.
function ConvertTo-Text {
    param([byte[]] $Bytes, [int] $Count)
    $encoding = [Console]::OutputEncoding
    $from = 0
    if (($Count -ge 3) -and ($Bytes[0] -eq 0xEF) -and ($Bytes[1] -eq 0xBB) -and ($Bytes[2] -eq 0xBF)) {
        $encoding = [Text.Encoding]::UTF8
        $from = 3
    } elseif (($Count -ge 2) -and ($Bytes[0] -eq 0xFF) -and ($Bytes[1] -eq 0xFE)) {
        $encoding = [Text.Encoding]::Unicode
        $from = 2
    } elseif (($Count -ge 2) -and ($Bytes[1] -eq 0)) {
        $encoding = [Text.Encoding]::Unicode
    }
    return $encoding.GetString($Bytes, $from, $Count - $from)
}

function Remove-OutputFile {
    param([string] $Path)
    try {
        [IO.File]::Delete($Path)
    } catch {
        Write-Log -Message "$Path is removed by a later run: $_" -Type 2
    }
}
