<#
.SYNOPSIS
    The log of Garrison's scripts on servers, their entry in the Event Log, and the codes that they leave with.
.DESCRIPTION
    Each of them loads this file first. What it does is right in Windows PowerShell 4.0 and 5.1 and in PowerShell 7.
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

$LongestLog = 2000000
# IO_REPARSE_TAG_DEDUP
$DeduplicatedTag = '0x80000013'
$script:LogReady = $false
# Whether this run has written or removed a value.
$script:Changed = $false
$script:Findings = New-Object System.Collections.ArrayList
$script:FindingTexts = New-Object System.Collections.ArrayList

# Not Microsoft's source WDATPOnboarding, so that a search for one does not find the other.
$EventSource = 'Garrison'
$LongestEvent = 30000
$ScriptName = [IO.Path]::GetFileNameWithoutExtension($MyInvocation.ScriptName)
# SYSTEM, Administrators, TrustedInstaller.
$TrustedOwners = @('S-1-5-18', 'S-1-5-32-544', 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464')

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
    Write-RunEvent -Code $Code -Message $Message
    Write-Log -Message "$Message Leaving with $Code." -Type $type
    exit $Code
}

# What a run says in the Event Log. 1 success, 2 restart, 3 refused with nothing changed, 4 failed.
function Get-RunEvent {
    param([int] $Code, [string] $Message)
    $id = 4
    $type = 'Error'
    if (@($Success, $Restart) -contains $Code) {
        $id = 1 + [int] ($Code -eq $Restart)
        $type = 'Information'
    } elseif ((-not $script:Changed) -and ((($Code -ge 20001) -and ($Code -le 20015)) -or (@(20040, 20041, 20046) -contains $Code))) {
        $id = 3
        $type = 'Warning'
    }
    $known = $Leave + @{ Success = $Success; Restart = $Restart }
    $named = @($Code) + @($known.Keys | Where-Object { $known[$_] -eq $Code }) -join ' '
    $text = "$($ScriptName): $named. " + (@($script:FindingTexts) + $Message -join ' ')
    return @{ Id = $id; Type = $type; Text = $text.Substring(0, [Math]::Min($LongestEvent, $text.Length)) }
}

# One entry for each run. A run without one has the same result.
function Write-RunEvent {
    param([int] $Code, [string] $Message)
    try {
        $entry = Get-RunEvent -Code $Code -Message $Message
        if (-not [Diagnostics.EventLog]::SourceExists($EventSource)) {
            [Diagnostics.EventLog]::CreateEventSource($EventSource, 'Application')
        }
        [Diagnostics.EventLog]::WriteEntry($EventSource, $entry.Text, [Diagnostics.EventLogEntryType] $entry.Type, $entry.Id)
    } catch {
        Write-Log -Message "This run has no entry in the Event Log: $_" -Type 2
    }
}

