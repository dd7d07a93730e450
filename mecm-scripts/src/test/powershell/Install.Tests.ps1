BeforeDiscovery { Set-StrictMode -Version Latest }
BeforeAll {
    . "$PSScriptRoot\Server.Setup.ps1"
    function Get-Last { (Get-Log Install-DefenderForEndpoint)[-1] }
    # Nothing of Defender for Endpoint was written.
    function Assert-Unchanged {
        $Machine.OpenSubKey($Collection) | Should -BeNullOrEmpty
        Get-Value $Policy 'OnboardingInfo' | Should -BeNullOrEmpty
        Get-Value 'SYSTEM\CurrentControlSet\Control\WMI\Security' '14f8138e-3b61-580b-544b-2609378ae460' | Should -BeNullOrEmpty
    }
}
Describe 'Installing' {
    BeforeEach {
        Reset-Server
        $Machine.DeleteSubKeyTree('SYSTEM\CurrentControlSet\Control\WMI\Security', $false)
    }

    Context 'on a server whose Windows has the sensor' {
        It 'onboards, and writes in this order' {
            Invoke-Install @{ ProofMinutes = 0.2; SensorProxy = 'proxy.corp.example:8080'; AntivirusProxy = 'http://proxy.corp.example:8080'; SampleSharing = 'none' } |
                Should -Be 0
            Get-Written Install-DefenderForEndpoint | Should -Be @(
                'TelemetryProxyServer set to proxy.corp.example:8080.'
                'ProxyServer set to http://proxy.corp.example:8080.'
                'AllowSampleCollection set to 0.'
                'DisableEnterpriseAuthProxy set to 1.'
                'OnboardingInfo written')
            Get-Last | Should -Be '1 Onboarded; the sensor reports this tenant. Leaving with 0.'
        }

        It 'leaves this registry behind' {
            Invoke-Install @{ ProofMinutes = 0.2; SampleSharing = 'all' } | Should -Be 0
            Get-Value $Policy 'OnboardingInfo' | Should -BeExactly (Get-Body)
            Get-Value $Policy 'AllowSampleCollection' | Should -Be 1
            Get-Value $Policy 'ForceDefenderPassiveMode' | Should -BeNullOrEmpty
            Get-Value $Collection 'DisableEnterpriseAuthProxy' | Should -Be 1
            Get-Value $Collection 'TelemetryProxyServer' | Should -BeNullOrEmpty
            Get-Value $Status 'OnboardingState' | Should -Be 1
            Get-Value $Status 'OrgId' | Should -Be $Tenant
            $rights = Get-Value 'SYSTEM\CurrentControlSet\Control\WMI\Security' 'cb2ff72d-d4e4-585d-33f9-f3a395c40be7'
            (New-Object -TypeName System.Security.AccessControl.RawSecurityDescriptor -ArgumentList ([byte[]] $rights), 0).GetSddlForm('All') |
                Should -Be 'O:BAG:BAD:(A;;0x120fff;;;SY)(A;;0x1204e1;;;AU)'
            $Machine.OpenSubKey($Marker) | Should -BeNullOrEmpty
        }

        It 'has Defender read its settings again, and its early-launch certificate registered, as far as they are there' {
            $driver = 'C:\windows\System32\drivers\WdBoot.sys'
            $program = "$env:ProgramFiles\Windows Defender\MpCmdRun.exe"
            $null = New-Item (Split-Path $program) -ItemType Directory -Force
            Copy-Item 'C:\Garrison Test\kernel-2016.exe' $program
            [IO.File]::WriteAllText($driver, 'no driver')
            try {
                Invoke-Install @{ ProofMinutes = 0.2; OnboardingFile = "$Content\WindowsDefenderATP.onboarding" } | Should -Be 0
            } finally {
                Remove-Item $program, $driver -Force
            }
            $log = Get-Log Install-DefenderForEndpoint
            $log | Should -Contain "1 Running $program -ReloadEngine"
            ($log -match 'The certificate in .*WdBoot\.sys').Count | Should -Be 1
        }

        It 'does not need the files whose hashes are given' {
            Remove-Item "$Content\install.ps1", "$Content\md4ws.msi" -Force
            Invoke-Install @{ InstallScriptHash = '0' * 64; InstallerHash = '0' * 64 } | Should -Be 0
        }

        It 'onboards from a folder whose name PowerShell could take for a pattern' {
            $from = Copy-Content
            $program = "$env:ProgramFiles\Windows Defender\MpCmdRun.exe"
            $null = New-Item (Split-Path $program) -ItemType Directory -Force
            Copy-Item 'C:\Garrison Test\kernel-2016.exe' $program
            $global:LASTEXITCODE = 0
            try {
                $null = & "$from\Install-DefenderForEndpoint.ps1" -OrgId $Tenant -Antivirus active -ProofMinutes 0.2 -LogPath "$Logs\[1-2]\mine.log"
            } finally {
                Remove-Item -LiteralPath $program, $from -Recurse -Force
            }
            $LASTEXITCODE | Should -Be 0
            $log = [IO.File]::ReadAllText("$Logs\[1-2]\mine.log")
            $log | Should -Match ([regex]::Escape("from $from."))
            $log | Should -Match 'It ended with 0\.'
        }

        It 'takes a left-over offboarding value away before it onboards' {
            Set-Value $Policy $Offboarding 'old'
            Invoke-Install @{ ProofMinutes = 0.2 } | Should -Be 0
            Get-Value $Policy $Offboarding | Should -BeNullOrEmpty
        }

        It 'takes back a passive mode that nobody needs any more' {
            Set-Value $Policy 'ForceDefenderPassiveMode' 1
            Invoke-Install @{ ProofMinutes = 0.2 } | Should -Be 0
            Get-Value $Policy 'ForceDefenderPassiveMode' | Should -Be 0
        }

        It 'does nothing where the server is onboarded to the tenant' {
            Set-Value $Status 'OnboardingState' 1
            Set-Value $Status 'OrgId' $Tenant.ToUpperInvariant()
            Invoke-Install | Should -Be 0
            Get-Last | Should -Be '1 Already onboarded to this tenant; nothing to do. Leaving with 0.'
            Assert-Unchanged
        }

        It 'refuses a server of another tenant' {
            Set-Value $Status 'OnboardingState' 1
            Set-Value $Status 'OrgId' $Elsewhere
            Invoke-Install | Should -Be 20003
            Get-Last | Should -Be '3 Onboarded to another tenant. Offboard it there first. Leaving with 20003.'
            Assert-Unchanged
        }

        It 'refuses a server whose tenant cannot be read' {
            Set-Value $Status 'OnboardingState' 1
            Invoke-Install | Should -Be 20003
            Get-Last | Should -Be '3 Onboarded, but to which tenant cannot be read. Leaving with 20003.'
        }

        It 'fails where the sensor does not say that it is onboarded' {
            Set-Value "$Wish\Service" 'Sense.Deaf' 1
            Invoke-Install @{ ProofMinutes = 0.05 } | Should -Be 20022
            (Get-Log Install-DefenderForEndpoint)[-2, -1] | Should -Be @(
                "2 OnboardingState '', OrgId '', Sense Running."
                '3 Before this run there was no OnboardingInfo and no offboarding value. After 0.05 minutes the sensor does not name this tenant. Leaving with 20022.')
        }

        It 'fails where the sensor names another tenant' {
            Set-Value "$Wish\Service" 'Sense.Other' 1
            Invoke-Install @{ ProofMinutes = 0.05 } | Should -Be 20022
            (Get-Log Install-DefenderForEndpoint)[-2] | Should -Be "2 OnboardingState '1', OrgId '$Elsewhere', Sense Running."
        }

        It 'starts a sensor again that has stopped meanwhile' {
            Set-Value "$Wish\Service" 'Sense.Stops' 1
            Invoke-Install @{ ProofMinutes = 0.5 } | Should -Be 0
        }

        It 'does not wait without end for a sensor that does not start' {
            Set-Value "$Wish\Service" 'Sense.Slow' 40
            $clock = [Diagnostics.Stopwatch]::StartNew()
            Invoke-Install @{ ProofMinutes = 0.05 } | Should -Be 20022
            $clock.Elapsed.TotalSeconds | Should -BeLessThan 35
            (Get-Log Install-DefenderForEndpoint) -match '^2 Sense did not start: ' | Should -HaveCount 1
        }

        It 'says that the onboarding value cannot be written' {
            Block-Policy
            Invoke-Install | Should -Be 20021
            Get-Last | Should -Match '^3 OnboardingInfo cannot be written: .* Leaving with 20021\.$'
        }
    }

    It 'onboards beside a product that the manifest corrects to a sensor' {
        Set-Service -There 'Sense', 'WinDefend', 'ekrn'
        Set-OwnList "service;ekrn;ESET Inspect;sensor;"
        Invoke-Install | Should -Be 0
    }

    Context 'in passive mode' {
        It 'needs the value, which has to be there before' {
            Set-Service -There 'Sense', 'WinDefend' -Start 'ekrn'
            Invoke-Install @{ Antivirus = 'passive' } | Should -Be 20011
            Get-Log Install-DefenderForEndpoint | Should -Contain '3 ForceDefenderPassiveMode is not set: set it first.'
            Assert-Unchanged
        }

        It 'needs another antivirus on guard, whatever inventory said' {
            Set-Value $Policy 'ForceDefenderPassiveMode' 1
            Set-Service -There 'Sense', 'WinDefend', 'ekrn'
            Invoke-Install @{ Antivirus = 'passive' } | Should -Be 20014
            Assert-Unchanged
        }

        It 'onboards, and leaves the value as it is' {
            Set-Value $Policy 'ForceDefenderPassiveMode' 1
            Set-Service -There 'Sense', 'WinDefend' -Start 'ekrn'
            Invoke-Install @{ Antivirus = 'passive'; ProofMinutes = 0.2 } | Should -Be 0
            Get-Value $Policy 'ForceDefenderPassiveMode' | Should -Be 1
        }

        It 'is allowed beside the policy that turns Defender off' {
            Set-Value $Policy 'ForceDefenderPassiveMode' 1
            Set-Value $Defender 'DisableAntiSpyware' 1
            Set-Service -There 'Sense', 'WinDefend' -Start 'ekrn'
            Invoke-Install @{ Antivirus = 'passive'; ProofMinutes = 0.2 } | Should -Be 0
            Get-Log Install-DefenderForEndpoint | Should -Contain '2 A policy turns Defender off (DisableAntiSpyware 1). With -Antivirus passive that is allowed here.'
        }
    }

    Context 'is refused, and nothing is changed,' {
        AfterEach { Assert-Unchanged }

        It 'for <Name> <Value>' -ForEach @(
            @{ Name = 'OrgId'; Value = 'contoso'; Said = "-OrgId 'contoso' is not a GUID." }
            @{ Name = 'Antivirus'; Value = 'off'; Said = "-Antivirus 'off' is neither active nor passive." }
            @{ Name = 'SampleSharing'; Value = 'some'; Said = "-SampleSharing 'some' is neither none nor all." }
            @{ Name = 'Workspace'; Value = 'x'; Said = "-Workspace 'x' is not a GUID." }
            @{ Name = 'SensorProxy'; Value = 'http://proxy:1'; Said = "-SensorProxy 'http://proxy:1' is not HOST:PORT." }
            @{ Name = 'AntivirusProxy'; Value = 'proxy:1'; Said = "-AntivirusProxy 'proxy:1' is not http(s)://HOST:PORT." }
            @{ Name = 'InstallScriptHash'; Value = 'abc'; Said = "-InstallScriptHash 'abc' is not a SHA-256." }
            @{ Name = 'InstallerHash'; Value = 'g' * 64; Said = "-InstallerHash '$('g' * 64)' is not a SHA-256." }
            @{ Name = 'InstallMinutes'; Value = 0; Said = 'A time is not above 0 and at most 1440 minutes.' }
            @{ Name = 'ProofMinutes'; Value = 1441; Said = 'A time is not above 0 and at most 1440 minutes.' }
        ) {
            Invoke-Install @{ $Name = $Value } | Should -Be 20001
            Get-Log Install-DefenderForEndpoint | Should -Contain "3 $Said"
            Get-Last | Should -Be '3 Nothing was changed. Leaving with 20001.'
        }

        It 'on build <Build>, <Installation>, <Edition>' -ForEach @(
            @{ Build = '9200'; Installation = 'Server'; Edition = 'ServerStandard' }
            @{ Build = '7601'; Installation = 'Server'; Edition = 'ServerStandard' }
            @{ Build = '16299'; Installation = 'Server Core'; Edition = 'ServerStandard' }
            @{ Build = '19045'; Installation = 'Client'; Edition = 'Enterprise' }
            @{ Build = '17763'; Installation = 'Server Core'; Edition = 'ServerHyperCore' }
        ) {
            Set-System $Build $Installation $Edition
            Invoke-Install | Should -Be 20005
            Get-Last | Should -Be '3 This Windows is not one that can be onboarded this way. Leaving with 20005.'
        }

        It 'beside an antivirus that is installed, as <Way>' -ForEach @(
            @{ Way = 'service'; Said = "ESET is installed (service 'ekrn')." }
            @{ Way = 'program'; Said = "Sophos Endpoint is installed (program 'Sophos Endpoint Agent')." }
        ) {
            if ($Way -eq 'service') { Set-Service -There 'Sense', 'WinDefend', 'ekrn' } else { Set-Value "$Uninstall\Sophos" 'DisplayName' 'Sophos Endpoint Agent' }
            Invoke-Install | Should -Be 20004
            Get-Log Install-DefenderForEndpoint | Should -Contain "3 $Said"
        }

        It 'beside a product of the manifest that is installed, as <Line>' -ForEach @(
            @{ Line = 'service;xagt*;Own antivirus;antivirus;'; Said = "Own antivirus is installed (service 'xagt')." }
            @{ Line = 'program;Own*;Own antivirus;antivirus;'; Said = "Own antivirus is installed (program 'Own antivirus 7')." }
        ) {
            Set-Service -There 'Sense', 'WinDefend', 'xagt'
            Set-Value "$Uninstall\Own" 'DisplayName' 'Own antivirus 7'
            Set-OwnList "$Line"
            Invoke-Install | Should -Be 20004
            Get-Log Install-DefenderForEndpoint | Should -Contain "3 $Said"
        }

        It 'where a line of the manifest is not understood' {
            Set-OwnList "service;xagt;Own antivirus;"
            Invoke-Install | Should -Be 20009
            Get-Log Install-DefenderForEndpoint |
                Should -Contain "3 $Content\OtherAntivirus.txt has a line that is not understood: service;xagt;Own antivirus;"
        }

        It 'without the sensor of Windows' {
            Set-Service -There 'WinDefend'
            Invoke-Install | Should -Be 20007
            Get-Log Install-DefenderForEndpoint | Should -Contain '3 The Sense service is missing. It is part of this Windows.'
        }

        It 'without the antivirus of Windows' {
            Set-Service -There 'Sense'
            Invoke-Install | Should -Be 20007
            Get-Log Install-DefenderForEndpoint | Should -Contain '3 The Windows-Defender feature is not installed.'
        }

        It 'on 2016 where the feature is <State>' -ForEach @{ State = 'Disabled' }, @{ State = 'EnablePending' } {
            Reset-Server 2016
            Set-Value "$Wish\Feature" 'Windows-Defender' $State
            Invoke-Install | Should -Be 20007
            Get-Log Install-DefenderForEndpoint | Should -Contain "3 The Windows-Defender feature is $State, not Enabled."
        }

        It 'where the antivirus is disabled, with <Antivirus> on <System>' -ForEach @(
            @{ Antivirus = 'active'; System = '2019' }
            @{ Antivirus = 'active'; System = '2016' }
            @{ Antivirus = 'passive'; System = '2016' }
        ) {
            Reset-Server $System
            Set-Service -There 'Sense', 'WinDefend' -Start $(if ($Antivirus -eq 'passive') { 'ekrn' } else { @() })
            Set-Value $Policy 'ForceDefenderPassiveMode' $(if ($Antivirus -eq 'passive') { 1 } else { 0 })
            Set-Value 'SYSTEM\CurrentControlSet\Services\WinDefend' 'Start' 4
            Invoke-Install @{ Antivirus = $Antivirus } | Should -Be 20007
            Get-Log Install-DefenderForEndpoint | Should -Contain '3 The WinDefend service is disabled.'
        }

        It 'by the policy that turns Defender off, with <Antivirus> on <System>' -ForEach @(
            @{ Antivirus = 'active'; System = '2019' }
            @{ Antivirus = 'passive'; System = '2016' }
            @{ Antivirus = 'passive'; System = '2012R2' }
        ) {
            Reset-Server $System
            Set-Service -There 'Sense', 'WinDefend' -Start $(if ($Antivirus -eq 'passive') { 'ekrn' } else { @() })
            Set-Value $Policy 'ForceDefenderPassiveMode' $(if ($Antivirus -eq 'passive') { 1 } else { 0 })
            Set-Value $Defender 'DisableAntiSpyware' 1
            Invoke-Install @{ Antivirus = $Antivirus } | Should -Be 20008
            Get-Log Install-DefenderForEndpoint | Should -Contain '3 A policy turns Defender off (DisableAntiSpyware 1).'
        }

        It 'on <System> without its updates' -ForEach @(
            @{ System = '2012R2'; Said = 'KB3045999 is missing: C:\windows\System32\ntoskrnl.exe is 6.3.9600.17000.' }
            @{ System = '2016'; Said = 'KB4457127 or a later cumulative update is missing: C:\windows\System32\ntoskrnl.exe is 6.3.9600.17000.' }
        ) {
            Reset-Server $System
            Copy-Item 'C:\Garrison Test\kernel-old.exe' 'C:\windows\System32\ntoskrnl.exe' -Force
            Invoke-Install | Should -Be 20006
            Get-Log Install-DefenderForEndpoint | Should -Contain "3 $Said"
        }

        It 'on 2012R2 without a file of an update' {
            Reset-Server 2012R2
            Remove-Item 'C:\windows\System32\tdh.dll'
            Invoke-Install | Should -Be 20006
            Get-Log Install-DefenderForEndpoint | Should -Contain '3 KB3080149 is missing: C:\windows\System32\tdh.dll is 0.0.0.0.'
        }

        It 'without <File> on <System>' -ForEach @(
            @{ File = 'install.ps1'; System = '2012R2' }
            @{ File = 'md4ws.msi'; System = '2016' }
            @{ File = 'UpdatePlatform.exe'; System = '2016' }
            @{ File = 'WindowsDefenderATP.onboarding'; System = '2019' }
        ) {
            Reset-Server $System
            Remove-Item "$Content\$File" -Force
            Invoke-Install | Should -Be 20009
            Get-Log Install-DefenderForEndpoint | Should -Contain "3 $Content\$File is missing."
        }

        It 'with another <File> than planned on <System>' -ForEach @(
            @{ File = 'install.ps1'; Name = 'InstallScriptHash'; System = '2012R2' }
            @{ File = 'md4ws.msi'; Name = 'InstallerHash'; System = '2016' }
        ) {
            Reset-Server $System
            Invoke-Install @{ $Name = '0' * 64 } | Should -Be 20009
            Get-Log Install-DefenderForEndpoint | Should -Contain "3 $Content\$File is not the file that was planned: its SHA-256 is another."
            'C:\msiexec.txt' | Should -Not -Exist
        }

        It 'with a package that <What>' -ForEach @(
            @{ What = 'is of another tenant'; Said = '' }
            @{ What = 'offboards'; Said = 'offboards.' }
            @{ What = 'names no address'; Said = 'names no address of the service.' }
            @{ What = 'is no package'; Said = 'cannot be read as an onboarding package.' }
        ) {
            $file = "$Content\WindowsDefenderATP.onboarding"
            $text = switch ($What) {
                'is of another tenant' { Get-Body $Elsewhere }
                'offboards' { Get-Body $Tenant @{ expirationTimestamp = 133531644529324807 } }
                'names no address' { Get-Body $Tenant @{ version = '2.14' } }
                default { 'secret words' }
            }
            [IO.File]::WriteAllText($file, $text)
            Invoke-Install | Should -Be 20010
            $log = Get-Log Install-DefenderForEndpoint
            if ($Said) { $log | Should -Contain "3 $file $Said" }
            $log | Should -Contain "3 $file does not onboard to tenant $Tenant."
            $log -join ' ' | Should -Not -Match 'secret|geoLocation'
        }

        It 'by somebody who is no administrator' {
            Set-Value $Wish 'User' 1
            Invoke-Install | Should -Be 20002
        }
    }

    Context 'and the workspace of the Microsoft Monitoring Agent' {
        BeforeEach {
            $id = 'aaaaaaaa-1111-4222-8333-444444444444'
            Set-Value $Status 'OnboardingState' 1
            Set-Value $Status 'OrgId' $Tenant
        }

        It 'is not looked for without the agent' {
            Invoke-Install @{ Workspace = $id } | Should -Be 0
            Get-Log Install-DefenderForEndpoint | Should -Contain '1 No Microsoft Monitoring Agent is installed: no workspace to remove.'
        }

        It 'goes, and the agent reads its configuration again' {
            Set-Value 'SOFTWARE\Classes\AgentConfigManager.MgmtSvcCfg' '' 'agent'
            Set-Value "$Wish\Workspaces" $id ''
            Set-Value "$Wish\Workspaces" 'another' ''
            Invoke-Install @{ Workspace = $id } | Should -Be 0
            Get-Value "$Wish\Workspaces" $id | Should -BeNullOrEmpty
            Get-Value "$Wish\Workspaces" 'another' | Should -Be ''
            Get-Value $Wish 'Reloaded' | Should -Be 1
            Get-Log Install-DefenderForEndpoint | Should -Contain "1 Workspace $id is gone."
        }

        It 'is said to be there still' {
            Set-Value 'SOFTWARE\Classes\AgentConfigManager.MgmtSvcCfg' '' 'agent'
            Set-Value "$Wish\Workspaces" $id 'held'
            Invoke-Install @{ Workspace = $id } | Should -Be 20023
            Get-Last | Should -Be "3 Onboarded, but workspace $id is still there. Leaving with 20023."
        }
    }
}
