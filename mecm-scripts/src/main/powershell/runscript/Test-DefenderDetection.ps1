<#
.SYNOPSIS
    Runs Microsoft's detection test for Defender for Endpoint on this server.
.DESCRIPTION
    Garrison puts this script on the site (Run Scripts) and runs it on servers that a person named. It starts the
    command that Microsoft documents for the test, word for word, and ends it after a while. A sensor that works raises
    an alert in the portal within about ten minutes; nothing on the server shows it.

    The command would fetch a program from the server itself (127.0.0.1) and start it. No such program is wanted: the
    folder for it is made here so that nobody, this script included, can put a file into it, and is removed again.

    It prints one line of JSON: code (0, or one of those in docs/reference/server-scripts.md of Garrison), message,
    and orgId, the tenant that the sensor reports to. Run Scripts hands exit codes on as 0, so there are none.
.LINK
    https://learn.microsoft.com/defender-endpoint/run-detection-test
#>
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$Leave = @{
    ConstrainedLanguage  = 20013
    FolderInTheWay       = 20050
    SensorNotOnboarded   = 20051
    TestNotStarted       = 20052
}

$StatusKey = 'HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows Advanced Threat Protection\Status'
$Program = "$env:SystemRoot\System32\WindowsPowerShell\v1.0\powershell.exe"
$Folder = 'C:\test-MDATP-test'
$Command = '-NoExit -ExecutionPolicy Bypass -WindowStyle Hidden $ErrorActionPreference = ''silentlycontinue'';(New-Object System.Net.WebClient).DownloadFile(''http://127.0.0.1/1.exe'', ''C:\\test-MDATP-test\\invoice.exe'');Start-Process ''C:\\test-MDATP-test\\invoice.exe'''
# The system owns it, nobody may add a file or a folder, the system and administrators may do all else.
$Guard = 'O:SYG:SYD:P(D;;0x6;;;WD)(A;;FA;;;SY)(A;;FA;;;BA)'
$Seconds = 15

function Write-Result {
    param([int] $Code, [string] $Message, [string] $OrgId = '')
    Write-Output (ConvertTo-Json -Compress -InputObject @{ code = $Code; message = $Message; orgId = $OrgId })
}

function Get-StatusValue {
    param([string] $Name)
    return [Microsoft.Win32.Registry]::GetValue($StatusKey, $Name, $null)
}

# The rules alone: Windows may or may not add a flag of its own before them.
function Get-RuleText {
    param([object] $Acl)
    $text = $Acl.GetSecurityDescriptorSddlForm('Access')
    return $text.Substring($text.IndexOf('('))
}

# A user may have made the folder in the same moment, or a junction to another one; then it is not what we made.
function New-GuardedFolder {
    $rules = New-Object -TypeName System.Security.AccessControl.DirectorySecurity
    $rules.SetSecurityDescriptorSddlForm($Guard)
    # In PowerShell 7 the framework has it elsewhere.
    if ($PSVersionTable.PSVersion.Major -lt 6) {
        [void] [IO.Directory]::CreateDirectory($Folder, $rules)
    } else {
        [void] [IO.FileSystemAclExtensions]::CreateDirectory($rules, $Folder)
    }
    if ((Get-Item -LiteralPath $Folder -Force).Attributes -band [IO.FileAttributes]::ReparsePoint) {
        throw "$Folder leads elsewhere."
    }
    $found = Get-Acl -LiteralPath $Folder
    $owner = $found.GetOwner([Security.Principal.SecurityIdentifier]).Value
    if ($owner -ne 'S-1-5-18') {
        throw "$Folder belongs to $owner."
    }
    $text = Get-RuleText -Acl $found
    if (-not $found.AreAccessRulesProtected -or $text -ne (Get-RuleText -Acl $rules)) {
        throw "$Folder has other rules: $text."
    }
    if (@(Get-ChildItem -LiteralPath $Folder -Force).Count -gt 0) {
        throw "$Folder is not empty."
    }
}

if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    Write-Result -Code $Leave.ConstrainedLanguage -Message 'Application control restricts this script.'
    return
}
$tenant = [string] (Get-StatusValue -Name 'OrgId')
if ((Get-StatusValue -Name 'OnboardingState') -ne 1) {
    Write-Result -Code $Leave.SensorNotOnboarded -Message 'OnboardingState is not 1: no alert would come.' -OrgId $tenant
    return
}
if (Test-Path -LiteralPath $Folder) {
    Write-Result -Code $Leave.FolderInTheWay -Message "$Folder exists. Look at it, and remove it." -OrgId $tenant
    return
}
$made = $false
try {
    New-GuardedFolder
    $made = $true
    $test = Start-Process -FilePath $Program -ArgumentList $Command -WindowStyle Hidden -PassThru
    Start-Sleep -Seconds $Seconds
    $ended = $test.HasExited
    if (-not $ended) {
        $test.Kill()
    }
    $how = 'was ended by this script'
    if ($ended) {
        $how = 'had ended before'
    }
    Write-Result -Code 0 -Message "The command ran and $how." -OrgId $tenant
} catch {
    Write-Result -Code $Leave.TestNotStarted -Message "The command did not run: $_" -OrgId $tenant
} finally {
    if ($made) {
        Remove-Item -LiteralPath $Folder -Force -ErrorAction SilentlyContinue
    }
}
