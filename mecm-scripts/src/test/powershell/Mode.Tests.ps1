BeforeDiscovery { Set-StrictMode -Version Latest }
BeforeAll { . "$PSScriptRoot\Server.Setup.ps1" }
Describe 'The antivirus mode' {
    BeforeEach { Reset-Server }

    It 'is written as passive where another antivirus runs, and nothing else is' {
        Set-Service -There 'Sense', 'WinDefend' -Start 'ekrn'
        Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'passive' } | Should -Be 0
        Get-Value $Policy 'ForceDefenderPassiveMode' | Should -Be 1
        Get-Written Set-DefenderAntivirusMode | Should -Be 'ForceDefenderPassiveMode set to 1.'
        Get-Log Set-DefenderAntivirusMode | Should -Be @(
            "1 Antivirus mode 'passive', from C:\Content."
            "1 On guard beside Defender: ESET runs (service 'ekrn')."
            '1 ForceDefenderPassiveMode set to 1.'
            '1 The antivirus is told to be passive. Leaving with 0.')
    }

    It 'is not written as passive where nothing else protects the server' {
        Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'passive' } | Should -Be 20014
        Get-Value $Policy 'ForceDefenderPassiveMode' | Should -BeNullOrEmpty
        Get-Log Set-DefenderAntivirusMode | Select-Object -Last 2 | Should -Be @(
            '3 No other antivirus is seen running here: without an active Defender nothing would protect this server.'
            '3 Nothing was changed. Leaving with 20014.')
    }

    It 'is not written as passive where the other antivirus is stopped' {
        Set-Service -There 'Sense', 'WinDefend', 'ekrn'
        Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'passive' } | Should -Be 20014
    }

    It 'is not written as passive where only a sensor of another maker runs' {
        Set-Service -There 'Sense', 'WinDefend' -Start 'xagt'
        Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'passive' } | Should -Be 20014
    }

    It 'is written as passive where the manifest states <Line>' -ForEach @(
        @{ Line = 'server;$NAME;Own antivirus;antivirus;'; Said = 'Own antivirus is stated for this server' }
        @{ Line = 'server;$NAME.corp.example;Own antivirus;antivirus;2999-12-31'; Said = 'Own antivirus is stated for this server' }
        @{ Line = 'server;$NAME.CORP.example;Own antivirus;antivirus;'; Said = 'Own antivirus is stated for this server' }
        @{ Line = 'service;xagt;Own antivirus;antivirus;2999-12-31'; Said = "Own antivirus runs (service 'xagt')" }
        @{ Line = 'service;xag*;Own antivirus;antivirus;'; Said = "Own antivirus runs (service 'xagt')" }
    ) {
        Set-Service -There 'Sense', 'WinDefend' -Start 'xagt'
        Set-Value 'SYSTEM\CurrentControlSet\Services\Tcpip\Parameters' 'Domain' 'corp.example'
        Set-OwnList '# Made by Garrison', $Line.Replace('$NAME', $env:COMPUTERNAME)
        Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'passive' } | Should -Be 0
        Get-Log Set-DefenderAntivirusMode | Should -Contain "1 On guard beside Defender: $Said."
    }

    It 'is not written as passive by <Line>' -ForEach @(
        @{ Line = 'server;OTHER1;Own antivirus;antivirus;'; Code = 20014 }
        @{ Line = 'server;$NAME.emea.example;Own antivirus;antivirus;'; Code = 20014 }
        @{ Line = 'service;ekrn;Own antivirus;antivirus;'; Code = 20014 }
        @{ Line = 'program;Own antivirus*;Own antivirus;antivirus;'; Code = 20014 }
        @{ Line = 'server;$NAME;Own antivirus;antivirus;2020-01-31'; Code = 20014 }
        @{ Line = 'server;$NAME;Own antivirus;antivirus;soon'; Code = 20009 }
        @{ Line = 'server;$NAME;Own antivirus;antivirus'; Code = 20009 }
        @{ Line = 'server;$NAME;Own antivirus;sensor;'; Code = 20009 }
        @{ Line = 'server;;Own antivirus;antivirus;'; Code = 20009 }
        @{ Line = 'service;xagt;Own antivirus;firewall;'; Code = 20009 }
        @{ Line = 'driver;xagt;Own antivirus;antivirus;'; Code = 20009 }
    ) {
        Set-Value "$Uninstall\Own" 'DisplayName' 'Own antivirus 7'
        Set-OwnList $Line.Replace('$NAME', $env:COMPUTERNAME)
        Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'passive' } | Should -Be $Code
        Get-Value $Policy 'ForceDefenderPassiveMode' | Should -BeNullOrEmpty
    }

    It 'says of a statement that has ended since when' {
        Set-OwnList "server;$env:COMPUTERNAME;Own antivirus;antivirus;2020-01-31"
        Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'passive' } | Should -Be 20014
        Get-Log Set-DefenderAntivirusMode | Should -Contain "2 No longer counted since 2020-01-31: server '$env:COMPUTERNAME' for Own antivirus."
    }

    It 'is not written as passive where the manifest corrects what runs to a sensor' {
        Set-Service -There 'Sense', 'WinDefend' -Start 'ekrn'
        Set-OwnList 'service;ekr*;ESET Inspect;sensor;'
        Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'passive' } | Should -Be 20014
    }

    It 'is written as passive by the list where a statement for the same service has ended' {
        Set-Service -There 'Sense', 'WinDefend' -Start 'ekrn'
        Set-OwnList 'service;ekrn;Own antivirus;antivirus;2020-01-31'
        Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'passive' } | Should -Be 0
        Get-Log Set-DefenderAntivirusMode | Should -Contain "1 On guard beside Defender: ESET runs (service 'ekrn')."
    }

    It 'is written as active' {
        Set-Value $Policy 'ForceDefenderPassiveMode' 1
        Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'active' } | Should -Be 0
        Get-Value $Policy 'ForceDefenderPassiveMode' | Should -Be 0
    }

    It 'is not written as active beside another antivirus that runs' {
        Set-Value $Policy 'ForceDefenderPassiveMode' 1
        Set-Service -There 'Sense', 'WinDefend' -Start 'ekrn'
        Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'active' } | Should -Be 20004
        Get-Value $Policy 'ForceDefenderPassiveMode' | Should -Be 1
        Get-Log Set-DefenderAntivirusMode | Should -Contain "3 ESET runs (service 'ekrn')."
    }

    It 'is not written as active beside a product of the manifest that runs, whatever its day: <_>' -ForEach '', '2020-01-31' {
        Set-Service -There 'Sense', 'WinDefend' -Start 'xagt'
        Set-OwnList "service;xagt;Own antivirus;antivirus;$_"
        Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'active' } | Should -Be 20004
        Get-Log Set-DefenderAntivirusMode | Should -Contain "3 Own antivirus runs (service 'xagt')."
    }

    It 'is written as active beside one that is stopped, so that somebody is on guard' {
        Set-Value $Policy 'ForceDefenderPassiveMode' 1
        Set-Service -There 'Sense', 'WinDefend', 'ekrn'
        Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'active' } | Should -Be 0
        Get-Value $Policy 'ForceDefenderPassiveMode' | Should -Be 0
    }

    It 'is not said to be active while a policy turns Defender off' {
        Set-Value $Policy 'ForceDefenderPassiveMode' 1
        Set-Value $Defender 'DisableAntiSpyware' 1
        Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'active' } | Should -Be 20008
        Get-Value $Policy 'ForceDefenderPassiveMode' | Should -Be 1
    }

    It 'is refused where it is neither' {
        Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'off' } | Should -Be 20001
        Get-Log Set-DefenderAntivirusMode | Should -Contain "3 -Antivirus 'off' is neither active nor passive. Leaving with 20001."
    }

    It 'is not written without the list of products' {
        Remove-Item "$Content\ThirdPartyAntivirus.txt"
        Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'active' } | Should -Be 20009
        Get-Log Set-DefenderAntivirusMode | Should -Contain "3 $Content\ThirdPartyAntivirus.txt is missing: other antivirus cannot be recognised."
    }

    It 'is not written where a line of the list is unclear: <Line>' -ForEach @(
        @{ Line = 'service;x;X' }
        @{ Line = 'driver;x;X;antivirus;https://example.com' }
        @{ Line = 'server;x;X;antivirus;https://example.com' }
        @{ Line = 'service;x;X;firewall;https://example.com' }
    ) {
        [IO.File]::WriteAllText("$Content\ThirdPartyAntivirus.txt", "service;ekrn;ESET;antivirus;https://example.com`r`n`r`n$Line`r`nlines;2`r`n")
        Set-Service -There 'Sense', 'WinDefend' -Start 'ekrn'
        Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'passive' } | Should -Be 20009
    }

    It 'is not written where a list <What>' -ForEach @(
        @{ What = 'was cut off'; Lines = @('service;ekrn;ESET;antivirus;'); End = 'service;ekrn;ESET;antivirus;'; Wanted = 'lines;0' }
        @{ What = 'lacks a line'; Lines = @('service;ekrn;ESET;antivirus;', '#', '', 'lines;2'); End = 'lines;2'; Wanted = 'lines;1' }
        @{ What = 'has a line too many'; Lines = @('service;ekrn;ESET;antivirus;', 'lines;0'); End = 'lines;0'; Wanted = 'lines;1' }
        @{ What = 'goes on after its end'; Lines = @('lines;1', 'service;ekrn;ESET;antivirus;'); End = 'service;ekrn;ESET;antivirus;'; Wanted = 'lines;1' }
        @{ What = 'is empty'; Lines = @(); End = ''; Wanted = 'lines;0' }
    ) {
        Set-Service -There 'Sense', 'WinDefend' -Start 'ekrn'
        foreach ($list in 'ThirdPartyAntivirus', 'OtherAntivirus') {
            Reset-Content
            [IO.File]::WriteAllLines("$Content\$list.txt", [string[]] $Lines)
            Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'passive' } | Should -Be 20009
            Get-Log Set-DefenderAntivirusMode | Should -Contain "3 $Content\$list.txt is not whole: its last line is '$End', not '$Wanted'."
        }
        Get-Value $Policy 'ForceDefenderPassiveMode' | Should -BeNullOrEmpty
    }

    It 'is not written where the list of products names none, with <_>' -ForEach 'active', 'passive' {
        [IO.File]::WriteAllText("$Content\ThirdPartyAntivirus.txt", "# none`r`nlines;0`r`n")
        Set-OwnList "server;$env:COMPUTERNAME;Own antivirus;antivirus;"
        Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = $_ } | Should -Be 20009
        Get-Log Set-DefenderAntivirusMode | Should -Contain "3 $Content\ThirdPartyAntivirus.txt names no product: other antivirus cannot be recognised."
    }

    It 'is written where the list of the manifest is there and says nothing' {
        Set-OwnList
        Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'active' } | Should -Be 0
    }

    It 'is said not to be set where the key cannot be made' {
        Block-Policy
        Invoke-Client Set-DefenderAntivirusMode @{ Antivirus = 'active' } | Should -Be 20030
        (Get-Log Set-DefenderAntivirusMode)[-1] | Should -Match '^3 The antivirus mode cannot be set: .* Leaving with 20030\.$'
    }
}
