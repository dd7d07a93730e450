BeforeDiscovery { Set-StrictMode -Version Latest }
BeforeAll {
    . "$PSScriptRoot\Server.Setup.ps1"
    function Get-InstallerCall { , @(Get-Content 'C:\msiexec.txt' -ErrorAction Ignore) }
    function Set-Installer {
        param([hashtable] $Wishes)
        foreach ($name in $Wishes.Keys) { Set-Value "$Wish\Installer" $name $Wishes[$name] }
    }
}
Describe "Microsoft's install.ps1 under the wrapper" {
    Context 'on Windows Server <System>' -ForEach @(
        @{
            System = '2012R2'
            Ends = @(
                @{ Code = 1603; Handed = 1603; Said = '3 install.ps1 did not install the agent. Leaving with 1603.' }
                @{ Code = 1641; Handed = 3010; Said = '1 Windows Installer restarts the server by itself; the run after it onboards. Leaving with 3010.' }
            )
        }
        @{
            System = '2016'
            Ends = @(
                @{ Code = 1618; Handed = 1618; Said = '3 Another installation is running; Configuration Manager tries again. Leaving with 1618.' }
                @{ Code = 1625; Handed = 1625; Said = '3 install.ps1 did not install the agent. Leaving with 1625.' }
            )
        }
    ) {
        BeforeEach {
            Reset-Server $System
            if ($System -eq '2016') { Set-Service -Start 'WinDefend' }
        }

        It 'installs the agent, which is onboarded then' {
            Invoke-Install | Should -Be 0
            $calls = Get-InstallerCall
            $calls.Count | Should -Be 1
            $calls[0] | Should -Match 'msiexec\.exe"? /i C:\\Content\\md4ws\.msi /lvx\*\+ \S+ /quiet /norestart$'
            Get-Value $Status 'OrgId' | Should -Be $Tenant
            (Get-Log Install-DefenderForEndpoint)[-1] | Should -Be '1 Onboarded; the sensor reports this tenant. Leaving with 0.'
        }

        It 'is asked for passive mode, and passes it on' {
            Set-Value $Policy 'ForceDefenderPassiveMode' 1
            Set-Service -Start $(if ($System -eq '2016') { 'ekrn', 'WinDefend' } else { 'ekrn' })
            Invoke-Install @{ Antivirus = 'passive' } | Should -Be 0
            (Get-InstallerCall)[0] | Should -Match '/quiet FORCEPASSIVEMODE=1 /norestart$'
        }

        It 'ends with 3010, and the run after the restart onboards' {
            Set-Installer @{ Code = 3010 }
            Invoke-Install | Should -Be 3010
            (Get-Log Install-DefenderForEndpoint)[-1] | Should -Be '1 A restart is needed; the run after it onboards. Leaving with 3010.'
            Get-Value $Policy 'OnboardingInfo' | Should -BeNullOrEmpty

            Invoke-Install | Should -Be 3010
            (Get-Log Install-DefenderForEndpoint)[-1] | Should -Be '1 An earlier run waits for the restart. Leaving with 3010.'

            Restart-Server
            Invoke-Install | Should -Be 0
            (Get-InstallerCall).Count | Should -Be 1
            Get-Log Install-DefenderForEndpoint | Should -Contain '1 The agent was installed before the restart.'
            $Machine.OpenSubKey($Marker) | Should -BeNullOrEmpty
        }

        It 'ends with <Code>, which is handed on as <Handed>' -ForEach $Ends {
            Set-Installer @{ Code = $Code }
            Invoke-Install | Should -Be $Handed
            (Get-Log Install-DefenderForEndpoint)[-1] | Should -Be $Said
            Get-Value $Policy 'OnboardingInfo' | Should -BeNullOrEmpty
        }
    }

    Context 'on Windows Server 2016' {
        BeforeEach {
            Reset-Server 2016
            Set-Service -Start 'WinDefend'
        }

        It 'cannot install over an agent that updates have serviced, which need not be' {
            Set-Value $Agent 'DisplayName' 'Microsoft Defender for Endpoint'
            Set-Service -There 'Sense' -Start 'WinDefend'
            Set-Installer @{ Code = 1603 }
            Invoke-Install | Should -Be 0
        }

        It 'says in the log what Windows Installer said, in its encoding' {
            Set-Installer @{ Code = 1625; Words = "Diese Installation wird durch Systemrichtlinien verhindert: Pr$([char] 0xFC)fung" }
            Invoke-Install | Should -Be 1625
            (Get-Log Install-DefenderForEndpoint) -join "`n" | Should -Match 'Measure-Process.*Pr.fung|msiexec\.exe gets /norestart'
        }

        It 'leaves a server without the sensor alone' {
            Set-Installer @{ WithoutSensor = 1 }
            Invoke-Install | Should -Be 20024
            Get-Value $Policy 'OnboardingInfo' | Should -BeNullOrEmpty
            (Get-Log Install-DefenderForEndpoint)[-1] | Should -Be '3 install.ps1 ended well and there is no service Sense. Nothing was onboarded. Leaving with 20024.'
        }

        It 'goes on where an older sensor reports the tenant, and takes the workspace away after it' {
            $id = 'aaaaaaaa-1111-4222-8333-444444444444'
            Set-Value 'SOFTWARE\Classes\AgentConfigManager.MgmtSvcCfg' '' 'agent'
            Set-Value "$Wish\Workspaces" $id ''
            Set-Value $Status 'OnboardingState' 1
            Set-Value $Status 'OrgId' $Tenant
            Invoke-Install @{ Workspace = $id } | Should -Be 0
            $log = Get-Log Install-DefenderForEndpoint
            $log | Should -Contain '2 Another sensor than that of the agent reports this tenant: the agent is installed now.'
            [array]::IndexOf($log, "1 Workspace $id is gone.") | Should -BeGreaterThan ([array]::IndexOf($log, '1 It ended with 0.'))
            (Get-InstallerCall).Count | Should -Be 1
        }

        It 'leaves the workspace where the agent could not be installed' {
            $id = 'aaaaaaaa-1111-4222-8333-444444444444'
            Set-Value 'SOFTWARE\Classes\AgentConfigManager.MgmtSvcCfg' '' 'agent'
            Set-Value "$Wish\Workspaces" $id ''
            Set-Value $Status 'OnboardingState' 1
            Set-Value $Status 'OrgId' $Tenant
            Set-Installer @{ Code = 1625 }
            Invoke-Install @{ Workspace = $id } | Should -Be 1625
            Get-Value "$Wish\Workspaces" $id | Should -Be ''
        }
    }

    Context 'on Windows Server 2012 R2 with error 310' {
        BeforeEach {
            Reset-Server 2012R2
            Set-Installer @{ Code = 1603; Log = "Error 1920`r`nCouldn't find resource in C:\Program Files\Windows Defender\mpasdesc.dll, -310`r`n" }
        }

        It 'goes on after each of two restarts, then installs' {
            Invoke-Install | Should -Be 3010
            (Get-Log Install-DefenderForEndpoint)[-1] | Should -Be '1 install.ps1 ended with 1603 and goes on after a restart (1). Leaving with 3010.'
            Invoke-Install | Should -Be 3010
            (Get-InstallerCall).Count | Should -Be 1

            # install.ps1 takes the service away that was left behind, and asks for one more restart.
            Restart-Server
            Set-Service -There 'WinDefend'
            Invoke-Install | Should -Be 3010
            (Get-Log Install-DefenderForEndpoint)[-1] | Should -Be '1 install.ps1 ended with 12 and goes on after a restart (2). Leaving with 3010.'

            Restart-Server
            Set-Service
            Set-Installer @{ Code = 0 }
            Invoke-Install | Should -Be 0
        }

        It 'fails for good after the second restart, until other files are there' {
            Invoke-Install | Should -Be 3010
            Restart-Server
            Invoke-Install | Should -Be 3010
            Restart-Server
            Invoke-Install | Should -Be 1603
            $said = '3 The installer failed with error 310 after 2 restarts, and is not started again: stage the newest md4ws.msi and install.ps1. ' +
                'To try these files once more, delete the value Restarts below HKLM\SOFTWARE\Garrison\DefenderForEndpoint. Leaving with 1603.'
            (Get-Log Install-DefenderForEndpoint)[-1] | Should -Be $said
            $calls = (Get-InstallerCall).Count

            Restart-Server
            Invoke-Install | Should -Be 1603
            (Get-InstallerCall).Count | Should -Be $calls

            # A person who deletes the count has these files tried once more.
            $Machine.OpenSubKey($Marker, $true).DeleteValue('Restarts')
            Invoke-Install | Should -Be 3010
            (Get-InstallerCall).Count | Should -BeGreaterThan $calls

            Restart-Server
            Set-Value $Marker 'Restarts' 3
            Invoke-Install | Should -Be 1603
            [IO.File]::AppendAllText("$Content\md4ws.msi", 'newer')
            Set-Installer @{ Code = 0 }
            Invoke-Install | Should -Be 0
        }

        It 'is not found in the log of another failure' {
            Set-Installer @{ Log = 'Error 1920. Service failed to start.' }
            Invoke-Install | Should -Be 1603
        }
    }

    It 'is refused where it starts the installer in a way that is not known' {
        Reset-Server 2012R2
        $text = [IO.File]::ReadAllText("$Content\install.ps1")
        [IO.File]::WriteAllText("$Content\install.ps1", $text.Replace('Use-Object ($proc = Start-Process @startParams)', 'Use-Object ($proc = [Diagnostics.Process]::Start("msiexec.exe"))'))
        Invoke-Install | Should -Be 20015
        Get-InstallerCall | Should -BeNullOrEmpty
        (Get-Log Install-DefenderForEndpoint)[-2] | Should -Be ("3 $Content\install.ps1 starts Windows Installer in a way that is not known here, " +
            'so a restart cannot be excluded. -AllowRestart accepts that.')
    }

    It 'runs without /norestart where that was accepted' {
        Reset-Server 2012R2
        $text = [IO.File]::ReadAllText("$Content\install.ps1")
        # The same program, called through another function.
        [IO.File]::WriteAllText("$Content\install.ps1", $text.Replace('Measure-Process', 'Invoke-Measured'))
        Invoke-Install @{ AllowRestart = $true } | Should -Be 0
        (Get-InstallerCall)[0] | Should -Match '/quiet$'
        Get-Log Install-DefenderForEndpoint | Should -Contain '2 How install.ps1 starts Windows Installer is not known here: it may restart the server.'
    }
}
