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

    It 'is below ProgramData where the folder of the client takes none' {
        $null = New-Item "$Logs\Install-DefenderForEndpoint.log" -ItemType Directory
        Invoke-Install @{ OrgId = 'x' } | Should -Be 20001
        $log = Get-Log Install-DefenderForEndpoint "$env:ProgramData\Garrison"
        $log[0] | Should -Match '^2 The log C:\\Windows\\CCM\\Logs\\Install-DefenderForEndpoint\.log cannot be written: '
        $log[-1] | Should -Be '3 Nothing was changed. Leaving with 20001.'
        ($log -match 'cannot be written').Count | Should -Be 1
    }

    It 'is done without where it can be written nowhere, and the run goes on, on <System>' -ForEach @{ System = '2019' }, @{ System = '2012R2' } {
        Reset-Server $System
        foreach ($folder in $Logs, "$env:ProgramData\Garrison") { $null = New-Item "$folder\Install-DefenderForEndpoint.log" -ItemType Directory -Force }
        $line = "Install-DefenderForEndpoint.ps1 -OrgId $Tenant -Antivirus active -ProofMinutes 1"
        Start-Client $line -Output 'C:\said.txt' | Should -Be 0
        $said = [IO.File]::ReadAllText('C:\said.txt')
        $said | Should -Match 'No log can be written: the work goes on without one\.'
        $said | Should -Match 'Onboarded; the sensor reports this tenant\. Leaving with 0\.'
        if ($System -eq '2012R2') { $said | Should -Match 'gets /norestart' }
        Get-Value $Status 'OrgId' | Should -Be $Tenant
    }

    It 'is done without where the place of last resort leads elsewhere' {
        $null = New-Item "$Logs\Install-DefenderForEndpoint.log", "$env:ProgramData\Garrison" -ItemType Directory -Force
        Set-Value $Wish 'Link' "$env:ProgramData\Garrison"
        Invoke-Install @{ OrgId = 'x' } | Should -Be 20001
    }

    It 'keeps the exit code where it can be written nowhere' {
        foreach ($folder in $Logs, "$env:ProgramData\Garrison") { $null = New-Item "$folder\Install-DefenderForEndpoint.log" -ItemType Directory -Force }
        Set-Service -There 'Sense', 'WinDefend', 'ekrn'
        Invoke-Install | Should -Be 20004
    }

    It 'is where it always is, and says so, where it was asked for at <Path>' -ForEach @(
        @{ Path = 'C:\Windows\CCM\a|b.log' }
        @{ Path = 'C:\Windows\CCM\a*.log' }
        @{ Path = 'C:\Windows\CCM\a:b.log' }
        @{ Path = 'Q:\mine.log' }
        @{ Path = 'mine.log' }
        @{ Path = 'logs\mine.log' }
        @{ Path = 'C:mine.log' }
        @{ Path = 'C:\Windows\CCM' }
        @{ Path = 'C:\Windows\CCM\New\' }
    ) {
        Invoke-Install @{ LogPath = $Path } | Should -Be 20001
        Get-Log Install-DefenderForEndpoint | Should -Be "3 -LogPath '$Path' is not the whole path of a file that can be written. Leaving with 20001."
        Get-Value $Policy 'OnboardingInfo' | Should -BeNullOrEmpty
    }

    It 'is not written through <What> that leads elsewhere' -ForEach @(
        @{ What = 'a folder'; Link = 'C:\ProgramData\Garrison'; Said = 'The log folder C:\ProgramData\Garrison leads elsewhere. Remove it.' }
        @{ What = 'a file'; Link = 'C:\ProgramData\Garrison\Install-DefenderForEndpoint.log'; Said = 'The log C:\ProgramData\Garrison\Install-DefenderForEndpoint.log leads elsewhere. Remove it.' }
    ) {
        Set-Value 'SOFTWARE\Microsoft\CCM\Logging\@Global' 'LogDirectory' 'C:\Not There'
        $null = New-Item "$env:ProgramData\Garrison" -ItemType Directory
        [IO.File]::WriteAllText("$env:ProgramData\Garrison\Install-DefenderForEndpoint.log", '')
        Set-Value $Wish 'Link' $Link
        Start-Client "Install-DefenderForEndpoint.ps1 -OrgId $Tenant -Antivirus active" -Output 'C:\said.txt' | Should -Be 20012
        [IO.File]::ReadAllText('C:\said.txt') | Should -Match ([regex]::Escape("$Said Leaving with 20012."))
        [IO.File]::ReadAllText("$env:ProgramData\Garrison\Install-DefenderForEndpoint.log") | Should -Be ''
    }

    It 'goes on where Data Deduplication keeps the file' {
        [IO.File]::WriteAllText("$Logs\Install-DefenderForEndpoint.log", 'earlier')
        Set-Value $Wish 'Link' "$Logs\Install-DefenderForEndpoint.log"
        Set-Value $Wish 'LinkTag' '0x80000013'
        Invoke-Install @{ OrgId = 'x' } | Should -Be 20001
        Get-Last | Should -Be '3 Nothing was changed. Leaving with 20001.'
    }

    It 'is not written through a folder that was swapped while it was opened' {
        Set-Value 'SOFTWARE\Microsoft\CCM\Logging\@Global' 'LogDirectory' 'C:\Not There'
        Set-Value $Wish 'Link' "$env:ProgramData\Garrison"
        Set-Value $Wish 'LinkOnce' 'C:\ProgramData\Garrison\Install-DefenderForEndpoint.log'
        Invoke-Install | Should -Be 20012
        (Get-Item "$env:ProgramData\Garrison\Install-DefenderForEndpoint.log").Length | Should -Be 0
    }

    It 'may be in a folder of the client that an administrator moved' {
        Set-Value $Wish 'Link' $Logs
        Invoke-Install @{ OrgId = 'x' } | Should -Be 20001
        Get-Last | Should -Be '3 Nothing was changed. Leaving with 20001.'
    }

    It 'has what an earlier run left taken away, wherever that wrote' {
        $null = New-Item "$env:ProgramData\Garrison" -ItemType Directory
        foreach ($folder in $Logs, "$env:ProgramData\Garrison") {
            foreach ($file in 'Install-DefenderForEndpoint.77.out.tmp', 'Install-DefenderForEndpoint.77.err.tmp', 'Other.77.out.tmp') {
                [IO.File]::WriteAllText("$folder\$file", 'x')
            }
        }
        $null = Invoke-Install @{ OrgId = 'x' }
        foreach ($folder in $Logs, "$env:ProgramData\Garrison") {
            (Get-ChildItem $folder -Filter '*.tmp').Name | Should -Be 'Other.77.out.tmp'
        }
    }

    It 'has an error nobody foresaw, with its place' {
        Set-Value 'SOFTWARE\Microsoft\Windows NT\CurrentVersion' 'CurrentBuildNumber' 'many'
        Invoke-Install | Should -Be 20099
        Get-Last | Should -Match '^(?s)3 Unexpected: .*many.* at Get-SystemKind, .*ServerFacts\.ps1: line \d+ \| .* Leaving with 20099\.$'
    }
}

