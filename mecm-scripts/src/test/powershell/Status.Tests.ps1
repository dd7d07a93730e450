BeforeDiscovery { Set-StrictMode -Version Latest }
BeforeAll {
    . "$PSScriptRoot\Server.Setup.ps1"
    $Sensor = 'SOFTWARE\Microsoft\Windows Advanced Threat Protection'
    $Inbox = "$env:ProgramFiles\Windows Defender Advanced Threat Protection"
    function Get-Said {
        param([hashtable] $Words = @{})
        $null = Invoke-Client Get-DefenderStatus $Words
        $Said.Count | Should -Be 1
        return $Said[0] | ConvertFrom-Json
    }
    function Write-Line {
        param([string] $Script, [string] $Text, [int] $Type, [string] $Time)
        $line = "<![LOG[$Text]LOG]!><time=""$Time.000+000"" date=""11-29-2026"" component=""Garrison"" context="""" type=""$Type"" thread=""1"" file="""">`r`n"
        [IO.File]::AppendAllText("$Logs\$Script.log", $line)
    }
}
Describe 'The status of a server' {
    BeforeEach {
        Reset-Server
        Remove-Item $Inbox -Recurse -Force -ErrorAction Ignore
    }

    It 'is one line, with nothing where nothing is' {
        Set-Service
        $said = Get-Said
        $said.server | Should -Be $env:COMPUTERNAME
        foreach ($name in 'onboardingState', 'orgId', 'sense', 'sensorVersion', 'winDefend', 'runningMode', 'platformVersion', 'forceDefenderPassiveMode',
            'disableAntiSpyware', 'allowSampleCollection', 'submitSamplesConsent', 'telemetryProxyServer', 'disableEnterpriseAuthProxy', 'proxyServer', 'logUnreadable') {
            $said.$name | Should -BeNullOrEmpty -Because $name
        }
        $said.lastErrors | Should -HaveCount 0
    }

    It 'has what the registry, the services and Defender say' {
        Set-Value $Status 'OnboardingState' 1
        Set-Value $Status 'OrgId' $Tenant
        Set-Value $Policy 'ForceDefenderPassiveMode' 1
        Set-Value $Policy 'OnboardingInfo' 'secret'
        Set-Value $Policy 'AllowSampleCollection' 0
        Set-Value $Collection 'TelemetryProxyServer' 'p:1'
        Set-Value $Defender 'DisableAntiSpyware' 1
        Set-Value "$Wish\Antivirus" 'AMRunningMode' 'Passive Mode'
        Set-Value "$Wish\Antivirus" 'AMProductVersion' '4.18.25010.11'
        Set-Value "$Wish\Antivirus" 'SubmitSamplesConsent' 1
        Set-Service -There 'WinDefend' -Start 'Sense'
        Set-Value 'SYSTEM\CurrentControlSet\Services\WinDefend' 'Start' 4
        Set-System 2019 -Installation 'Server Core'
        $said = Get-Said
        $said.windowsBuild | Should -Be '17763'
        $said.installationType | Should -Be 'Server Core'
        $said.onboardingState | Should -Be 1
        $said.orgId | Should -Be $Tenant
        $said.sense | Should -Be 'Running'
        $said.winDefend | Should -Be 'Disabled'
        $said.runningMode | Should -Be 'Passive Mode'
        $said.platformVersion | Should -Be '4.18.25010.11'
        $said.forceDefenderPassiveMode | Should -Be 1
        $said.disableAntiSpyware | Should -Be 1
        $said.allowSampleCollection | Should -Be 0
        $said.submitSamplesConsent | Should -Be 1
        $said.telemetryProxyServer | Should -Be 'p:1'
        $Global:Said[0] | Should -Not -Match 'secret'
    }

    It 'has what is pending, "<Pending>", where <What>' -ForEach @(
        @{ What = 'a run was cut off before it noted a time'; Pending = 'offboarding'; Note = '0'; Heard = 1 }
        @{ What = 'the sensor has not connected since the note'; Pending = 'offboarding'; Note = 1; Heard = 2 }
        @{ What = 'the sensor has never connected'; Pending = 'offboarding'; Note = 2 }
        @{ What = 'the sensor connected in the future'; Pending = 'offboarding'; Note = 2; Heard = -60 }
        @{ What = 'the note is of the future'; Pending = 'offboarding'; Note = -60; Heard = 1 }
        @{ What = 'the note is no time'; Pending = 'offboarding'; Note = 'x'; Heard = 1 }
        @{ What = 'the sensor names no tenant'; Pending = 'offboarding'; Note = 2; Heard = 1; OrgId = '' }
        @{ What = 'the offboarding value came back'; Pending = 'offboarding'; Note = 2; Heard = 1; Value = 'secret' }
        @{ What = 'the sensor has connected since the note'; Pending = ''; Note = 2; Heard = 1 }
        @{ What = 'it has, in eight bytes'; Pending = ''; Note = 2; Heard = 1; Bytes = $true }
        @{ What = 'it has, and names another tenant'; Pending = ''; Note = 2; Heard = 1; OrgId = '99999999-9999-4999-8999-999999999999' }
    ) {
        $now = [DateTime]::UtcNow
        Set-Value $Status 'OnboardingState' 1
        Set-Value $Status 'OrgId' $(if ($_.ContainsKey('OrgId')) { $OrgId } else { $Tenant })
        Set-Value $Marker 'OnboardingPending' $(if ($Note -is [int]) { "$($now.AddMinutes(-$Note).ToFileTimeUtc())" } else { $Note })
        if ($_.ContainsKey('Heard')) {
            $time = $now.AddMinutes(-$Heard).ToFileTimeUtc()
            $value = $time
            if ($_.ContainsKey('Bytes')) { $value = [BitConverter]::GetBytes($time) }
            [Microsoft.Win32.Registry]::SetValue("HKEY_LOCAL_MACHINE\$Status", 'LastConnected', $value)
        }
        if ($_.ContainsKey('Value')) { Set-Value $Policy $Offboarding $Value }
        [string] (Get-Said).pending | Should -Be $Pending
    }

    It 'has the version of the sensor that runs, not of the one that Windows brought' {
        $null = New-Item $Inbox, 'C:\Sense\Platform\10.8830' -ItemType Directory -Force
        Copy-Item 'C:\Garrison Test\kernel-2016.exe' "$Inbox\MsSense.exe"
        Copy-Item 'C:\Garrison Test\platform.exe' 'C:\Sense\Platform\10.8830\MsSense.exe'
        (Get-Said).sensorVersion | Should -Be '10.0.14393.7426'
        Set-Value $Sensor 'InstallLocation' 'C:\Sense\Platform\10.8830\'
        (Get-Said).sensorVersion | Should -Be '4.18.25010.11'
        Remove-Item 'C:\Sense\Platform\10.8830\MsSense.exe'
        (Get-Said).sensorVersion | Should -Be '10.0.14393.7426'
    }

    It 'has the last errors of all logs, by their time' {
        Write-Line Install-DefenderForEndpoint 'first' 3 '10:00:01'
        Write-Line Set-DefenderSettings 'third' 3 '10:00:03'
        Write-Line Install-DefenderForEndpoint 'fine' 1 '10:00:04'
        Write-Line Remove-DefenderForEndpoint 'second' 3 '10:00:02'
        (Get-Said @{ Errors = 2 }).lastErrors | Should -Be @('Remove-DefenderForEndpoint: second', 'Set-DefenderSettings: third')
        (Get-Said @{ Errors = 0 }).lastErrors | Should -HaveCount 0
    }

    It 'has at most 300 characters of an error' {
        Write-Line Set-DefenderAntivirusMode ('x' * 500) 3 '10:00:01'
        (Get-Said).lastErrors[0].Length | Should -Be 300
    }

    It 'has the errors of a log that a script is writing' {
        Write-Line Install-DefenderForEndpoint 'first' 3 '10:00:01'
        $held = [IO.File]::Open("$Logs\Install-DefenderForEndpoint.log", 'Open', 'Write', 'Read')
        try {
            (Get-Said).lastErrors | Should -Be 'Install-DefenderForEndpoint: first'
        } finally {
            $held.Dispose()
        }
    }

    It 'is told of an antivirus whose platform knows no mode' {
        Set-Value "$Wish\Antivirus" 'AMRunningMode' 'none of this platform'
        Set-Value "$Wish\Antivirus" 'Old' 1
        $said = Get-Said
        $said.runningMode | Should -BeNullOrEmpty
        $said.sense | Should -Be 'Stopped'
    }

    It 'is told without the errors where a log cannot be read' {
        Write-Line Install-DefenderForEndpoint 'first' 3 '10:00:01'
        $held = [IO.File]::Open("$Logs\Install-DefenderForEndpoint.log", 'Open', 'ReadWrite', 'None')
        try {
            $said = Get-Said
        } finally {
            $held.Dispose()
        }
        $said.lastErrors | Should -BeNullOrEmpty
        $said.logUnreadable | Should -Match 'Install-DefenderForEndpoint\.log'
        $said.sense | Should -Be 'Stopped'
    }

    It 'is told in one line that application control restricts it' {
        $shell = New-Shell
        $shell.Runspace.SessionStateProxy.LanguageMode = 'ConstrainedLanguage'
        $said = $shell.AddScript("& '$Content\Get-DefenderStatus.ps1'; `$LASTEXITCODE").Invoke()
        $said | Should -Be @("{""server"":""$env:COMPUTERNAME"",""code"":20013,""message"":""Application control restricts this script.""}", 20013)
        ($said[0] | ConvertFrom-Json).code | Should -Be 20013
    }

    It 'has the errors of the logs below ProgramData too, where the folder of the client took none' {
        Write-Line Install-DefenderForEndpoint 'first' 3 '10:00:01'
        $null = New-Item "$Logs\Set-DefenderAntivirusMode.log" -ItemType Directory
        $null = Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'off' }
        (Get-Said).lastErrors | Sort-Object | Should -Be @('Install-DefenderForEndpoint: first',
            "Set-DefenderAntivirusMode: -Antivirus 'off' is neither active nor passive. Leaving with 20001.")
        (Get-Said @{ LogFolder = $Logs }).lastErrors | Should -Be 'Install-DefenderForEndpoint: first'
    }

    It 'reads the logs below ProgramData where there is no client' {
        Set-Value 'SOFTWARE\Microsoft\CCM\Logging\@Global' 'LogDirectory' 'C:\Not There'
        $null = Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'off' }
        (Get-Said).lastErrors | Should -Be "Set-DefenderAntivirusMode: -Antivirus 'off' is neither active nor passive. Leaving with 20001."
    }
}
