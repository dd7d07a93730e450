# The parts of the module Garrison.Admin that nobody calls, and how it finds and starts the program.
BeforeAll {
    . "$PSScriptRoot\Garrison.Admin.Setup.ps1"
    Add-Type -Namespace Garrison.Testing -Name Shell -MemberDefinition @'
[DllImport("shell32.dll", CharSet = CharSet.Unicode, SetLastError = true)]
static extern System.IntPtr CommandLineToArgvW(string line, out int count);
[DllImport("kernel32.dll")]
static extern System.IntPtr LocalFree(System.IntPtr memory);
public static string[] Words(string line) {
    int count;
    System.IntPtr words = CommandLineToArgvW(line, out count);
    string[] all = new string[count];
    for (int i = 0; i < count; i++) {
        all[i] = Marshal.PtrToStringUni(Marshal.ReadIntPtr(words, i * System.IntPtr.Size));
    }
    LocalFree(words);
    return all;
}
'@
}

Describe 'the command line' {
    It 'is read by Windows as the words that were given: <Name>' -TestCases @(
        @{ Name = 'plain'; Given = @('plan', '--json') }
        @{ Name = 'empty'; Given = @('', 'a', '') }
        @{ Name = 'blanks and tabs'; Given = @('a b', "a`tb", ' ') }
        @{ Name = 'quotation marks'; Given = @('say "no"', '"', '""', 'a"b c') }
        @{ Name = 'backslashes before quotation marks'; Given = @('a\"b', 'a\\"b', '\\"') }
        @{ Name = 'backslashes at the end'; Given = @('C:\Program Files\', 'C:\x\\', '\') }
        @{ Name = 'a share'; Given = @('\\fs01\mde$\a b') }
        @{ Name = 'what a shell would read'; Given = @('%PATH%', 'a&b', 'a|b', 'a^b', '!x!', '$(x)', '`x', "a`nb") }
        @{ Name = 'other scripts'; Given = @("J$([char] 0xfc)rgen", "$([char] 0x65e5)$([char] 0x672c)") }
        @{ Name = 'wildcards'; Given = @('*', '?', '[a]') }
    ) {
        $line = InModuleScope -ModuleName Garrison.Admin -Parameters @{ Given = $Given } {
            ConvertTo-GarrisonCommandLine -Words $Given
        }
        [Garrison.Testing.Shell]::Words("x $line") | Should -Be (@('x') + $Given)
    }

    It 'is read so for any words' {
        $random = New-Object -TypeName System.Random -ArgumentList 24
        $characters = @('\', '"', ' ', 'a', "`t", "'", '&', [string] [char] 0xe4)
        for ($round = 0; $round -lt 1000; $round++) {
            $words = @(for ($word = 0; $word -lt 3; $word++) {
                    -join @(for ($at = $random.Next(8); $at -gt 0; $at--) { $characters[$random.Next($characters.Count)] })
                })
            $line = InModuleScope -ModuleName Garrison.Admin -Parameters @{ Given = $words } {
                ConvertTo-GarrisonCommandLine -Words $Given
            }
            $read = [Garrison.Testing.Shell]::Words("x $line")
            if ((($read | Select-Object -Skip 1) -join [char] 1) -cne ($words -join [char] 1)) {
                throw "round $round of seed 24: $($words -join ' | ') became $line"
            }
        }
    }

    It 'refuses a character that would end it' {
        (Get-Said { Suspend-GarrisonRing @open -Ring "a$([char] 0)b" -Reason 'x' }).FullyQualifiedErrorId |
            Should -Be 'GAR-P039,Suspend-GarrisonRing'
    }
}

Describe 'diagnostics' {
    It 'are read with severity, code and remedy, over several lines' {
        $said = @(InModuleScope -ModuleName Garrison.Admin {
                ConvertFrom-GarrisonDiagnostic -Said (@(
                        'Saved to plan.json; apply it.'
                        'error: The site code is'
                        '       wrong. [GAR-0101]'
                        '  at:  garrison.yaml:3'
                        '  Fix: Correct it.'
                        '       Then run it again.'
                        'warning: The clock is late. [GAR-0233]'
                        ''
                        'note: Nothing.'
                    ) -join "`r`n")
            })
        $said.Severity | Should -Be @('said', 'error', 'warn', 'said')
        $said[1].Code | Should -Be 'GAR-0101'
        $said[1].Problem | Should -Be 'garrison.yaml:3: The site code is wrong.'
        $said[1].Remedy | Should -Be 'Correct it. Then run it again.'
        $said[2].Remedy | Should -Be ''
    }

    It 'are read in Japanese as well' {
        $said = @(InModuleScope -ModuleName Garrison.Admin {
                ConvertFrom-GarrisonDiagnostic -Said (@(
                        "$([char] 0x30A8)$([char] 0x30E9)$([char] 0x30FC): P [GAR-0101]"
                        "  $([char] 0x5834)$([char] 0x6240): garrison.yaml:3"
                        "  $([char] 0x5BFE)$([char] 0x51E6): F"
                        '        G'
                    ) -join "`r`n")
            })
        $said.Severity | Should -Be 'error'
        $said.Problem | Should -Be 'garrison.yaml:3: P'
        $said.Remedy | Should -Be 'F G'
    }
}

Describe 'objects' {
    It 'have every property of their type, and local times, from text as from times' {
        $made = InModuleScope -ModuleName Garrison.Admin {
            $read = '{"job":"status","mode":"paused","next":null}' | ConvertFrom-Json
            $read.next = '2026-11-24T21:00:01.500Z'
            ConvertTo-GarrisonObject -Value $read -TypeName 'Garrison.Job'
        }
        $made.PSTypeNames[0] | Should -Be 'Garrison.Job'
        $made.Last | Should -BeNullOrEmpty
        $made.Next | Should -Be ([datetime]::new(2026, 11, 24, 21, 0, 1, 500, [DateTimeKind]::Utc).ToLocalTime())
        $made.Next.Kind | Should -Be 'Local'
    }

    It 'keep arrays of none and of one, and times without a zone' {
        $made = InModuleScope -ModuleName Garrison.Admin {
            ConvertTo-GarrisonObject -TypeName 'Garrison.Check' -Value (
                '{"lines":[],"findings":[{"code":"GAR-0605"}],"deadline":"2026-11-24T21:00:00"}' | ConvertFrom-Json)
        }
        , $made.Lines | Should -BeOfType [array]
        $made.Lines.Count | Should -Be 0
        , $made.Findings | Should -BeOfType [array]
        $made.Findings[0].PSTypeNames[0] | Should -Be 'Garrison.Finding'
        $made.Deadline.Kind | Should -Be 'Unspecified'
    }
}

Describe 'the program' {
    It 'is not taken from the current folder or from a batch file: <Program>' -TestCases @(
        @{ Program = 'garrison.exe' }
        @{ Program = '.\garrison.exe' }
        @{ Program = 'C:garrison.exe' }
        @{ Program = 'C:\missing\garrison.exe' }
        @{ Program = 'C:\windows\system32\drivers\etc\hosts' }
    ) {
        Push-Location -Path $TestDrive
        try {
            Set-Content -Path 'garrison.exe' -Value 'theirs'
            $said = Get-Said { Get-GarrisonRing -Program $Program }
        } finally {
            Pop-Location
        }
        $said.FullyQualifiedErrorId | Should -Be 'GAR-P031,Get-GarrisonRing'
    }

    It 'is the one of the module''s package, and then the one of the machine''s PATH' {
        $package = Join-Path -Path $TestDrive -ChildPath 'package'
        $other = Join-Path -Path $TestDrive -ChildPath 'other'
        $null = New-Item -Path "$package\powershell", $other -ItemType Directory
        Set-Content -Path "$other\garrison.exe" -Value 'x'
        Copy-Item -Path (Get-Module -Name Garrison.Admin).ModuleBase -Destination "$package\powershell" -Recurse
        $found = {
            . "$package\powershell\Garrison.Admin\Messages.ps1"
            . "$package\powershell\Garrison.Admin\Resolve-GarrisonProgram.ps1"
            Resolve-GarrisonProgram
        }
        $before = [Environment]::GetEnvironmentVariable('Path', 'Machine')
        [Environment]::SetEnvironmentVariable('Path', ".;powershell;$other;$before", 'Machine')
        try {
            & $found | Should -Be "$other\garrison.exe"
            Set-Content -Path "$package\garrison.exe" -Value 'x'
            & $found | Should -Be "$package\garrison.exe"
        } finally {
            [Environment]::SetEnvironmentVariable('Path', $before, 'Machine')
        }
    }

    It 'is missing where neither the package nor the machine has it' {
        Push-Location -Path $TestDrive
        try {
            Set-Content -Path 'garrison.exe' -Value 'theirs'
            $said = Get-Said { Get-GarrisonRing }
        } finally {
            Pop-Location
        }
        $said.Exception.Message |
            Should -Be 'garrison.exe was not found next to this module or in the PATH of the machine. Specify it with -Program. [GAR-P030]'
    }

    It 'is said not to start where it is none' {
        $file = Join-Path -Path $TestDrive -ChildPath 'none.exe'
        Set-Content -Path $file -Value 'theirs'
        (Get-Said { Get-GarrisonRing -Program $file }).FullyQualifiedErrorId | Should -Be 'GAR-P032,Get-GarrisonRing'
    }

    It 'is one of another version where its answer has another format' {
        Mock -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -MockWith {
            [pscustomobject] @{ ExitCode = 0; Lines = @('{"format":"garrison.rings/2"}'); Said = '' }
        }
        (Get-Said { Get-GarrisonRing @open }).Exception.Message |
            Should -BeLike "*returned the format 'garrison.rings/2', but this module reads 'garrison.rings/1'.*GAR-P034*"
    }

    It 'has not answered where its answer cannot be read: <Lines>' -TestCases @(
        @{ Lines = @() }
        @{ Lines = @('{"format":') }
        @{ Lines = @('What?') }
    ) {
        Mock -ModuleName Garrison.Admin -CommandName Invoke-GarrisonProgram -MockWith {
            [pscustomobject] @{ ExitCode = 7; Lines = $Lines; Said = 'What?' }
        }
        $said = Get-Said { Get-GarrisonRing @open }
        $said.FullyQualifiedErrorId | Should -Be 'GAR-P033,Get-GarrisonRing'
        $said.Exception.Message | Should -BeLike '* ended with exit code 7, and its output cannot be read: *'
    }
}

Describe 'a path' {
    It 'that is none of the file system is said to be none: <Path>' -TestCases @(
        @{ Path = 'Q:\x.yaml'; Because = '*Q*' }
        @{ Path = 'nowhere::x.yaml'; Because = '*nowhere*' }
        @{ Path = 'HKLM:\SOFTWARE'; Because = '*Registry*' }
    ) {
        $said = Get-Said { Get-GarrisonRing -Manifest $Path -Program $env:GARRISON_TEST_JAVA }
        $said.FullyQualifiedErrorId | Should -Be 'GAR-P038,Get-GarrisonRing'
        $said.Exception.Message | Should -BeLike "'$Path' is not a file system path: $Because"
    }
}