Describe 'A junction or a link' {
    BeforeAll {
        . "$Content\ScriptLog.ps1"
        Reset-Server
    }

    It 'is noticed, and what is not there or leads nowhere is none' {
        Test-LeadsElsewhere -Path $Logs | Should -BeFalse
        Test-LeadsElsewhere -Path "$Logs\nothing" | Should -BeFalse
        Set-Value $Wish 'Link' $Logs
        Test-LeadsElsewhere -Path $Logs | Should -BeTrue
    }

    It 'is <What>: <Elsewhere>' -ForEach @(
        @{ What = 'a file that Data Deduplication keeps'; Tag = '0x80000013'; Elsewhere = $false }
        @{ What = 'a symbolic link'; Tag = '0xa000000c'; Elsewhere = $true }
        @{ What = 'a junction'; Tag = '0xa0000003'; Elsewhere = $true }
        @{ What = 'a link of Linux'; Tag = '0xa000001d'; Elsewhere = $true }
        @{ What = 'what nobody knows'; Tag = '0x80000099'; Elsewhere = $true }
        @{ What = 'what has a longer number'; Tag = '0x800000130'; Elsewhere = $true }
        @{ What = 'what fsutil cannot tell'; Tag = ''; Elsewhere = $true }
    ) {
        $file = "$Logs\0x80000013"
        [IO.File]::WriteAllText($file, '')
        Set-Value $Wish 'Link' $file
        Set-Value $Wish 'LinkTag' $Tag
        Test-LeadsElsewhere -Path $file | Should -Be $Elsewhere
    }

    It 'is one where there is no fsutil' {
        Set-Value $Wish 'Link' $Logs
        Set-Value $Wish 'LinkTag' '0x80000013'
        $root = $env:SystemRoot
        $env:SystemRoot = 'C:\Not There'
        try {
            Test-LeadsElsewhere -Path $Logs | Should -BeTrue
        } finally {
            $env:SystemRoot = $root
        }
    }
}

