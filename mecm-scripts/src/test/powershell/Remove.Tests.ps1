BeforeDiscovery { Set-StrictMode -Version Latest }
BeforeAll {
    . "$PSScriptRoot\Server.Setup.ps1"
    function Get-Last { (Get-Log Remove-DefenderForEndpoint)[-1] }
    function Assert-Unchanged {
        Get-Value $Policy 'OnboardingInfo' | Should -BeExactly (Get-Body)
        Get-Value $Policy $Offboarding | Should -BeNullOrEmpty
        $Machine.OpenSubKey($Marker) | Should -BeNullOrEmpty
        'C:\msiexec.txt' | Should -Not -Exist
    }
}
Describe 'Removing' {
    It 'offboards, and writes in this order' {
        Set-Onboarded 2019
        Invoke-Remove | Should -Be 0
        Get-Written Remove-DefenderForEndpoint | Should -Be 'Offboarding value written'
        Get-Value $Policy 'OnboardingInfo' | Should -BeNullOrEmpty
        Get-Value $Policy $Offboarding | Should -BeExactly ([IO.File]::ReadAllText("$Content\WindowsDefenderATP.offboarding"))
        Get-Value $Status 'OnboardingState' | Should -Be 0
        Get-Last | Should -Be '1 The sensor reports to no tenant. Leaving with 0.'
    }

    It 'starts a sensor that is stopped' {
        Set-Onboarded 2019
        Stop-Everything
        Invoke-Remove | Should -Be 0
    }

    It 'does nothing on a server that is not onboarded' {
        Reset-Server
        Invoke-Remove | Should -Be 0
        Get-Value $Policy $Offboarding | Should -BeNullOrEmpty
    }

    It 'fails where the sensor stays' {
        Set-Onboarded 2019
        Set-Value "$Wish\Service" 'Sense.Deaf' 1
        Invoke-Remove @{ ProofMinutes = 0.05 } | Should -Be 20043
        (Get-Log Remove-DefenderForEndpoint)[-2, -1] | Should -Be @(
            '2 The sensor still reports the tenant, Sense is Running.'
            '3 Before this run there was an OnboardingInfo and no offboarding value. Still onboarded after 0.05 minutes. Leaving with 20043.')
    }

    It 'says that the value cannot be written' {
        Set-Onboarded 2019
        Block-Policy
        Invoke-Remove | Should -Be 20042
        Get-Last | Should -Match '^3 The offboarding value cannot be written: .* Leaving with 20042\.$'
    }

    Context 'is refused, and nothing is changed,' {
        BeforeEach { Set-Onboarded 2019 }
        AfterEach { Assert-Unchanged }

        It 'for <Words>' -ForEach @(
            @{ Words = @{ OrgId = 'contoso' }; Said = "3 -OrgId 'contoso' is no GUID, or a time is too short. Leaving with 20001." }
            @{ Words = @{ ProofMinutes = 0 }; Said = "3 -OrgId '11111111-2222-4333-8444-555555555555' is no GUID, or a time is too short. Leaving with 20001." }
            @{ Words = @{ AfterOffboarding = 'format' }; Said = "3 -AfterOffboarding 'format' is none of keep-other, disable and uninstall-agent. Leaving with 20001." }
        ) {
            Invoke-Remove $Words | Should -Be 20001
            Get-Last | Should -Be $Said
        }

        It 'on a server of another tenant' {
            Set-Value $Status 'OrgId' $Elsewhere
            Invoke-Remove | Should -Be 20003
            Get-Last | Should -Be '3 Onboarded to another tenant, or to one that cannot be read. Leaving with 20003.'
        }

        It 'on a Windows that Garrison does not onboard' {
            Set-System '9200'
            Invoke-Remove | Should -Be 20005
        }

        It 'without the package' {
            Remove-Item "$Content\WindowsDefenderATP.offboarding"
            Invoke-Remove | Should -Be 20009
            Get-Last | Should -Be "3 $Content\WindowsDefenderATP.offboarding is missing. Nothing was changed. Leaving with 20009."
        }

        It 'with the package of another tenant' {
            Set-Package $Elsewhere
            Invoke-Remove | Should -Be 20040
            Get-Last | Should -Be '3 The package is of another tenant. Nothing was changed. Leaving with 20040.'
        }

        It 'with a package that onboards' {
            Copy-Item "$Content\WindowsDefenderATP.onboarding" "$Content\WindowsDefenderATP.offboarding"
            Invoke-Remove | Should -Be 20040
        }

        It 'with a package that cannot be read' {
            [IO.File]::WriteAllText("$Content\WindowsDefenderATP.offboarding", 'secret words')
            Invoke-Remove | Should -Be 20040
            (Get-Log Remove-DefenderForEndpoint) -join ' ' | Should -Not -Match 'secret'
        }

        It 'with a package that is damaged: <Body>' -ForEach @(
            @{ Body = 'null' }
            @{ Body = '7' }
            @{ Body = '"words"' }
            @{ Body = '[]' }
            @{ Body = '{"orgId":"11111111-2222-4333-8444-555555555555"}' }
            @{ Body = '{"orgId":"11111111-2222-4333-8444-555555555555","expirationTimestamp":null}' }
            @{ Body = '{"orgId":"11111111-2222-4333-8444-555555555555","expirationTimestamp":"soon"}' }
            @{ Body = '{"orgId":"11111111-2222-4333-8444-555555555555","expirationTimestamp":true}' }
            @{ Body = '{"orgId":"11111111-2222-4333-8444-555555555555","expirationTimestamp":-1}' }
            @{ Body = '{"orgId":"11111111-2222-4333-8444-555555555555","expirationTimestamp":9223372036854775807}' }
            @{ Body = '{"orgId":"11111111-2222-4333-8444-555555555555","expirationTimestamp":1e30}' }
            @{ Body = '{"expirationTimestamp":133531644529324807}' }
            @{ Body = '' }
        ) {
            [IO.File]::WriteAllText("$Content\WindowsDefenderATP.offboarding", (ConvertTo-Json -Compress @{ body = $Body; sig = 'c2ln' }))
            Invoke-Remove | Should -Be 20040
            Get-Last | Should -Be "3 $Content\WindowsDefenderATP.offboarding cannot be read. Nothing was changed. Leaving with 20040."
        }

        It 'with a package that is damaged as a whole: <_>' -ForEach 'null', '{}', '[]', '{"body":null}', '{"body":{}}', '{"body":7}' {
            [IO.File]::WriteAllText("$Content\WindowsDefenderATP.offboarding", $_)
            Invoke-Remove | Should -Be 20040
        }

        It 'with a package that has ended' {
            Set-Package -Until '2026-02-03T10:00:00Z'
            Invoke-Remove | Should -Be 20041
            Get-Last | Should -Be '3 The package ended on 2026-02-03. Nothing was changed. Leaving with 20041.'
        }

        It 'where the antivirus is passive and nobody said what comes' {
            Set-Value $Policy 'ForceDefenderPassiveMode' 1
            Invoke-Remove | Should -Be 20046
            Get-Last | Should -Be ('3 Its antivirus is passive, which ends with offboarding: -AfterOffboarding has to say what then becomes of it. ' +
                'Nothing was changed. Leaving with 20046.')
        }

        It 'by somebody who is no administrator' {
            Set-Value $Wish 'User' 1
            Invoke-Remove | Should -Be 20002
        }
    }

    It 'is refused on 2012 R2 where the antivirus alone shall go' {
        Set-Onboarded 2012R2 -Passive
        Invoke-Remove @{ AfterOffboarding = 'disable' } | Should -Be 20001
        Get-Last | Should -Match 'Windows Server 2012 R2 has no feature Windows-Defender: only uninstall-agent'
        Assert-Unchanged
    }

    Context 'and keeping the other antivirus' {
        It 'lets Defender become active, and says so' {
            Set-Onboarded 2019 -Passive
            Invoke-Remove @{ AfterOffboarding = 'keep-other' } | Should -Be 0
            Get-Written Remove-DefenderForEndpoint | Should -Be @(
                'UninstallPending set to 1.'
                'Offboarding value written'
                'ForceDefenderPassiveMode removed.'
                'UninstallPending removed.')
            Get-Log Remove-DefenderForEndpoint | Should -Contain '2 Defender Antivirus becomes active beside the other antivirus.'
            Get-Value "$Wish\Feature" 'Windows-Defender' | Should -Be 'Enabled'
        }
    }

    Context 'and taking Defender away where nothing else is on guard' {
        It 'is refused, with <After> on <System>' -ForEach @(
            @{ After = 'disable'; System = '2019' }
            @{ After = 'disable'; System = '2016' }
            @{ After = 'uninstall-agent'; System = '2012R2' }
            @{ After = 'uninstall-agent'; System = '2016' }
        ) {
            Set-Onboarded $System -Passive
            Invoke-Remove @{ AfterOffboarding = $After } | Should -Be 20014
            Assert-Unchanged
        }

        It 'is done where it was agreed for this server' {
            Set-Onboarded 2012R2 -Passive
            Invoke-Remove @{ AfterOffboarding = 'uninstall-agent'; WithoutAntivirus = "OTHER1,$env:COMPUTERNAME" } | Should -Be 0
            Get-Log Remove-DefenderForEndpoint | Should -Contain '2 This server may be left without any antivirus.'
        }
    }

    It 'does not take up the plan of an earlier run for an antivirus that is active now' {
        Set-Onboarded 2016
        Set-Value $Marker 'FeaturePending' 1
        Invoke-Remove @{ AfterOffboarding = 'uninstall-agent' } | Should -Be 0
        Get-Value "$Wish\Feature" 'Windows-Defender' | Should -Be 'Enabled'
        Get-Value $Marker 'FeaturePending' | Should -BeNullOrEmpty
    }

    It 'is refused where another sensor than that of the agent reports the tenant' {
        Set-Onboarded 2016
        Set-Service -There 'WinDefend'
        Invoke-Remove | Should -Be 20024
        Assert-Unchanged
    }

    Context 'and disabling Defender' {
        It 'needs a restart, after which nothing is left to do' {
            Set-Onboarded 2019 -Passive
            Set-Service -There 'WinDefend' -Start 'Sense', 'ekrn'
            Invoke-Remove @{ AfterOffboarding = 'disable' } | Should -Be 3010
            Get-Value "$Wish\Feature" 'Windows-Defender' | Should -Be 'DisablePending'
            Get-Value $Policy 'ForceDefenderPassiveMode' | Should -BeNullOrEmpty

            Restart-Server
            Set-Value "$Wish\Feature" 'Windows-Defender' 'Disabled'
            Invoke-Remove @{ AfterOffboarding = 'disable' } | Should -Be 0
            Get-Value $Marker 'UninstallPending' | Should -BeNullOrEmpty
        }

        It 'fails where the feature cannot be read, and goes on after a restart that the installer asked for' {
            Set-Onboarded 2016 -Passive
            Set-Service -There 'WinDefend' -Start 'Sense', 'ekrn'
            $Machine.DeleteSubKeyTree("$Wish\Feature")
            Set-Value "$Wish\Installer" 'Code' 3010
            Invoke-Remove @{ AfterOffboarding = 'uninstall-agent' } | Should -Be 3010
            Get-Last | Should -Be '1 A restart is needed; the run after it disables the feature. Leaving with 3010.'
            Restart-Server
            Invoke-Remove @{ AfterOffboarding = 'uninstall-agent' } | Should -Be 20045
            Set-Value "$Wish\Feature" 'Windows-Defender' 'Enabled'
            Invoke-Remove @{ AfterOffboarding = 'uninstall-agent' } | Should -Be 3010
        }

        It 'fails where the feature stays, and detection waits' {
            Set-Onboarded 2016 -Passive
            Set-Service -There 'WinDefend' -Start 'Sense', 'ekrn'
            Set-Value "$Wish\Feature" 'Windows-Defender.AfterDisabling' 'Enabled'
            Invoke-Remove @{ AfterOffboarding = 'disable' } | Should -Be 20045
            Get-Last | Should -Be '3 Offboarded, but the feature Windows-Defender is still Enabled. Leaving with 20045.'
            Get-Value $Marker 'UninstallPending' | Should -Be 1
        }
    }

    Context 'and uninstalling the agent' {
        It 'runs the installer for the product that is there, without a restart, on <System>' -ForEach @{ System = '2012R2' }, @{ System = '2016' } {
            Set-Onboarded $System
            Set-Service -There 'WinDefend' -Start 'Sense', 'ekrn'
            Invoke-Remove @{ AfterOffboarding = 'uninstall-agent' } | Should -Be 0
            @(Get-Content 'C:\msiexec.txt') | Should -Match ('msiexec\.exe"? /x \{AAAAAAAA-2222-4333-8444-555555555555\} /quiet /norestart ' +
                '/lvx\*\+ "C:\\Windows\\CCM\\Logs\\Remove-DefenderForEndpoint\.msi\.log"$')
            $Machine.OpenSubKey($Agent) | Should -BeNullOrEmpty
            Get-Value $Marker 'UninstallPending' | Should -BeNullOrEmpty
            Get-Value "$Wish\Feature" 'Windows-Defender' | Should -Be 'Enabled'
        }

        It 'disables the antivirus of 2016 that was passive, also in the run after an interruption' {
            Set-Onboarded 2016 -Passive
            Set-Service -There 'WinDefend' -Start 'Sense', 'ekrn'
            Set-Value "$Wish\Installer" 'Code' 1618
            Invoke-Remove @{ AfterOffboarding = 'uninstall-agent' } | Should -Be 1618
            Get-Last | Should -Be '3 Another installation is running; Configuration Manager tries again. Leaving with 1618.'

            Set-Value "$Wish\Installer" 'Code' 0
            Invoke-Remove @{ AfterOffboarding = 'uninstall-agent' } | Should -Be 3010
            Get-Value "$Wish\Feature" 'Windows-Defender' | Should -Be 'DisablePending'
        }

        It 'leaves with 3010 where the installer says <Code>' -ForEach @{ Code = 3010 } {
            Set-Onboarded 2012R2
            Set-Service -There 'WinDefend' -Start 'Sense', 'ekrn'
            Set-Value "$Wish\Installer" 'Code' $Code
            Invoke-Remove @{ AfterOffboarding = 'uninstall-agent' } | Should -Be 3010
        }

        It 'fails where the agent stays' {
            Set-Onboarded 2016
            Set-Value "$Wish\Installer" 'Code' 1603
            Invoke-Remove @{ AfterOffboarding = 'uninstall-agent' } | Should -Be 20044
            Get-Last | Should -Be '3 Offboarded, but the agent is still installed. Leaving with 20044.'
            Get-Value $Marker 'UninstallPending' | Should -Be 1
        }

        It 'says that the installer overran where the agent stays' {
            Set-Onboarded 2016
            Set-Value "$Wish\Installer" 'Code' 1603
            Set-Value "$Wish\Installer" 'Seconds' 9
            Invoke-Remove @{ AfterOffboarding = 'uninstall-agent'; UninstallMinutes = 0.05 } | Should -Be 20044
            (Get-Log Remove-DefenderForEndpoint)[-2, -1] | Should -Be @(
                '2 After 0.05 minutes the installer still runs.'
                '3 Offboarded, but the agent is still installed. Leaving with 20044.')
        }

        It 'keeps the sensor of a later Windows' {
            Set-Onboarded 2019
            Invoke-Remove @{ AfterOffboarding = 'uninstall-agent' } | Should -Be 0
            'C:\msiexec.txt' | Should -Not -Exist
        }
    }

    It 'tells an error nobody foresaw' {
        Set-Onboarded 2019
        Set-Value 'SOFTWARE\Microsoft\Windows NT\CurrentVersion' 'CurrentBuildNumber' 'many'
        Invoke-Remove | Should -Be 20099
    }
}
