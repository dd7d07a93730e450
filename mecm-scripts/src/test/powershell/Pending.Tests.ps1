# What one side left pending, and the other undoes. With GARRISON_TEST_FULL true each order, sensor, Windows and kind of
# sensor is played; without, those in which something can differ on Windows Server 2019, and one of each on the others.
BeforeDiscovery {
    Set-StrictMode -Version Latest
    $Cells = foreach ($orders in 'Remove Install', 'Install Remove', 'Remove Install Remove', 'Install Remove Install') {
        foreach ($sensor in 'Deaf', 'Late', 'Stopped', 'Missing') {
            foreach ($system in '2019', '2016', '2012R2') {
                foreach ($kind in 0, 1, 2) {
                    $quick = if ($system -eq '2019') { ($sensor -eq 'Deaf') -or (($sensor -eq 'Late') -and ($kind -eq 2)) }
                    else { ($sensor -eq 'Deaf') -and ($kind -eq 2) -and ($orders.Split(' ').Count -eq 2) }
                    if ($quick -or ($env:GARRISON_TEST_FULL -eq 'true')) {
                        @{ Orders = $orders; Sensor = $sensor; System = $system; Kind = $kind }
                    }
                }
            }
        }
    }
}
BeforeAll {
    . "$PSScriptRoot\Server.Setup.ps1"
    $Sense = "$Wish\Service"
    $Before = 'Before this run there was {0} OnboardingInfo and {1} offboarding value.'
    function Get-Last {
        param([string] $Side)
        (Get-Log "$Side-DefenderForEndpoint")[-1]
    }
    function Invoke-Side {
        param([string] $Side, [hashtable] $More = @{ ProofMinutes = 0.02 })
        if ($Side -eq 'Install') { return Invoke-Install $More }
        Invoke-Remove $More
    }
    # A server that was told to onboard while its sensor did not reach the service.
    function Set-OnboardingPending {
        param([string] $System = '2019', [string] $OrgId = $Tenant)
        Reset-Server $System
        Set-Package
        Set-Value $Policy 'OnboardingInfo' (Get-Body $OrgId)
    }
    # A server that was told to leave while its sensor did not reach the service.
    function Set-OffboardingPending {
        param([string] $System = '2019')
        Set-Onboarded $System
        Set-Value $Sense 'Sense.Deaf' 1
        Invoke-Remove @{ ProofMinutes = 0.02 } | Should -Be 20043
    }
    # The sensor reaches the service from now on; one that should run does.
    function Resume-Sensor {
        Set-Value $Sense 'Sense.Deaf' 0
        Set-Value $Sense 'Sense.Late' 0
        if ((Get-Value 'SYSTEM\CurrentControlSet\Services\Sense' 'Start') -eq 2) {
            Microsoft.PowerShell.Management\Start-Service -Name 'Sense'
        }
        Start-Sleep -Milliseconds 1500
    }
    # An error of the registry, a policy that comes back, and so on: what another thread does meanwhile.
    function Start-Meanwhile {
        param([string] $Script)
        $shell = New-Shell
        $null = $shell.AddScript($Script).BeginInvoke()
        return $shell
    }
    function Assert-State {
        param([string] $Side)
        [int] (Get-Value $Status 'OnboardingState') | Should -Be ([int] ($Side -eq 'Install')) -Because "of $Side"
    }
}
Describe 'What is pending' {
    It 'is undone: <Orders>, sensor <Sensor>, <System>, kind <Kind>' -ForEach $Cells {
        $sides = $Orders.Split(' ')
        if ($sides[0] -eq 'Install') { Reset-Server $System; Set-Package } else { Set-Onboarded $System }
        Set-Value $Sense 'Sense.Kind' $Kind
        switch ($Sensor) {
            'Deaf' { Set-Value $Sense 'Sense.Deaf' 1 }
            'Late' { Set-Value $Sense 'Sense.Late' 4 }
            'Stopped' { Set-Value $Sense 'Sense.Deaf' 1; Stop-Everything }
            'Missing' { Set-Value $Sense 'Sense.Deaf' 1; Set-Service -There 'WinDefend' }
        }
        foreach ($side in $sides) {
            $code = Invoke-Side $side
        }
        Resume-Sensor
        if ($code -eq 0) { Assert-State $side }
        if ($Sensor -ne 'Missing') {
            Invoke-Side $side @{ ProofMinutes = 0.5 } | Should -Be 0
            Start-Sleep -Milliseconds 500
            Assert-State $side
        }
    }

    Context 'onboarding' {
        It 'is taken away, and nothing else is written' {
            Set-OnboardingPending
            Invoke-Remove @{ ProofMinutes = 0.02 } | Should -Be 0
            Get-Written Remove-DefenderForEndpoint | Should -Be 'UninstallPending set to 1.', 'OnboardingInfo removed.', 'UninstallPending removed.'
            Get-Value $Policy $Offboarding | Should -BeNullOrEmpty
            $Machine.OpenSubKey("$Marker\OnboardingRead") | Should -BeNullOrEmpty
        }

        It 'is taken away without a sensor and without a package' {
            Set-OnboardingPending
            Set-Service -There 'WinDefend'
            Remove-Item "$Content\WindowsDefenderATP.offboarding"
            Invoke-Remove @{ ProofMinutes = 0.02 } | Should -Be 0
            Get-Value $Policy 'OnboardingInfo' | Should -BeNullOrEmpty
        }

        It 'is taken away before the agent of 2016 is uninstalled' {
            Set-OnboardingPending 2016
            Set-Value $Agent 'DisplayName' 'Microsoft Defender for Endpoint'
            Set-Service -There 'Sense', 'WinDefend'
            Invoke-Remove @{ ProofMinutes = 0.02; AfterOffboarding = 'uninstall-agent' } | Should -Be 0
            Get-Value $Policy 'OnboardingInfo' | Should -BeNullOrEmpty
            $Machine.OpenSubKey($Agent) | Should -BeNullOrEmpty
        }

        It 'stays where it is <Whose>' -ForEach @(
            @{ Whose = 'of another tenant'; Value = '99999999-9999-4999-8999-999999999999' }
            @{ Whose = 'not readable'; Value = '' }
        ) {
            Set-OnboardingPending
            Set-Value $Policy 'OnboardingInfo' $(if ($Value) { Get-Body $Value } else { 'secret words' })
            Invoke-Remove @{ ProofMinutes = 0.02 } | Should -Be 20003
            Get-Last Remove | Should -Be ('3 OnboardingInfo of another tenant, or one that cannot be read, waits for the sensor. ' +
                'Nothing was changed. Leaving with 20003.')
            Get-Value $Policy 'OnboardingInfo' | Should -Not -BeNullOrEmpty
            $Machine.OpenSubKey($Marker) | Should -BeNullOrEmpty
            (Get-Log Remove-DefenderForEndpoint) -join ' ' | Should -Not -Match 'secret'
        }

        It 'that comes back is told' {
            Set-OnboardingPending
            $body = (Get-Body).Replace("'", "''")
            $shell = Start-Meanwhile "foreach (`$turn in 1..40) { Start-Sleep -Milliseconds 100
                [Microsoft.Win32.Registry]::SetValue('HKEY_LOCAL_MACHINE\$Policy', 'OnboardingInfo', '$body') }"
            Set-Service -There 'WinDefend'
            try {
                Invoke-Remove | Should -Be 20042
            } finally {
                $shell.Stop()
                $shell.Dispose()
            }
            Get-Last Remove | Should -Match ('^3 (OnboardingInfo is there again\.|OnboardingInfo cannot be removed: .*) Group Policy or a policy of ' +
                'Configuration Manager may write it: take the server out of it first\. Leaving with 20042\.$')
            Get-Value $Marker 'UninstallPending' | Should -Be 1
        }

        It 'is followed by the usual offboarding where the sensor onboards after all' {
            Set-OnboardingPending
            $shell = Start-Meanwhile "Start-Sleep -Seconds 4
                [Microsoft.Win32.Registry]::SetValue('HKEY_LOCAL_MACHINE\$Status', 'OrgId', '$Tenant')
                [Microsoft.Win32.Registry]::SetValue('HKEY_LOCAL_MACHINE\$Status', 'OnboardingState', 1)"
            try {
                Invoke-Remove @{ ProofMinutes = 0.4 } | Should -Be 0
            } finally {
                $shell.Dispose()
            }
            Get-Log Remove-DefenderForEndpoint | Should -Contain '2 The sensor onboarded meanwhile.'
            Get-Value $Policy $Offboarding | Should -Not -BeNullOrEmpty
            Assert-State Remove
        }

        It 'that a sensor which does not stop has read is no success, until the server was restarted' {
            Set-OnboardingPending
            Set-Value $Sense 'Sense.Deaf' 1
            Set-Value $Sense 'Sense.Held' 1
            Set-Value $Sense 'Sense.Kind' 2
            Microsoft.PowerShell.Management\Start-Service -Name 'Sense'
            Microsoft.PowerShell.Utility\Start-Sleep -Seconds 1
            foreach ($run in 1, 2) {
                Invoke-Remove @{ ProofMinutes = 0.02 } | Should -Be 20043
                Get-Last Remove | Should -Match ('It is removed, but Sense, which may have read it, does not stop and may still onboard\. ' +
                    'Restart the server and run this again\. Leaving with 20043\.$')
                Get-Value $Marker 'UninstallPending' | Should -Be 1
            }
            Set-Value $Sense 'Sense.Held' 0
            Microsoft.PowerShell.Utility\Start-Sleep -Seconds 1
            Stop-Everything
            Restart-Server
            Invoke-Remove @{ ProofMinutes = 0.02 } | Should -Be 0
            $Machine.OpenSubKey($Marker).ValueCount | Should -Be 0
        }
    }

    Context 'offboarding' {
        It 'is undone, which counts when the sensor has connected since' {
            Set-OffboardingPending
            Invoke-Install @{ ProofMinutes = 0.02 } | Should -Be 20022
            Get-Last Install | Should -Be ('3 ' + ($Before -f 'no', 'an') + ' In 0.02 minutes it was not proven that the sensor has connected since the ' +
                'offboarding value was removed, and stays: it may still leave. Leaving with 20022.')
            Get-Value $Policy $Offboarding | Should -BeNullOrEmpty
            Get-Value $Policy 'OnboardingInfo' | Should -BeExactly (Get-Body)
            $note = Get-Value $Marker 'OnboardingPending'
            $note | Should -Match '^\d{18}$'

            Invoke-Install @{ ProofMinutes = 0.02 } | Should -Be 20022
            Get-Log Install-DefenderForEndpoint | Should -Contain '1 An earlier run removed the offboarding value.'
            Get-Value $Marker 'OnboardingPending' | Should -Be $note

            Set-Value $Sense 'Sense.Deaf' 0
            $null = $Machine.CreateSubKey($Policy).DeleteValue('AllowSampleCollection', $false)
            Invoke-Install @{ ProofMinutes = 0.5; SampleSharing = 'none'; SensorProxy = 'p:1' } | Should -Be 0
            Get-Value $Policy 'AllowSampleCollection' | Should -BeNullOrEmpty
            Get-Value $Collection 'TelemetryProxyServer' | Should -BeNullOrEmpty
            Get-Last Install | Should -Be '1 Onboarded; the sensor reports this tenant. Leaving with 0.'
            $Machine.OpenSubKey($Marker) | Should -BeNullOrEmpty
            Assert-State Install
        }

        It 'is undone only where the server stays: a sensor that was on its way out has connected too' {
            Set-OffboardingPending
            Set-Value $Sense 'Sense.Kind' 2
            Start-Sleep -Milliseconds 500
            Invoke-Install @{ ProofMinutes = 0.02 } | Should -Be 20022
            Set-Value $Sense 'Sense.Lag' 4
            Set-Value $Sense 'Sense.Deaf' 0
            Invoke-Install @{ ProofMinutes = 0.5 } | Should -Be 0
            Microsoft.PowerShell.Utility\Start-Sleep -Seconds 4
            Assert-State Install
        }

        It 'counts <What>' -ForEach @(
            @{ What = 'when LastConnected is eight bytes'; Days = 0; Code = 0 }
            @{ What = 'not when LastConnected is in the future'; Days = 1; Code = 20022 }
        ) {
            Set-OffboardingPending
            Invoke-Install @{ ProofMinutes = 0.02 } | Should -Be 20022
            $time = [DateTime]::UtcNow.AddDays($Days).ToFileTimeUtc()
            [Microsoft.Win32.Registry]::SetValue("HKEY_LOCAL_MACHINE\$Status", 'LastConnected', [BitConverter]::GetBytes($time),
                [Microsoft.Win32.RegistryValueKind]::Binary)
            Invoke-Install @{ ProofMinutes = 0.1 } | Should -Be $Code
        }

        It 'leaves no note of onboarding where the server leaves after all' {
            Set-OffboardingPending
            Invoke-Install @{ ProofMinutes = 0.02 } | Should -Be 20022
            Invoke-Remove @{ ProofMinutes = 0.02 } | Should -Be 20043
            Get-Value $Marker 'OnboardingPending' | Should -BeNullOrEmpty
        }

        It 'leaves no note of an offboarding that was cut off where the server is onboarded' {
            Set-Onboarded 2016
            Set-Value $Marker 'FeaturePending' 1
            Set-Value $Marker 'UninstallPending' 1
            Invoke-Install | Should -Be 0
            $Machine.OpenSubKey($Marker) | Should -BeNullOrEmpty
        }

        It 'is undone anew where the value came back' {
            Set-OffboardingPending
            Set-Value $Marker 'OnboardingPending' '1'
            Invoke-Install @{ ProofMinutes = 0.02 } | Should -Be 20022
            Get-Value $Policy $Offboarding | Should -BeNullOrEmpty
            Get-Value $Marker 'OnboardingPending' | Should -Not -Be '1'
        }

        It 'is not undone where a check refuses the server' {
            Set-OffboardingPending
            Set-Value $Defender 'DisableAntiSpyware' 1
            Invoke-Install | Should -Be 20008
            Get-Value $Policy $Offboarding | Should -Not -BeNullOrEmpty
            Get-Value $Policy 'OnboardingInfo' | Should -BeNullOrEmpty
        }

        It 'is told where the value cannot be taken away' {
            Set-Onboarded 2019
            Set-Value $Marker 'OnboardingPending' '0'
            Block-Policy
            Invoke-Install | Should -Be 20021
            Get-Value $Marker 'OnboardingPending' | Should -Be '0'
        }

        It 'does not run install.ps1 again on <System>' -ForEach @{ System = '2016' }, @{ System = '2012R2' } {
            Set-OffboardingPending $System
            Invoke-Install @{ ProofMinutes = 0.02 } | Should -Be 20022
            'C:\msiexec.txt' | Should -Not -Exist
        }
    }

    It 'tells which values there were before a sensor did not answer' {
        Reset-Server
        Set-Value $Sense 'Sense.Deaf' 1
        Set-Value $Policy $Offboarding 'old'
        Invoke-Install @{ ProofMinutes = 0.02 } | Should -Be 20022
        Get-Last Install | Should -Be ('3 ' + ($Before -f 'no', 'an') + ' After 0.02 minutes the sensor does not name this tenant. Leaving with 20022.')
    }
}
Describe 'The content of a package' {
    It 'is given to no cmdlet, whose words Windows may log: <Side>' -ForEach @{ Side = 'Install' }, @{ Side = 'Remove' } {
        if ($Side -eq 'Install') { Reset-Server; Set-Value $Sense 'Sense.Deaf' 1 } else { Set-Onboarded 2019 }
        # Of a server that never acted on it, which Remove looks into.
        if ($Side -eq 'Remove') { $null = $Machine.CreateSubKey($Status).DeleteValue('OnboardingState') }
        Remove-Item 'C:\trace.txt' -ErrorAction Ignore
        Trace-Command -Name ParameterBinding -FilePath 'C:\trace.txt' -Expression { Invoke-Side $Side }
        # The trace names no function of a script, which Windows does not log either.
        $command = ''
        $seen = @{}
        $given = foreach ($line in [IO.File]::ReadAllLines('C:\trace.txt')) {
            if ($line -match ': +BIND (NAMED|POSITIONAL|PIPELINE) .* \[([A-Za-z]+-[A-Za-z]+)\]$') {
                $command = $Matches[2]
                $seen[$command] = $true
            } elseif ($line -match ': +(MANDATORY PARAMETER CHECK|CALLING)') {
                $command = ''
            } elseif ($command -and ($line -match 'geoLocationUrl|c2ln')) { $command }
        }
        $seen.Keys | Should -Contain 'Test-Path'
        $given | Select-Object -Unique | Should -BeNullOrEmpty
    }

    It 'is what ConvertFrom-Json would make of it: <Text>' -ForEach @(
        @{ Text = '{"body":"{\"orgId\":\"x\"}"}'; OrgId = 'x' }
        @{ Text = '{"body":"{\"orgId\":\"x\"}"'; OrgId = $null }
        @{ Text = '{"body":"{\"orgId\":\"x\"} y"}'; OrgId = $null }
        @{ Text = '{"body":{"orgId":"x"}}'; OrgId = $null }
        @{ Text = '{"body":"{\"orgId\":\"x\",\"OrgId\":\"y\"}"}'; OrgId = $null }
        @{ Text = '{"body":"5"}'; OrgId = $null }
        @{ Text = '{"body":null}'; OrgId = $null }
        @{ Text = '{"sig":"c2ln"}'; OrgId = $null }
        @{ Text = 'secret words'; OrgId = $null }
        @{ Text = ''; OrgId = $null }
    ) {
        . "$Content\ServerActions.ps1"
        $read = { (Get-SignedBody -Text $Text).orgId }
        if ($OrgId) { & $read | Should -BeExactly $OrgId } else { $read | Should -Throw }
    }
}
