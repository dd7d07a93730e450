# What the suites of the scripts for servers begin with: a server under Wine that is as new before each test. The scripts
# run from a folder of drive C:, as the content of an application does.
Set-StrictMode -Version Latest
. "$PSScriptRoot\..\server\Functions.ps1"
$Tenant = '11111111-2222-4333-8444-555555555555'
$Elsewhere = '99999999-9999-4999-8999-999999999999'
$Content = 'C:\Content'
$Logs = 'C:\Windows\CCM\Logs'
$Policy = 'SOFTWARE\Policies\Microsoft\Windows Advanced Threat Protection'
$Defender = 'SOFTWARE\Policies\Microsoft\Windows Defender'
$Collection = 'SOFTWARE\Policies\Microsoft\Windows\DataCollection'
$Status = 'SOFTWARE\Microsoft\Windows Advanced Threat Protection\Status'
$Marker = 'SOFTWARE\Garrison\DefenderForEndpoint'
$Notes = 'SOFTWARE\Garrison\DefenderSettings'
$Uninstall = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall'
$Agent = "$Uninstall\{AAAAAAAA-2222-4333-8444-555555555555}"
$Offboarding = '696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A'
$Wish = 'SOFTWARE\Garrison Test'
$Source = 'SYSTEM\CurrentControlSet\Services\EventLog\Application\Garrison'
$Machine = [Microsoft.Win32.Registry]::LocalMachine

function Set-Value {
    param([string] $Key, [string] $Name, $Value)
    $kind = [Microsoft.Win32.RegistryValueKind]::String
    if ($Value -is [int]) {
        $kind = [Microsoft.Win32.RegistryValueKind]::DWord
    }
    [Microsoft.Win32.Registry]::SetValue("HKEY_LOCAL_MACHINE\$Key", $Name, $Value, $kind)
}

function Get-Value {
    param([string] $Key, [string] $Name)
    return [Microsoft.Win32.Registry]::GetValue("HKEY_LOCAL_MACHINE\$Key", $Name, $null)
}

# 2012R2, 2016, 2019 or a build. Windows itself is Wine's.
function Set-System {
    param([string] $System, [string] $Installation = 'Server', [string] $Edition = 'ServerStandard')
    $key = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $builds = @{ '2012R2' = '9600'; '2016' = '14393'; '2019' = '17763' }
    $build = if ($builds.ContainsKey($System)) { $builds[$System] } else { $System }
    Set-Value $key 'CurrentBuildNumber' $build
    Set-Value $key 'CurrentBuild' $build
    Set-Value $key 'InstallationType' $Installation
    Set-Value $key 'EditionID' $Edition
    $kernel = if ($System -eq '2012R2') { 'kernel-2012' } else { 'kernel-2016' }
    Copy-Item "C:\Garrison Test\$kernel.exe" 'C:\windows\System32\ntoskrnl.exe' -Force
    Copy-Item "C:\Garrison Test\$kernel.exe" 'C:\windows\System32\tdh.dll' -Force
}

# Services are there or hidden; those of Start are started.
function Set-Service {
    param([string[]] $There = @(), [string[]] $Start = @())
    $key = $Machine.CreateSubKey("$Wish\Hidden")
    foreach ($name in @('Sense', 'WinDefend', 'WdNisSvc', 'ekrn', 'xagt', 'HealthService')) {
        if (($There + $Start) -contains $name) {
            $key.DeleteValue($name, $false)
        } else {
            $key.SetValue($name, '')
        }
    }
    $key.Close()
    foreach ($name in $Start) {
        Microsoft.PowerShell.Management\Start-Service -Name $name
    }
}

function Stop-Everything {
    Get-WineService | Where-Object { @('Sense', 'WinDefend', 'WdNisSvc', 'ekrn', 'xagt', 'HealthService') -contains $_.ServiceName } |
        Where-Object { $_.Status -ne 'Stopped' } | Microsoft.PowerShell.Management\Stop-Service -Force
}

# The scripts look once a second. Here they look ten times as often, so that no test waits for the next look.
function global:Start-Sleep {
    param([double] $Seconds, [int] $Milliseconds)
    Microsoft.PowerShell.Utility\Start-Sleep -Milliseconds ($Seconds * 100 + $Milliseconds)
}