function Add-Finding {
    param([int] $Code, [string] $Message)
    Write-Log -Message $Message -Type 3
    $null = $script:Findings.Add($Code)
    $null = $script:FindingTexts.Add($Message)
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
# one below ProgramData, or with -OfClient nothing.
function Get-LogFolder {
    param([switch] $OfClient)
    $folder = [string] (Get-MachineValue -Key 'SOFTWARE\Microsoft\CCM\Logging\@Global' -Name 'LogDirectory')
    if (($folder -ne '') -and (Test-Path -LiteralPath $folder -PathType Container)) {
        return $folder.TrimEnd('\')
    }
    if (-not $OfClient) {
        return "$env:ProgramData\Garrison"
    }
}

# Whether a file or folder is a junction or a link, or may be one: Windows marks other things by the same attribute. Only of
# a file that Data Deduplication keeps it is known that it stays where it is. What is not there leads nowhere.
function Test-LeadsElsewhere {
    param([string] $Path)
    $item = Get-Item -LiteralPath $Path -Force -ErrorAction Ignore
    return ($null -ne $item) -and (($item.Attributes -band [IO.FileAttributes]::ReparsePoint) -ne 0) -and
        ((Get-ReparseTag -Path $Path) -ne $DeduplicatedTag)
}

# The number at the end of fsutil's first line, the same in every language. Nothing where it says none. LinkType is not in
# PowerShell 4.0, and is empty for links that it does not know too.
function Get-ReparseTag {
    param([string] $Path)
    try {
        $said = @(& "$env:SystemRoot\System32\fsutil.exe" reparsepoint query $Path)
    } catch {
        return ''
    }
    if (($LASTEXITCODE -eq 0) -and ($said.Count -gt 0) -and ($said[0] -match '\s(0x[0-9a-fA-F]{8})\s*$')) {
        return $Matches[1]
    }
    return ''
}

# Why SYSTEM must not write a log there: any user may create a folder below ProgramData, a junction too. That of the client
# no user can make, and an administrator may have moved it to another drive.
function Get-LogFault {
    param([string] $Path)
    $folder = [IO.Path]::GetDirectoryName($Path)
    if (($folder -ne (Get-LogFolder -OfClient)) -and (Test-LeadsElsewhere -Path $folder)) {
        return "The log folder $folder leads elsewhere. Remove it."
    }
    $owner = (Get-Acl -LiteralPath $folder).GetOwner([System.Security.Principal.SecurityIdentifier]).Value
    if ($TrustedOwners -notcontains $owner) {
        return "The log folder $folder belongs to $owner. Remove it."
    }
    if (Test-LeadsElsewhere -Path $Path) {
        return "The log $Path leads elsewhere. Remove it."
    }
    return ''
}

# Whether a log can be asked for there: a whole path of a file on a drive that there is.
function Test-LogPath {
    param([string] $Path)
    if (($Path -notmatch '^([A-Za-z]:)?[\\/]') -or (($Path -replace '^[A-Za-z]:', '') -match '[<>"|?*:\x00-\x1f]') -or
        (Test-Path -LiteralPath $Path -PathType Container) -or ([IO.Path]::GetFileName($Path) -eq '')) {
        return $false
    }
    return ($Path -notmatch '^[A-Za-z]:') -or (Test-Path -LiteralPath $Path.Substring(0, 3) -PathType Container)
}

# Has the log at that place, or returns why it cannot be written there. Who may not be trusted with the place that was
# wanted ends the run; a place of last resort is done without.
function Open-Log {
    param([string] $Path, [switch] $LastResort)
    try {
        $folder = [IO.Path]::GetDirectoryName($Path)
        if (-not (Test-Path -LiteralPath $folder)) {
            New-GuardedFolder -Path $folder -Rights 'O:BAG:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)'
        }
        $fault = Get-LogFault -Path $Path
        if ($fault -eq '') {
            $file = [IO.File]::Open($Path, [IO.FileMode]::Append, [IO.FileAccess]::Write, [IO.FileShare]::ReadWrite)
            try {
                # Once more while it is open: somebody could have put another folder there in the meantime.
                $fault = Get-LogFault -Path $Path
            } finally {
                $file.Dispose()
            }
        }
    } catch {
        # Whoever reads the log may hold it for a moment.
        Start-Sleep -Milliseconds 50
        return "The log $Path cannot be written: $_"
    }
    if (($fault -ne '') -and $LastResort) {
        return $fault
    }
    if ($fault -ne '') {
        Exit-Wrapper -Code $Leave.UntrustedLogFolder -Message $fault
    }
    $script:LogPath = $Path
    $script:LogReady = $true
}

function Start-NewLog {
    if ((Get-Item -LiteralPath $LogPath).Length -le $LongestLog) {
        return
    }
    try {
        Move-Item -LiteralPath $LogPath -Destination ([IO.Path]::ChangeExtension($LogPath, '.lo_')) -Force
    } catch {
        Write-Log -Message "The log grows on beyond $LongestLog bytes: $_" -Type 2
    }
}

# In the folder of the client, or where it was asked for; below ProgramData where that cannot be written; nowhere where
# neither can: the work does not depend on it.
function Initialize-Log {
    param([string] $Script)
    $asked = $LogPath
    $name = [IO.Path]::GetFileNameWithoutExtension($Script) + '.log'
    $own = "$env:ProgramData\Garrison\$name"
    $impossible = ($asked -ne '') -and (-not (Test-LogPath -Path $asked))
    $wanted = $asked
    if (($asked -eq '') -or $impossible) {
        $wanted = Join-Path -Path (Get-LogFolder) -ChildPath $name
    }
    $failures = @()
    foreach ($path in @($wanted, $wanted, $own)) {
        if (-not $script:LogReady) {
            $failures += @(Open-Log -Path $path -LastResort:($path -ne $wanted))
        }
    }
    if ($script:LogReady) {
        Start-NewLog
    } else {
        $failures += 'No log can be written: the work goes on without one.'
    }
    foreach ($failure in @($failures | Select-Object -Unique)) {
        Write-Log -Message $failure -Type 2
    }
    if ($impossible) {
        Exit-Wrapper -Code $Leave.InvalidArgument -Message "-LogPath '$asked' is not the whole path of a file that can be written."
    }
    foreach ($path in @(@($wanted, $own) | Select-Object -Unique)) {
        Remove-LeftOutput -Log $path
    }
}

# A program that overran holds these until it ends; then the run after it takes them away, wherever its log was.
function Remove-LeftOutput {
    param([string] $Log)
    try {
        $folder = [IO.Path]::GetDirectoryName($Log)
        if ((-not (Test-Path -LiteralPath $folder -PathType Container)) -or ((Get-LogFault -Path $Log) -ne '')) {
            return
        }
        $left = [IO.Path]::GetFileNameWithoutExtension($Log) + '.*.tmp'
        foreach ($file in @(Get-ChildItem -LiteralPath $folder -Filter $left)) {
            Remove-OutputFile -Path $file.FullName
        }
    } catch {
        Write-Log -Message "What an earlier run left beside $Log is removed by a later run: $_" -Type 2
    }
}
