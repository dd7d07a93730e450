BeforeDiscovery { Set-StrictMode -Version Latest }
BeforeAll {
    . "$PSScriptRoot\Server.Setup.ps1"
    function Get-Last { (Get-Log Install-DefenderForEndpoint)[-1] }
}
Describe 'A stand-in for install.ps1' {
    BeforeEach { Reset-Server 2012R2 }
    BeforeAll {
        # The only call that the wrapper knows, so that it takes the script for Microsoft's.
        function Set-InstallScript {
            param([string] $Ends)
            [IO.File]::WriteAllText("$Content\install.ps1", @"
[CmdletBinding()] param([switch] `$NoEtl, [switch] `$NoMSILog, [switch] `$Passive)
function Measure-Process { param([string] `$FilePath, [string[]] `$ArgumentList) Start-Process -FilePath `$FilePath -ArgumentList `$ArgumentList -Wait }
if (`$false) { Measure-Process -FilePath 'msiexec.exe' -ArgumentList '/i' }
$Ends
"@)
        }
    }

    It 'takes the parameters that the wrapper gives, as Microsoft''s does' {
        $real = (Get-Command "$Content\install.ps1").Parameters.Keys
        Set-InstallScript ''
        (Get-Command "$Content\install.ps1").Parameters.Keys | Where-Object { $real -notcontains $_ } | Should -BeNullOrEmpty
        $real | Should -Contain 'NoEtl'
        $real | Should -Contain 'NoMSILog'
        $real | Should -Contain 'Passive'
    }

    It 'hands <Code> on as <Handed>' -ForEach @(
        @{ Code = 36; Handed = 36; Said = '3 Another installation is running; Configuration Manager tries again. Leaving with 36.' }
        @{ Code = 35; Handed = 20024; Said = '3 install.ps1 ended well and there is no service Sense. Nothing was onboarded. Leaving with 20024.' }
        @{ Code = 38; Handed = 38; Said = '3 install.ps1 did not install the agent. Leaving with 38.' }
    ) {
        Set-InstallScript "exit $Code"
        Invoke-Install | Should -Be $Handed
        Get-Last | Should -Be $Said
    }

    It 'asks for a restart where the services show a Defender that was left behind' {
        Set-Service -There 'WinDefend'
        Set-InstallScript 'exit 1603'
        Invoke-Install | Should -Be 3010
        Get-Log Install-DefenderForEndpoint | Should -Contain '2 The service WinDefend is there without WdNisSvc and WdFilter.'
    }

    It 'is not restarted for ever where it asks at each start' {
        Set-InstallScript 'exit 12'
        foreach ($time in 1..4) {
            Invoke-Install | Should -Be 3010
            (Get-Last) | Should -Be "1 install.ps1 ended with 12 and goes on after a restart ($time). Leaving with 3010."
            Restart-Server
        }
        Invoke-Install | Should -Be 20025
        Get-Last | Should -Be '3 install.ps1 ends with 12 again after 4 restarts. Its log says why. Leaving with 20025.'
    }

    It 'installs again where onboarding failed after the restart' {
        Set-Value $Agent 'DisplayName' 'Microsoft Defender for Endpoint'
        Set-Service -There 'Sense'
        Set-Value $Marker 'Installed' 1
        Set-Value "$Wish\Service" 'Sense.Deaf' 1
        Set-InstallScript 'exit 0'
        Invoke-Install @{ ProofMinutes = 0.05 } | Should -Be 20022
        Get-Log Install-DefenderForEndpoint | Should -Contain '1 The agent was installed before the restart.'
        Invoke-Install @{ ProofMinutes = 0.05 } | Should -Be 20022
        Get-Log Install-DefenderForEndpoint | Should -Contain '1 It ended with 0.'
    }

    It 'is told to keep no log where it cannot write beside itself' {
        $null = New-Item "$Content\$PID.tmp" -ItemType Directory
        try {
            Set-InstallScript 'exit $(if ($NoMSILog) { 41 } else { 42 })'
            Invoke-Install | Should -Be 41
        } finally {
            Remove-Item "$Content\$PID.tmp"
        }
    }

    It 'leaves one that overruns alone, keeps its words, and cleans up in the run after it' {
        Set-InstallScript "Write-Host 'half of the work is done'; Start-Sleep -Seconds 9; exit 0"
        Invoke-Install @{ InstallMinutes = 0.08 } | Should -Be 20020
        $log = Get-Log Install-DefenderForEndpoint
        $log | Should -Contain '1   half of the work is done'
        $log[-1] | Should -Be '3 After 0.08 minutes install.ps1 still runs. Leaving with 20020.'
        $clock = [Diagnostics.Stopwatch]::StartNew()
        while (@(Get-ChildItem $Logs -Filter '*.tmp').Count -gt 0 -and $clock.Elapsed.TotalSeconds -lt 30) {
            $null = Invoke-Install @{ OrgId = 'x' }
        }
        Get-ChildItem $Logs -Filter '*.tmp' | Should -BeNullOrEmpty
    }

    It 'is kept from whoever would write to it while it runs, and PowerShell starts it, and the MSI is free' {
        Set-InstallScript @'
$held = @(foreach ($pair in @(@('install.ps1', 'ReadWrite, Delete'), @('md4ws.msi', 'None'))) {
    try {
        [IO.File]::Open("$PSScriptRoot\$($pair[0])", 'Open', 'ReadWrite', [IO.FileShare] $pair[1]).Dispose()
        "$($pair[0]) is free"
    } catch {
        "$($pair[0]) is held"
    }
})
[Console]::WriteLine($held -join ', ')
exit 38
'@
        $hashes = @{
            InstallScriptHash = (Get-FileHash "$Content\install.ps1" -Algorithm SHA256).Hash.ToLowerInvariant()
            InstallerHash     = (Get-FileHash "$Content\md4ws.msi" -Algorithm SHA256).Hash
        }
        Invoke-Install $hashes | Should -Be 38
        Get-Log Install-DefenderForEndpoint | Should -Contain '1   install.ps1 is held, md4ws.msi is free'
        [IO.File]::Open("$Content\install.ps1", 'Open', 'ReadWrite', 'None').Dispose()
    }

    It 'is started from a folder whose name PowerShell could take for a pattern' {
        Set-InstallScript "[Console]::WriteLine('started'); exit 38"
        $from = Copy-Content
        try {
            $null = & "$from\Install-DefenderForEndpoint.ps1" -OrgId $Tenant -Antivirus active
        } finally {
            Remove-Item -LiteralPath $from -Recurse -Force
        }
        $LASTEXITCODE | Should -Be 38
        Get-Log Install-DefenderForEndpoint | Should -Contain '1   started'
    }

    It 'is not run where it changed after the checks' {
        Set-InstallScript 'exit 38'
        . "$Content\ScriptLog.ps1"
        . "$Content\ReadinessChecks.ps1"
        . "$Content\AgentInstallation.ps1"
        function Exit-OnFinding { if ($script:Findings.Count -gt 0) { throw "leaving with $($script:Findings[0])" } }
        function Invoke-Program { 'it ran' }
        function Get-InstallArgument { '' }
        $InstallScript = "$Content\install.ps1"
        $InstallMinutes = 1
        $PowerShellTail = ''
        $InstallScriptHash = '0' * 64
        { Invoke-HeldScript } | Should -Throw 'leaving with 20009'
        $InstallScriptHash = ''
        $script:Findings.Clear()
        Invoke-HeldScript | Should -Be 'it ran'
    }

    It 'keeps words in <Encoding>' -ForEach @(
        @{ Encoding = 'UTF-16'; Bytes = 'Unicode' }
        @{ Encoding = 'UTF-8 with its mark'; Bytes = 'UTF8' }
    ) {
        Set-InstallScript "`$out = [Console]::OpenStandardOutput(); `$text = [Text.Encoding]::$Bytes; `$all = `$text.GetPreamble() + `$text.GetBytes(`"Pr`$([char] 0xFC)fung`"); `$out.Write(`$all, 0, `$all.Length); `$out.Flush(); exit 38"
        Invoke-Install | Should -Be 38
        (Get-Log Install-DefenderForEndpoint) -join "`n" | Should -Match "Pr$([char] 0xFC)fung"
    }

    It 'logs the first megabyte of endless words, and says so' {
        Set-InstallScript "1..12000 | ForEach-Object { [Console]::WriteLine('x' * 100) }; exit 38"
        Invoke-Install | Should -Be 38
        Get-Log Install-DefenderForEndpoint | Should -Contain '2 Only the first 1000000 bytes of its output are logged.'
    }
}
Describe 'What keeps Windows Installer from a restart' {
    BeforeEach { Reset-Server 2012R2 }
    BeforeAll {
        function Set-InstallScript {
            param([string] $Text)
            [IO.File]::WriteAllText("$Content\other.ps1", $Text)
        }
        $Measure = "function Measure-Process { param([string] `$FilePath, [string[]] `$ArgumentList) Start-Process -FilePath `$FilePath -ArgumentList `$ArgumentList -Wait }`r`n"
        $Call = "Measure-Process -FilePath 'C:\windows\System32\msiexec.exe' -ArgumentList '/i', 'x.msi'`r`n"
    }
    AfterAll { Remove-Item "$Content\other.ps1" -ErrorAction Ignore }

    It 'adds /norestart for the installer alone' {
        Set-InstallScript ($Measure + $Call + "Measure-Process -FilePath 'C:\Garrison Test\kernel-2016.exe' -ArgumentList 'y'")
        Invoke-Client Invoke-InstallScript @{ InstallScript = "$Content\other.ps1" } | Should -Be 0
        @(Get-Content 'C:\msiexec.txt') | Should -Match 'msiexec\.exe"? /i x\.msi /norestart$'
    }

    It 'does not take a script that did not run for one that went well' {
        Set-InstallScript ("#requires -Version 99`r`n" + $Measure + $Call)
        Start-Client "Invoke-InstallScript.ps1 -InstallScript $Content\other.ps1" | Should -Be 1
        'C:\msiexec.txt' | Should -Not -Exist
    }

    It 'hands the exit code on' {
        Set-InstallScript ($Measure + "if (`$false) { $Call }`r`nexit 12")
        Invoke-Client Invoke-InstallScript @{ InstallScript = "$Content\other.ps1" } | Should -Be 12
    }

    It 'does not run a script that <What>' -ForEach @(
        @{ What = 'calls the installer past that function'; Text = { $Measure + $Call + "msiexec.exe /i x.msi" } }
        @{ What = 'starts a process of the framework'; Text = { $Measure + $Call + "[Diagnostics.Process]::Start('x')" } }
        @{ What = 'starts programs in two places'; Text = { $Measure + $Call + "Start-Process -FilePath x" } }
        @{ What = 'starts programs by the whole name of the cmdlet'; Text = { $Measure.Replace('Start-Process', 'Microsoft.PowerShell.Management\Start-Process') + $Call } }
        @{ What = 'has a function of that name itself'; Text = { "function Start-Process { }`r`n" + $Measure + $Call } }
        @{ What = 'uses the object of the installer'; Text = { $Measure + $Call + "`$x.InstallProduct('x.msi')" } }
        @{ What = 'starts no installer'; Text = { $Measure } }
        @{ What = 'is no PowerShell'; Text = { 'function {' } }
    ) {
        Set-InstallScript (& $Text)
        Invoke-Client Invoke-InstallScript @{ InstallScript = "$Content\other.ps1" } | Should -Be 20015
        $Said | Should -Be "$Content\other.ps1 starts Windows Installer in a way that is not known here. It was not run."
        'C:\msiexec.txt' | Should -Not -Exist
    }

    It 'says that the script is missing' {
        Invoke-Client Invoke-InstallScript @{ InstallScript = "$Content\nowhere.ps1" } | Should -Be 20009
        $Said | Should -Be "'$Content\nowhere.ps1' is missing."
    }

    It "knows the call of Microsoft's install.ps1" {
        . "$Content\InstallCall.ps1"
        Test-InstallCall -Path "$Content\install.ps1" | Should -BeTrue
    }
}