# A server that has just been made: nothing of Defender for Endpoint, no other antivirus.
function Reset-Server {
    param([string] $System = '2019')
    if (Get-Value "$Wish\Service" 'Sense.Held') {
        Set-Value "$Wish\Service" 'Sense.Held' 0
        Microsoft.PowerShell.Utility\Start-Sleep -Seconds 1
    }
    Stop-Everything
    foreach ($key in @('SOFTWARE\Policies\Microsoft', 'SOFTWARE\Microsoft\Windows Advanced Threat Protection',
            'SOFTWARE\Garrison', $Uninstall, $Wish, 'SOFTWARE\Classes\AgentConfigManager.MgmtSvcCfg',
            'SOFTWARE\Microsoft\Microsoft Defender for Endpoint Install', 'SYSTEM\CurrentControlSet\Services\WdFilter')) {
        $Machine.DeleteSubKeyTree($key, $false)
    }
    $null = $Machine.CreateSubKey($Uninstall)
    Set-Value 'SYSTEM\CurrentControlSet\Services\Sense' 'Start' 3
    # install.ps1 deletes this one at times.
    $defender = 'SYSTEM\CurrentControlSet\Services\WinDefend'
    Set-Value $defender 'ImagePath' '"C:\Garrison Test\platform.exe"'
    foreach ($pair in @(@('Type', 16), @('Start', 3), @('ErrorControl', 1), @('ObjectName', 'LocalSystem'))) {
        Set-Value $defender $pair[0] $pair[1]
    }
    Set-Value 'SOFTWARE\Microsoft\CCM\Logging\@Global' 'LogDirectory' $Logs
    Set-Value "$Wish\Feature" 'Windows-Defender' 'Enabled'
    Set-System $System
    $there = if ($System -eq '2012R2') { @() } elseif ($System -eq '2016') { @('WinDefend') } else { @('Sense', 'WinDefend') }
    Set-Service -There $there
    foreach ($folder in @($Logs, "$env:ProgramData\Garrison")) {
        Remove-Item $folder -Recurse -Force -ErrorAction Ignore
    }
    $null = New-Item $Logs -ItemType Directory
    Remove-Item 'C:\msiexec.txt' -ErrorAction Ignore
    $Machine.DeleteSubKeyTree($Source, $false)
    Reset-Content
}

function Get-Body {
    param([string] $OrgId = $Tenant, [hashtable] $More = @{ geoLocationUrl = 'https://winatp-gw-weu.microsoft.com/' })
    $body = ConvertTo-Json -Compress ([ordered] @{ previousOrgIds = @(); orgId = $OrgId } + $More)
    return ConvertTo-Json -Compress @{ body = $body; sig = 'c2ln'; sha256sig = 'c2ln'; cert = 'Y2VydA==' }
}

# The folder as Configuration Manager brings it: our scripts, the product list, Microsoft's files and the package.
function Reset-Content {
    foreach ($file in @(Get-ChildItem $Content -File | Where-Object { $_.Extension -ne '.ps1' -or $_.Name -eq 'install.ps1' })) {
        Remove-Item $file.FullName -Force
    }
    Copy-Item "$PSScriptRoot\..\..\..\..\config\ThirdPartyAntivirus.txt" $Content
    Copy-Item $env:GARRISON_TEST_INSTALL_SCRIPT "$Content\install.ps1"
    Copy-Item $env:GARRISON_TEST_INSTALLER "$Content\md4ws.msi"
    Copy-Item 'C:\Garrison Test\kernel-2016.exe' "$Content\UpdatePlatform.exe"
    [IO.File]::WriteAllText("$Content\WindowsDefenderATP.onboarding", (Get-Body))
}

# The content in a folder whose name PowerShell could take for a pattern.
function Copy-Content {
    $to = 'C:\Content [1-2] `a'
    Remove-Item -LiteralPath $to -Recurse -Force -ErrorAction Ignore
    $null = [IO.Directory]::CreateDirectory($to)
    foreach ($file in @(Get-ChildItem $Content -File)) {
        [IO.File]::Copy($file.FullName, "$to\$($file.Name)")
    }
    return $to
}

# What the manifest says of other antivirus, with the line at its end that gives their number.
function Set-OwnList {
    param([string[]] $Lines = @())
    $entries = @($Lines | Where-Object { -not $_.StartsWith('#') }).Count
    [IO.File]::WriteAllLines("$Content\OtherAntivirus.txt", [string[]] ($Lines + "lines;$entries"))
}

# As a restart does: keys that live until then go, and install.ps1 sees another start of Windows.
function Restart-Server {
    foreach ($key in 'RestartPending', 'OnboardingRead') {
        $Machine.DeleteSubKeyTree("$Marker\$key", $false)
    }
    Set-Value $Wish 'Boots' (1 + [int] (Get-Value $Wish 'Boots'))
}

