<#
.SYNOPSIS
    What Install-DefenderForEndpoint.ps1 and Remove-DefenderForEndpoint.ps1 do alike: they log, leave with a code, write
    values that they read back, and run programs. Both load this one, and set $Leave and $LogPath before.
#>
$Success = 0
$Restart = 3010
$script:LogReady = $false

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
    $line = "<![LOG[$Message]LOG]!><time=""$time"" date=""$date"" component=""Garrison"" context="""" type=""$Type"""
    $line += " thread=""$PID"" file="""">`r`n"
    try {
        [IO.File]::AppendAllText($LogPath, $line)
    } catch {
        $script:LogReady = $false
        [Console]::WriteLine("The log cannot be written, the work goes on without: $_")
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

# Any user may create a folder under ProgramData: SYSTEM must not write into one that somebody else prepared.
function Initialize-Log {
    $folder = Split-Path -Path $LogPath -Parent
    if (-not (Test-Path -LiteralPath $folder)) {
        $security = New-Object System.Security.AccessControl.DirectorySecurity
        $security.SetSecurityDescriptorSddlForm('O:BAG:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)')
        $null = [IO.Directory]::CreateDirectory($folder, $security)
    }
    $owner = (Get-Acl -LiteralPath $folder).GetOwner([System.Security.Principal.SecurityIdentifier]).Value
    # SYSTEM, Administrators, TrustedInstaller.
    $trusted = @('S-1-5-18', 'S-1-5-32-544', 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464')
    if ($trusted -notcontains $owner) {
        Exit-Wrapper -Code $Leave.UntrustedLogFolder -Message "The log folder $folder belongs to $owner. Remove it."
    }
    if ((Test-Path -LiteralPath $LogPath) -and ((Get-Item -LiteralPath $LogPath).Length -gt 2000000)) {
        Move-Item -LiteralPath $LogPath -Destination ([IO.Path]::ChangeExtension($LogPath, '.lo_')) -Force
    }
    $script:LogReady = $true
}

# ---- doing -----------------------------------------------------------------------------------------------------------

function Resolve-Content {
    param([string] $Path)
    if ([IO.Path]::IsPathRooted($Path)) {
        return $Path
    }
    return [IO.Path]::GetFullPath((Join-Path -Path $PSScriptRoot -ChildPath $Path))
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

# The exit code, or nothing when the time was over; the program is then left to finish.
function Invoke-Program {
    param([string] $Path, [string] $Arguments, [int] $Minutes)
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
    if (-not $process.WaitForExit($Minutes * 60000)) {
        return
    }
    # What the program started may still hold these files; that says nothing about its result.
    try {
        foreach ($line in @(Get-Content -LiteralPath $output, $errors | Where-Object { $_.Trim() })) {
            Write-Log -Message "  $line"
        }
        Remove-Item -LiteralPath $output, $errors
    } catch {
        Write-Log -Message "Its output could not be read or removed: $_" -Type 2
    }
    Write-Log -Message "It ended with $($process.ExitCode)."
    return $process.ExitCode
}
