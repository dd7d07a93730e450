<#
.SYNOPSIS
    What Garrison's scripts on servers do alike: they log, leave with a code, read and write values, and run programs.
.DESCRIPTION
    Each of them loads this file. What it does is right in Windows PowerShell 4.0 and 5.1 and in PowerShell 7.
#>
$Success = 0
$Restart = 3010

# Above 16000 Windows gives a number no text of its own, so no console explains ours wrongly.
# docs/reference/server-scripts.md of Garrison has each of them.
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
    NoOtherAntivirus     = 20014
    InstallCallUnknown   = 20015
    InstallOverran       = 20020
    OnboardingFailed     = 20021
    NotProven            = 20022
    WorkspaceNotRemoved  = 20023
    SensorMissing        = 20024
    RestartsInVain       = 20025
    ModeNotSet           = 20030
    SettingsNotSet       = 20031
    WrongOffboarding     = 20040
    OffboardingExpired   = 20041
    OffboardingFailed    = 20042
    NotOffboarded        = 20043
    AgentNotRemoved      = 20044
    FeatureNotRemoved    = 20045
    PassiveWithoutAnswer = 20046
    Unexpected           = 20099
}

$PolicyKey = 'SOFTWARE\Policies\Microsoft\Windows Advanced Threat Protection'
$DataKey = 'SOFTWARE\Policies\Microsoft\Windows\DataCollection'
$DefenderKey = 'SOFTWARE\Policies\Microsoft\Windows Defender'
$StatusKey = 'SOFTWARE\Microsoft\Windows Advanced Threat Protection\Status'
$MarkerKey = 'SOFTWARE\Garrison\DefenderForEndpoint'
$OffboardingName = '696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A'
$PowerShellTail = 'WindowsPowerShell\v1.0\powershell.exe'
$ProxyPattern = '[A-Za-z0-9][A-Za-z0-9.-]*:[0-9]{1,5}'
$GuidPattern = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
$LongestLog = 2000000
$LongestOutput = 1000000
$script:LogReady = $false
$script:Findings = New-Object System.Collections.ArrayList

# ---- log and leaving -------------------------------------------------------------------------------------------------

# Type as CMTrace reads it: 1 information, 2 warning, 3 error.
function Write-Log {
    param([string] $Message, [int] $Type = 1)
    [Console]::WriteLine($Message)
    if (-not $script:LogReady) {
        return
    }
    $now = [DateTimeOffset]::Now
    $culture = [Globalization.CultureInfo]::InvariantCulture
    $bias = (-$now.Offset.TotalMinutes).ToString('+000;-000', $culture)
    $time = $now.ToString('HH:mm:ss.fff', $culture) + $bias
    $date = $now.ToString('MM-dd-yyyy', $culture)
    # One line, which a program's words cannot end.
    $text = ($Message -replace '\s*\r?\n\s*', ' | ').Replace(']LOG]!>', ']LOG] !>')
    $line = "<![LOG[$text]LOG]!><time=""$time"" date=""$date"" component=""Garrison"" context="""" type=""$Type"""
    $line += " thread=""$PID"" file="""">`r`n"
    # Whoever reads the log may hold it for a moment.
    for ($try = 1; $try -le 3; $try++) {
        try {
            # With its mark, without which a viewer takes the words for the code page of its own computer.
            [IO.File]::AppendAllText($LogPath, $line, [Text.Encoding]::UTF8)
            return
        } catch {
            [Console]::WriteLine("The log cannot be written, the work goes on without this line: $_")
            Start-Sleep -Milliseconds 50
        }
    }
}

function Exit-Wrapper {
    param([int] $Code, [string] $Message)
    $type = 3
    if ($Code -eq $Success -or $Code -eq $Restart) {
        $type = 1
    }
    Write-Log -Message "$Message Leaving with $Code." -Type $type
    exit $Code
}

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

# In PowerShell 7 the framework has it elsewhere.
function New-GuardedFolder {
    param([string] $Path, [string] $Rights)
    $security = New-Object System.Security.AccessControl.DirectorySecurity
    $security.SetSecurityDescriptorSddlForm($Rights)
    if ($PSVersionTable.PSVersion.Major -lt 6) {
        $null = [IO.Directory]::CreateDirectory($Path, $security)
    } else {
        $null = [IO.FileSystemAclExtensions]::CreateDirectory($security, $Path)
    }
}

# The log folder of the Configuration Manager client, which collects logs and which no user can make. Without a client
# one below ProgramData.
function Get-LogFolder {
    $folder = [string] (Get-MachineValue -Key 'SOFTWARE\Microsoft\CCM\Logging\@Global' -Name 'LogDirectory')
    if (($folder -ne '') -and (Test-Path -LiteralPath $folder -PathType Container)) {
        return $folder
    }
    return "$env:ProgramData\Garrison"
}

# Any user may create a folder under ProgramData: SYSTEM must not write into one that somebody else prepared.
function Initialize-Log {
    param([string] $Script)
    if ($script:LogPath -eq '') {
        $script:LogPath = Join-Path -Path (Get-LogFolder) -ChildPath ([IO.Path]::GetFileNameWithoutExtension($Script) + '.log')
    }
    $folder = Split-Path -Path $LogPath -Parent
    if (-not (Test-Path -LiteralPath $folder)) {
        New-GuardedFolder -Path $folder -Rights 'O:BAG:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)'
    }
    $owner = (Get-Acl -LiteralPath $folder).GetOwner([System.Security.Principal.SecurityIdentifier]).Value
    # SYSTEM, Administrators, TrustedInstaller.
    $trusted = @('S-1-5-18', 'S-1-5-32-544', 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464')
    if ($trusted -notcontains $owner) {
        Exit-Wrapper -Code $Leave.UntrustedLogFolder -Message "The log folder $folder belongs to $owner. Remove it."
    }
    if ((Test-Path -LiteralPath $LogPath -PathType Leaf) -and ((Get-Item -LiteralPath $LogPath).Length -gt $LongestLog)) {
        Move-Item -LiteralPath $LogPath -Destination ([IO.Path]::ChangeExtension($LogPath, '.lo_')) -Force
    }
    $script:LogReady = $true
    # A program that overran holds these until it ends; then the run after it takes them away.
    $left = [IO.Path]::GetFileNameWithoutExtension($LogPath) + '.*.tmp'
    foreach ($file in @(Get-ChildItem -LiteralPath $folder -Filter $left)) {
        Remove-OutputFile -Path $file.FullName
    }
}

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
    } finally {
        $opened.Close()
    }
    if ($null -ne (Get-MachineValue -Key $Key -Name $Name)) {
        throw "$Name was removed and is there again. Does a policy or tamper protection hold it?"
    }
    Write-Log -Message "$Name removed."
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
    $output = [IO.Path]::ChangeExtension($LogPath, "$PID.out.tmp")
    $errors = [IO.Path]::ChangeExtension($LogPath, "$PID.err.tmp")
    $start = @{
        FilePath               = $Path
        ArgumentList           = $Arguments
        WorkingDirectory       = $PSScriptRoot
        NoNewWindow            = $true
        PassThru               = $true
        RedirectStandardOutput = $output
        RedirectStandardError  = $errors
    }
    $process = Start-Process @start
    # Without this read PowerShell forgets the exit code of a process it did not wait for.
    $null = $process.Handle
    $ended = $process.WaitForExit([int] ($Minutes * 60000))
    foreach ($file in @($output, $errors)) {
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