# Runs a script of the content in this process. Its exit code; what it put out is in Said.
function Invoke-Client {
    param([string] $Script, [hashtable] $Words = @{})
    $global:LASTEXITCODE = 0
    $global:Said = @(& "$Content\$Script.ps1" @Words)
    return $LASTEXITCODE
}

# A PowerShell in this process with a session of its own, beside the one that runs the tests.
function New-Shell {
    $state = [System.Management.Automation.Runspaces.InitialSessionState]::CreateDefault2()
    $shell = [powershell]::Create()
    $shell.Runspace = [System.Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace($state)
    $shell.Runspace.Open()
    return $shell
}

# Runs a script of the content in a process of its own, as Configuration Manager starts it. Its exit code.
function Start-Client {
    param([string] $Line, [string] $Output = '')
    $more = if ($Output) { @{ RedirectStandardOutput = $Output } } else { @{} }
    $process = Start-Process @more -FilePath 'C:\windows\System32\WindowsPowerShell\v1.0\powershell.exe' -WorkingDirectory $Content -PassThru `
        -NoNewWindow -ArgumentList "-NoProfile -NonInteractive -ExecutionPolicy Bypass -File $Line"
    $null = $process.Handle
    if (-not $process.WaitForExit(120000)) {
        throw "$Line does not end"
    }
    return $process.ExitCode
}

# The wrapper with the words of most tests, and more or others. Proof takes seconds here, not minutes.
function Invoke-Install {
    param([hashtable] $More = @{})
    $words = @{ OrgId = $Tenant; Antivirus = 'active'; ProofMinutes = 0.2 }
    foreach ($name in $More.Keys) {
        $words[$name] = $More[$name]
    }
    Invoke-Client Install-DefenderForEndpoint $words
}

# What a run logged, without times: the type and the words of each line.
function Get-Log {
    param([string] $Script, [string] $Folder = $Logs)
    $file = "$Folder\$Script.log"
    if (-not (Test-Path -LiteralPath $file)) {
        return @()
    }
    $text = [IO.File]::ReadAllText($file)
    return @([regex]::Matches($text, '(?s)<!\[LOG\[(.*?)\]LOG\]!><time="[0-9:.]{12}[+-]\d+" date="\d\d-\d\d-\d{4}" component="Garrison" context="" type="(\d)"') |
            ForEach-Object { "$($_.Groups[2].Value) $($_.Groups[1].Value)" })
}

# The values that a run wrote, in their order.
function Get-Written {
    param([string] $Script)
    return @(Get-Log $Script | Where-Object { $_ -match '^1 (\S+) (set to|removed)' -or $_ -match '^1 (OnboardingInfo|Offboarding value) written' } |
            ForEach-Object { $_.Substring(2) -replace ' from .*' })
}

# As Invoke-Install, for the script that offboards.
function Invoke-Remove {
    param([hashtable] $More = @{})
    $words = @{ OrgId = $Tenant; ProofMinutes = 0.2 }
    foreach ($name in $More.Keys) {
        $words[$name] = $More[$name]
    }
    Invoke-Client Remove-DefenderForEndpoint $words
}

function Set-Package {
    param([string] $OrgId = $Tenant, [DateTime] $Until = [DateTime]::UtcNow.AddDays(3))
    [IO.File]::WriteAllText("$Content\WindowsDefenderATP.offboarding", (Get-Body $OrgId @{ expirationTimestamp = $Until.ToFileTimeUtc() }))
}
# Onboarded, with the agent on 2012 R2 and 2016.
function Set-Onboarded {
    param([string] $System, [switch] $Passive)
    Reset-Server $System
    Set-Value $Policy 'OnboardingInfo' (Get-Body)
    Set-Value $Status 'OnboardingState' 1
    Set-Value $Status 'OrgId' $Tenant
    Set-Value 'SYSTEM\CurrentControlSet\Services\Sense' 'Start' 2
    if ($System -ne '2019') { Set-Value $Agent 'DisplayName' 'Microsoft Defender for Endpoint' }
    if ($Passive) { Set-Value $Policy 'ForceDefenderPassiveMode' 1 }
    Set-Service -There 'WinDefend' -Start 'Sense'
    Set-Package
}

# Makes the key of Defender for Endpoint one that cannot be made: below a key that lives until the restart only others of
# its kind can be. Reset-Server takes it back.
function Block-Policy {
    $Machine.DeleteSubKeyTree('SOFTWARE\Policies\Microsoft', $false)
    foreach ($key in @('SOFTWARE\Policies\Microsoft', $Collection, $Defender)) {
        $null = $Machine.CreateSubKey($key, [Microsoft.Win32.RegistryKeyPermissionCheck]::Default,
            [Microsoft.Win32.RegistryOptions]::Volatile)
    }
}
