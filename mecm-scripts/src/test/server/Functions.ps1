# What a server under Wine lacks, by the names of Windows. PowerShell finds a function of the caller before a cmdlet, so
# scripts run as they are. What a test wishes stands in the registry below SOFTWARE\Garrison Test, where every process
# of the server sees it.
$global:TestKey = 'HKEY_LOCAL_MACHINE\SOFTWARE\Garrison Test'

# The cmdlet asks Wine for all about each service, which takes a fifth of a second; the framework asks for the list alone.
# Wine's list is cut short at times when something else starts: a service whose key is there and that the list lacks makes
# it a list to ask for again.
Add-Type -AssemblyName System.ServiceProcess.ServiceController
function global:Get-WineService {
    foreach ($turn in 1..20) {
        $found = [System.ServiceProcess.ServiceController]::GetServices()
        $names = @($found | ForEach-Object { $_.ServiceName })
        $missing = @('Sense', 'WinDefend', 'WdNisSvc', 'ekrn', 'xagt', 'HealthService' | Where-Object {
                ($names -notcontains $_) -and
                ($null -ne [Microsoft.Win32.Registry]::GetValue("HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\$_", 'ImagePath', $null)) })
        if ($missing.Count -eq 0) {
            return $found
        }
    }
    throw "Wine's list of services lacks $($missing -join ', '), whose keys are there."
}

# Wine does not let go of a service that was deleted, so a test hides it.
function global:Get-Service {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string[]] $Name)
    $hidden = @()
    $key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey('SOFTWARE\Garrison Test\Hidden')
    if ($null -ne $key) {
        $hidden = @($key.GetValueNames())
        $key.Close()
    }
    $found = @(Get-WineService | Where-Object { $hidden -notcontains $_.Name })
    if (-not $Name) {
        return $found
    }
    foreach ($one in $Name) {
        $those = @($found | Where-Object { $_.Name -like $one })
        if (($those.Count -eq 0) -and ($one -notmatch '[*?]')) {
            Write-Error -Message "Cannot find any service with service name '$one'." -Category ObjectNotFound
        }
        $those
    }
}

# Wine has one owner for all files, and keeps access lists as three modes. The owner is Owner, or the system; the rules are
# Rules, or those of Wine.
function global:Get-Acl {
    [CmdletBinding()]
    param([string] $LiteralPath, [Parameter(Position = 0)] [string] $Path)
    $acl = Microsoft.PowerShell.Security\Get-Acl -LiteralPath "$LiteralPath$Path"
    $owner = [Microsoft.Win32.Registry]::GetValue($TestKey, 'Owner', $null)
    if (-not $owner) {
        $owner = 'S-1-5-18'
    }
    $rules = [Microsoft.Win32.Registry]::GetValue($TestKey, 'Rules', $null)
    if (-not $rules) {
        $rules = $acl.Sddl
    }
    $made = Microsoft.PowerShell.Utility\New-Object -TypeName PSObject -Property @{
        Owner                   = 'NT SERVICE\TrustedInstaller'
        Sid                     = $owner
        Rules                   = $rules
        AreAccessRulesProtected = $rules -match 'D:P'
    }
    $made | Add-Member -MemberType ScriptMethod -Name GetSecurityDescriptorSddlForm -Value {
        $security = Microsoft.PowerShell.Utility\New-Object -TypeName System.Security.AccessControl.DirectorySecurity
        $security.SetSecurityDescriptorSddlForm($this.Rules)
        return $security.GetSecurityDescriptorSddlForm('Access')
    }
    $made | Add-Member -MemberType ScriptMethod -Name GetOwner -Value {
        param([type] $Kind)
        New-Object -TypeName $Kind.FullName -ArgumentList $this.Sid
    }
    return $made
}

# Wine has no junctions: Link names what is one. With LinkOnce it is one from the moment that this is looked at.
function global:Get-Item {
    [CmdletBinding()]
    param([string[]] $LiteralPath, [Parameter(Position = 0)] [string[]] $Path, [switch] $Force)
    $link = [Microsoft.Win32.Registry]::GetValue($TestKey, 'Link', '')
    if ($link -and ("$LiteralPath" -eq $link) -and -not [Microsoft.Win32.Registry]::GetValue($TestKey, 'LinkOnce', '')) {
        return Microsoft.PowerShell.Utility\New-Object -TypeName PSObject -Property @{
            Attributes = [IO.FileAttributes]'ReparsePoint'
            Length     = 0
        }
    }
    if ($link -and ("$LiteralPath" -eq [Microsoft.Win32.Registry]::GetValue($TestKey, 'LinkOnce', ''))) {
        [Microsoft.Win32.Registry]::SetValue($TestKey, 'LinkOnce', '')
    }
    Microsoft.PowerShell.Management\Get-Item @PSBoundParameters
}

