BeforeDiscovery { Set-StrictMode -Version Latest }
BeforeAll {
    . "$PSScriptRoot\Server.Setup.ps1"
    $RunScripts = 'C:\RunScripts'
    $Folder = 'C:\test-MDATP-test'
    # What Get-Acl tells of the folder of the detection test: Wine keeps access lists as three modes.
    function Set-Rules {
        param([string] $Rules = 'O:SYG:SYD:P(D;;0x6;;;WD)(A;;FA;;;SY)(A;;FA;;;BA)')
        Set-Value $Wish 'Rules' $Rules
    }
    function Get-Answer {
        param([string] $Script)
        $lines = @(& $Script)
        $lines.Count | Should -Be 1
        return $lines[0] | ConvertFrom-Json
    }
    # The script with the lines that Garrison writes, in its own place, so that what runs of it is counted.
    $Connectivity = "$RunScripts\Test-DefenderConnectivity.ps1"
    $Unfilled = [IO.File]::ReadAllText($Connectivity)
    function Set-Hosts {
        param([string[]] $Hosts, [string] $Proxy = '', [int] $Port = 443, [int] $Milliseconds = 3000)
        $text = $Unfilled.Replace('$Hosts = @()', "`$Hosts = @('$($Hosts -join "', '")')").Replace('$Proxy = ''''', "`$Proxy = '$Proxy'")
        $text = $text.Replace('$Port = 443', "`$Port = $Port").Replace('$Milliseconds = 10000', "`$Milliseconds = $Milliseconds")
        [IO.File]::WriteAllText($Connectivity, $text)
    }
}
AfterAll { [IO.File]::WriteAllText($Connectivity, $Unfilled) }
Describe 'The detection test' {
    BeforeEach {
        Reset-Server
        Remove-Item $Folder -Recurse -Force -ErrorAction Ignore
        Set-Value $Status 'OnboardingState' 1
        Set-Value $Status 'OrgId' $Tenant
        Set-Rules
    }

    It 'starts the command, ends it after its time, and removes the folder' {
        $said = Get-Answer "$RunScripts\Test-DefenderDetection.ps1"
        $said.code | Should -Be 0
        $said.message | Should -BeIn 'The command ran and was ended by this script.', 'The command ran and had ended before.'
        $said.orgId | Should -Be $Tenant
        $Folder | Should -Not -Exist
    }

    It 'is not started on a server that is not onboarded' {
        Set-Value $Status 'OnboardingState' 0
        $said = Get-Answer "$RunScripts\Test-DefenderDetection.ps1"
        $said.code | Should -Be 20051
        $said.message | Should -Be 'OnboardingState is not 1: no alert would come.'
        $Folder | Should -Not -Exist
    }

    It 'is not started where the folder is there already' {
        $null = New-Item $Folder -ItemType Directory
        [IO.File]::WriteAllText("$Folder\invoice.exe", 'x')
        $said = Get-Answer "$RunScripts\Test-DefenderDetection.ps1"
        $said.code | Should -Be 20050
        $said.message | Should -Be "$Folder exists. Look at it, and remove it."
        "$Folder\invoice.exe" | Should -Exist
    }

    It 'is not started where the folder belongs to somebody else' {
        Set-Value $Wish 'Owner' 'S-1-5-21-1-2-3-1001'
        $said = Get-Answer "$RunScripts\Test-DefenderDetection.ps1"
        $said.code | Should -Be 20052
        $said.message | Should -Be "The command did not run: $Folder belongs to S-1-5-21-1-2-3-1001."
    }

    It 'is not started where the folder has other rules' {
        Set-Rules 'O:SYG:SYD:P(A;;FA;;;WD)'
        $said = Get-Answer "$RunScripts\Test-DefenderDetection.ps1"
        $said.code | Should -Be 20052
        $said.message | Should -Be "The command did not run: $Folder has other rules: (A;;FA;;;WD)."
    }
}
Describe 'The connectivity test' {
    It 'says that no host is named before Garrison has filled it in' {
        $said = Get-Answer "$RunScripts\Test-DefenderConnectivity.ps1"
        $said.code | Should -Be 20060
        $said.message | Should -Be 'No host is named: this is the script before Garrison fills it in.'
    }

    It 'tells a host that does not answer' {
        Set-Hosts 'localhost' -Port 1
        $said = Get-Answer $Connectivity
        $said.code | Should -Be 0
        $said.message | Should -Be 'directly'
        $said.hosts[0].host | Should -Be 'localhost'
        $said.hosts[0].reached | Should -BeFalse
        $said.hosts[0].why | Should -Not -BeNullOrEmpty
    }

    It 'tells a host that takes connections and says nothing' {
        $listener = New-Object -TypeName System.Net.Sockets.TcpListener -ArgumentList ([Net.IPAddress]::Loopback), 0
        $listener.Start()
        try {
            Set-Hosts '127.0.0.1' -Port $listener.LocalEndpoint.Port -Milliseconds 500
            $said = Get-Answer $Connectivity
            $said.hosts[0].reached | Should -BeFalse
        } finally {
            $listener.Stop()
        }
    }

    It 'tells a proxy that <Why>' -ForEach @(
        @{ Answer = "HTTP/1.1 407 Proxy Authentication Required`r`n`r`n"; Why = "answered 'HTTP/1.1 407 Proxy Authentication Required'" }
        @{ Answer = 'HTTP/1.1 2'; Why = 'ended the connection' }
    ) {
        $listener = New-Object -TypeName System.Net.Sockets.TcpListener -ArgumentList ([Net.IPAddress]::Loopback), 0
        $listener.Start()
        $serving = New-Shell
        $null = $serving.AddScript({
                param($Listener, $Answer)
                $client = $Listener.AcceptTcpClient()
                $buffer = New-Object -TypeName 'byte[]' -ArgumentList 4096
                $null = $client.GetStream().Read($buffer, 0, 4096)
                $bytes = [Text.Encoding]::ASCII.GetBytes($Answer)
                $client.GetStream().Write($bytes, 0, $bytes.Length)
                $client.Close()
            }).AddArgument($listener).AddArgument($Answer)
        $waiting = $serving.BeginInvoke()
        try {
            $proxy = "127.0.0.1:$($listener.LocalEndpoint.Port)"
            Set-Hosts 'winatp-gw-weu.microsoft.com' -Proxy $proxy -Milliseconds 20000
            $said = Get-Answer $Connectivity
            $said.message | Should -Be "through the proxy $proxy"
            $said.hosts[0].why | Should -Be "the proxy $proxy $Why"
            $serving.EndInvoke($waiting)
        } finally {
            $listener.Stop()
        }
    }

    It 'cuts the reasons of many hosts, so that the answer is whole' {
        $names = 1..25 | ForEach-Object { "host-with-a-long-name-that-is-not-there-$_.example.invalid" }
        Set-Hosts $names -Proxy '127.0.0.1:1'
        $line = & $Connectivity
        (ConvertTo-Json -Compress -InputObject $line).Length | Should -BeLessOrEqual 4000
        @(($line | ConvertFrom-Json).hosts).Count | Should -Be 25
    }
}
Describe 'Under application control' {
    BeforeAll { [IO.File]::WriteAllText($Connectivity, $Unfilled) }

    It '<Script> says 20013' -ForEach @{ Script = 'Test-DefenderDetection' }, @{ Script = 'Test-DefenderConnectivity' } {
        $shell = New-Shell
        $shell.Runspace.SessionStateProxy.LanguageMode = 'ConstrainedLanguage'
        $said = $shell.AddScript("& '$RunScripts\$Script.ps1'").Invoke()[0] | ConvertFrom-Json
        $said.code | Should -Be 20013
        $said.message | Should -Be 'Application control restricts this script.'
    }
}
