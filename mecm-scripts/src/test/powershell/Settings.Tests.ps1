BeforeDiscovery { Set-StrictMode -Version Latest }
BeforeAll {
    . "$PSScriptRoot\Server.Setup.ps1"
    function Invoke-Settings {
        param([hashtable] $Words = @{})
        Invoke-Client Set-DefenderSettings $Words
    }
}
Describe 'The settings' {
    BeforeEach { Reset-Server }

    It 'are written with the notes around a proxy' {
        Invoke-Settings @{ SampleSharing = 'none'; SensorProxy = 'p.corp.example:8080'; AntivirusProxy = 'http://q.corp.example:8081' } | Should -Be 0
        Get-Written Set-DefenderSettings | Should -Be @(
            'AllowSampleCollection set to 0.'
            'SensorProxy set to p.corp.example:8080.'
            'TelemetryProxyServer set to p.corp.example:8080.'
            'SensorProxySet set to 1.'
            'DisableEnterpriseAuthProxy set to 1.'
            'AntivirusProxy set to http://q.corp.example:8081.'
            'ProxyServer set to http://q.corp.example:8081.'
            'AntivirusProxySet set to 1.')
        Get-Value $Collection 'TelemetryProxyServer' | Should -Be 'p.corp.example:8080'
        Get-Value $Defender 'ProxyServer' | Should -Be 'http://q.corp.example:8081'
    }

    It 'are left alone where nothing is given' {
        Set-Value $Collection 'TelemetryProxyServer' 'theirs:1'
        Set-Value $Policy 'AllowSampleCollection' 0
        Invoke-Settings | Should -Be 0
        Get-Value $Collection 'TelemetryProxyServer' | Should -Be 'theirs:1'
        Get-Value $Policy 'AllowSampleCollection' | Should -Be 0
        Get-Written Set-DefenderSettings | Should -BeNullOrEmpty
    }

    It 'lose a proxy of ours that is no longer given' {
        Invoke-Settings @{ SensorProxy = 'p:1'; AntivirusProxy = 'http://q:2' } | Should -Be 0
        Invoke-Settings | Should -Be 0
        Get-Value $Collection 'TelemetryProxyServer' | Should -BeNullOrEmpty
        Get-Value $Defender 'ProxyServer' | Should -BeNullOrEmpty
        Get-Value $Notes 'SensorProxySet' | Should -Be 0
        Get-Value $Notes 'SensorProxy' | Should -BeNullOrEmpty
    }

    It 'keep a proxy that somebody else has set since' {
        Invoke-Settings @{ SensorProxy = 'p:1' } | Should -Be 0
        Set-Value $Collection 'TelemetryProxyServer' 'theirs:1'
        Invoke-Settings | Should -Be 0
        Get-Value $Collection 'TelemetryProxyServer' | Should -Be 'theirs:1'
        Get-Log Set-DefenderSettings | Should -Contain '1 TelemetryProxyServer is no longer what was written here: left alone.'
    }

    It 'share samples' {
        Invoke-Settings @{ SampleSharing = 'all' } | Should -Be 0
        Get-Value $Policy 'AllowSampleCollection' | Should -Be 1
    }

    It 'are refused for <Name> <Value>' -ForEach @(
        @{ Name = 'SampleSharing'; Value = 'some'; Said = "-SampleSharing 'some' is neither none nor all." }
        @{ Name = 'SensorProxy'; Value = 'http://p:1'; Said = "-SensorProxy 'http://p:1' is not HOST:PORT." }
        @{ Name = 'AntivirusProxy'; Value = 'p:1'; Said = "-AntivirusProxy 'p:1' is not http(s)://HOST:PORT." }
    ) {
        Invoke-Settings @{ $Name = $Value } | Should -Be 20001
        (Get-Log Set-DefenderSettings)[-1] | Should -Be "3 $Said Leaving with 20001."
        Get-Written Set-DefenderSettings | Should -BeNullOrEmpty
    }

    It 'are said not to be written where the key cannot be made' {
        Block-Policy
        Invoke-Settings @{ SampleSharing = 'all' } | Should -Be 20031
        (Get-Log Set-DefenderSettings)[-1] | Should -Match '^3 The settings cannot be written: .* Leaving with 20031\.$'
    }

    It 'need the part that all scripts share' {
        Move-Item "$Content\ServerActions.ps1" "$Content\x.away"
        try {
            Invoke-Settings | Should -Be 20009
            [IO.File]::WriteAllText("$Content\ServerActions.ps1", 'function {')
            Invoke-Settings | Should -Be 20099
        } finally {
            Move-Item "$Content\x.away" "$Content\ServerActions.ps1" -Force
        }
    }
}
Describe 'The antivirus mode and the removal' {
    It 'need their parts: <_>' -ForEach 'Set-DefenderAntivirusMode', 'Remove-DefenderForEndpoint' {
        Reset-Server
        Move-Item "$Content\ServerFacts.ps1" "$Content\x.away"
        try {
            Invoke-Client $_ | Should -Be 20009
            [IO.File]::WriteAllText("$Content\ServerFacts.ps1", 'function {')
            Invoke-Client $_ | Should -Be 20099
        } finally {
            Move-Item "$Content\x.away" "$Content\ServerFacts.ps1" -Force
        }
    }
}