# Wine's fsutil knows no reparse points. LinkTag is the tag of the link, which is a symbolic one by itself.
function global:Get-ReparsePoint {
    $tag = [Microsoft.Win32.Registry]::GetValue($TestKey, 'LinkTag', $null)
    if ($null -eq $tag) {
        $tag = '0xa000000c'
    }
    $global:LASTEXITCODE = [int] ($tag -eq '')
    if ($tag -eq '') {
        return "Error:  $($args): The file cannot be accessed by the system."
    }
    return "Reparse Tag Value : $tag", 'Tag value: Microsoft', '', 'Reparse Data Length: 0x0000007c'
}
Set-Alias -Name "$env:SystemRoot\System32\fsutil.exe" -Value Get-ReparsePoint -Scope Global

# Wine has no WMI. A restart of the server changes the time of its start.
function global:Get-CimInstance {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string] $ClassName)
    if ($ClassName -ne 'Win32_OperatingSystem') {
        throw "There is no $ClassName on this server."
    }
    $boot = [int] [Microsoft.Win32.Registry]::GetValue($TestKey, 'Boots', 0)
    return New-Object -TypeName PSObject -Property @{ LastBootUpTime = ([datetime] '2026-01-01T01:02:03').AddDays($boot) }
}

# Wine has no catalogue of signers.
function global:Get-AuthenticodeSignature {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string] $FilePath)
    return New-Object -TypeName PSObject -Property @{ Status = 'Valid'; Path = $FilePath }
}

# The Microsoft Monitoring Agent's object, with the workspaces that are values below Workspaces; and, where User is 1, a
# user who is no administrator, which nobody is under Wine. Other objects are those of Windows.
function global:New-Object {
    [CmdletBinding(DefaultParameterSetName = 'Net')]
    param(
        [Parameter(ParameterSetName = 'Net', Position = 0)] [string] $TypeName,
        [Parameter(ParameterSetName = 'Net', Position = 1)] [object[]] $ArgumentList,
        [Parameter(ParameterSetName = 'Com')] [string] $ComObject,
        [System.Collections.IDictionary] $Property
    )
    if (($TypeName -eq 'System.Security.Principal.WindowsPrincipal') -and
        ([Microsoft.Win32.Registry]::GetValue($TestKey, 'User', 0) -eq 1)) {
        $user = Microsoft.PowerShell.Utility\New-Object -TypeName PSObject
        $user | Add-Member -MemberType ScriptMethod -Name IsInRole -Value { $false }
        return $user
    }
    if ($ComObject -ne 'AgentConfigManager.MgmtSvcCfg') {
        return Microsoft.PowerShell.Utility\New-Object @PSBoundParameters
    }
    $agent = Microsoft.PowerShell.Utility\New-Object -TypeName PSObject
    $agent | Add-Member -MemberType ScriptMethod -Name GetCloudWorkspaces -Value {
        $key = [Microsoft.Win32.Registry]::LocalMachine.CreateSubKey('SOFTWARE\Garrison Test\Workspaces')
        foreach ($name in $key.GetValueNames()) {
            Microsoft.PowerShell.Utility\New-Object -TypeName PSObject -Property @{ workspaceId = $name }
        }
        $key.Close()
    }
    $agent | Add-Member -MemberType ScriptMethod -Name RemoveCloudWorkspace -Value {
        param([string] $Id)
        $key = [Microsoft.Win32.Registry]::LocalMachine.CreateSubKey('SOFTWARE\Garrison Test\Workspaces')
        if ($key.GetValue($Id) -ne 'held') {
            $key.DeleteValue($Id, $true)
        }
        $key.Close()
    }
    $agent | Add-Member -MemberType ScriptMethod -Name ReloadConfiguration -Value {
        [Microsoft.Win32.Registry]::SetValue("$TestKey", 'Reloaded', 1)
    }
    return $agent
}
