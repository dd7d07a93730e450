BeforeDiscovery { Set-StrictMode -Version Latest }
BeforeAll {
    . "$PSScriptRoot\Server.Setup.ps1"
    function Get-Last { (Get-Log Install-DefenderForEndpoint)[-1] }
}
Describe 'The log' {
    BeforeEach { Reset-Server }

    It 'begins with the mark of UTF-8, in the folder of the client' {
        $null = Invoke-Install @{ OrgId = 'x' }
        [IO.File]::ReadAllBytes("$Logs\Install-DefenderForEndpoint.log")[0..2] | Should -Be @(0xEF, 0xBB, 0xBF)
    }

    It 'is below ProgramData where there is no client' {
        Set-Value 'SOFTWARE\Microsoft\CCM\Logging\@Global' 'LogDirectory' 'C:\Not There'
        $null = Invoke-Install @{ OrgId = 'x' }
        (Get-Log Install-DefenderForEndpoint "$env:ProgramData\Garrison")[-1] | Should -Be '3 Nothing was changed. Leaving with 20001.'
    }

    It 'is where it was asked for' {
        $null = Invoke-Install @{ OrgId = 'x'; LogPath = "$Logs\other\mine.log" }
        (Get-Log mine "$Logs\other")[-1] | Should -Be '3 Nothing was changed. Leaving with 20001.'
    }

    It 'is not written into a folder of a user' {
        Set-Value $Wish 'Owner' 'S-1-5-21-1-2-3-1001'
        Invoke-Install | Should -Be 20012
        Get-ChildItem $Logs | Should -BeNullOrEmpty
    }

    It 'begins anew at two megabytes' {
        [IO.File]::WriteAllText("$Logs\Install-DefenderForEndpoint.log", 'x' * 2000001)
        $null = Invoke-Install @{ OrgId = 'x' }
        (Get-Item "$Logs\Install-DefenderForEndpoint.lo_").Length | Should -Be 2000001
        (Get-Item "$Logs\Install-DefenderForEndpoint.log").Length | Should -BeLessThan 5000
    }

    It 'cannot be ended by words of others' {
        $null = Invoke-Install @{ OrgId = "x]LOG]!><time=" }
        Get-Log Install-DefenderForEndpoint | Should -Contain "3 -OrgId 'x]LOG] !><time=' is not a GUID."
    }

    It 'is done without where it cannot be written' {
        $null = New-Item "$Logs\Install-DefenderForEndpoint.log" -ItemType Directory
        Invoke-Install @{ ProofMinutes = 0.2 } | Should -Be 0
    }

    It 'has an error nobody foresaw, with its place' {
        Set-Value 'SOFTWARE\Microsoft\Windows NT\CurrentVersion' 'CurrentBuildNumber' 'many'
        Invoke-Install | Should -Be 20099
        Get-Last | Should -Match '^(?s)3 Unexpected: .*many.* at Get-SystemKind, .*ServerFacts\.ps1: line \d+ \| .* Leaving with 20099\.$'
    }
}

Describe 'Without one of its parts the wrapper' {
    BeforeEach { Reset-Server }
    AfterEach { Move-Item "$Content\x.away" "$Content\ServerFacts.ps1" -Force }

    It 'leaves at once' {
        Move-Item "$Content\ServerFacts.ps1" "$Content\x.away"
        Invoke-Install | Should -Be 20009
        $Said | Should -Be "$Content\ServerFacts.ps1 is missing."
    }

    It 'leaves where the part cannot be loaded' {
        Move-Item "$Content\ServerFacts.ps1" "$Content\x.away"
        [IO.File]::WriteAllText("$Content\ServerFacts.ps1", 'function {')
        Invoke-Install | Should -Be 20099
        $Said | Should -Match '^C:\\Content\\ServerFacts\.ps1 cannot be loaded: '
        Remove-Item "$Content\ServerFacts.ps1"
    }
}
Describe 'The whole command line' {
    BeforeEach { Reset-Server }
    It 'ends a process with the code, as Configuration Manager starts it' {
        Start-Client "Install-DefenderForEndpoint.ps1 -OrgId $Tenant -Antivirus active -SampleSharing none -InstallMinutes 40 -ProofMinutes 1" | Should -Be 0
        Get-Value $Status 'OrgId' | Should -Be $Tenant
        Start-Client 'Install-DefenderForEndpoint.ps1 -OrgId x -Antivirus active' | Should -Be 20001
    }

    It 'leaves with 20013 under application control: <_>' -ForEach 'Install-DefenderForEndpoint', 'Remove-DefenderForEndpoint', 'Set-DefenderAntivirusMode', 'Set-DefenderSettings', 'Invoke-InstallScript' {
        $shell = New-Shell
        $shell.Runspace.SessionStateProxy.LanguageMode = 'ConstrainedLanguage'
        $shell.AddScript("& '$Content\$_.ps1'; `$LASTEXITCODE").Invoke() |
            Should -Be @('Application control restricts this script. Sign it with a certificate that your policy trusts.', 20013)
    }
}
Describe 'A word that the script does not know' {
    # Windows PowerShell itself refuses it: nothing stands before the script.
    BeforeAll {
        $shim = $env:GARRISON_TEST_SHIM
        $env:GARRISON_TEST_SHIM = ''
    }
    AfterAll { $env:GARRISON_TEST_SHIM = $shim }
    BeforeEach { Reset-Server }

    It 'ends the process with 1, and nothing has run: <_>' -ForEach @(
        'Install-DefenderForEndpoint.ps1 -OrgId TENANT -Antivirus active -Restart'
        'Remove-DefenderForEndpoint.ps1 -OrgId TENANT -Uninstall'
        'Remove-DefenderForEndpoint.ps1 -OrgId TENANT -AfterOfboarding disable'
        'Set-DefenderAntivirusMode.ps1 passive'
        'Set-DefenderSettings.ps1 -SampleSharing none all'
    ) {
        Start-Client $_.Replace('TENANT', $Tenant) | Should -Be 1
        Get-ChildItem $Logs | Should -BeNullOrEmpty
    }
}
Describe 'A 32-bit caller' {
    It 'has the script run again with the words it was given' {
        . "$Content\ScriptLog.ps1"
        . "$Content\ServerActions.ps1"
        $given = [ordered] @{ OrgId = $Tenant; Workspace = ''; AllowRestart = [switch] $true; Quiet = [switch] $false; InstallMinutes = 40.0 }
        Get-NativeArgument -Script 'C:\x y\Install.ps1' -Bound $given | Should -Be @(
            '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', 'C:\x y\Install.ps1',
            '-OrgId', $Tenant, '-AllowRestart', '-InstallMinutes', '40')
    }
}