Describe 'The entry in the Event Log' {
    BeforeEach { Reset-Server }

    It 'is of the source Garrison, which the first run makes' {
        $Machine.OpenSubKey($Source) | Should -BeNullOrEmpty
        $null = Invoke-Install @{ OrgId = 'x' }
        [string] (Get-Value $Source 'EventMessageFile') | Should -Match '\.dll$'
        Get-Log Install-DefenderForEndpoint | Should -Not -Match 'Event Log'
    }

    It 'is done without where it cannot be written, and says so' {
        $parent = $Source -replace '\\Garrison$', ''
        $Machine.DeleteSubKeyTree($parent, $false)
        $null = $Machine.CreateSubKey($parent, [Microsoft.Win32.RegistryKeyPermissionCheck]::Default, [Microsoft.Win32.RegistryOptions]::Volatile)
        try {
            Invoke-Install @{ OrgId = 'x' } | Should -Be 20001
        } finally {
            $Machine.DeleteSubKeyTree($parent)
            $null = $Machine.CreateSubKey($parent)
        }
        (Get-Log Install-DefenderForEndpoint)[-2] | Should -Match '^2 This run has no entry in the Event Log: '
        Get-Last | Should -Be '3 Nothing was changed. Leaving with 20001.'
    }

    It 'has the number <Id> for <Code>' -ForEach @(
        @{ Code = 0; Id = 1; Type = 'Information'; Name = ' Success' }
        @{ Code = 3010; Id = 2; Type = 'Information'; Name = ' Restart' }
        @{ Code = 20001; Id = 3; Type = 'Warning'; Name = ' InvalidArgument' }
        @{ Code = 20015; Id = 3; Type = 'Warning'; Name = ' InstallCallUnknown' }
        @{ Code = 20020; Id = 4; Type = 'Error'; Name = ' InstallOverran' }
        @{ Code = 20040; Id = 3; Type = 'Warning'; Name = ' WrongOffboarding' }
        @{ Code = 20041; Id = 3; Type = 'Warning'; Name = ' OffboardingExpired' }
        @{ Code = 20042; Id = 4; Type = 'Error'; Name = ' OffboardingFailed' }
        @{ Code = 20046; Id = 3; Type = 'Warning'; Name = ' PassiveWithoutAnswer' }
        @{ Code = 20099; Id = 4; Type = 'Error'; Name = ' Unexpected' }
        @{ Code = 1603; Id = 4; Type = 'Error'; Name = '' }
    ) {
        . "$Content\ScriptLog.ps1"
        $ScriptName = 'Some-Script'
        $entry = Get-RunEvent -Code $Code -Message 'This happened.'
        $entry.Id | Should -Be $Id
        $entry.Type | Should -Be $Type
        $entry.Text | Should -BeExactly "Some-Script: $Code$Name. This happened."
    }

    It 'names the script, and has all findings, and is not longer than one may be' {
        [IO.File]::WriteAllText("$Content\x.away.ps1", @"
`$LogPath = ''
. "`$PSScriptRoot\ScriptLog.ps1"
Add-Finding -Code 20004 -Message 'One.'
Add-Finding -Code 20009 -Message 'Two.'
(Get-RunEvent -Code 20004 -Message 'Nothing was changed.').Text
(Get-RunEvent -Code 20004 -Message ('x' * 40000)).Text.Length
"@)
        & "$Content\x.away.ps1" | Should -Be @('x.away: 20004 ThirdPartyAntivirus. One. Two. Nothing was changed.', 30000)
        Remove-Item "$Content\x.away.ps1"
    }

    It 'does not say that nothing was changed where a value was written' {
        . "$Content\ScriptLog.ps1"
        . "$Content\ServerActions.ps1"
        Set-MachineValue -Key $Marker -Name 'Installed' -Value 1
        (Get-RunEvent -Code 20040 -Message 'x').Id | Should -Be 4
        $script:Changed = $false
        Remove-MachineValue -Key $Marker -Name 'Installed'
        (Get-RunEvent -Code 20040 -Message 'x').Id | Should -Be 4
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
