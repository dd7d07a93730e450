<#
.SYNOPSIS
    The log of Garrison's scripts on servers, and the codes that they leave with.
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
