# The script of 'garrison completion powershell', which lies in the file that the environment names.
BeforeAll {
    Set-StrictMode -Version Latest
    . $env:GARRISON_TEST_COMPLETION

    function Get-Offered {
        param([string] $Line)
        (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches
    }
}

Describe 'the completion' {
    It 'offers after <Line>: <Offered>' -TestCases @(
        @{ Line = 'garrison ver'; Offered = @('verify', 'version') }
        @{ Line = 'garrison.exe ver'; Offered = @('verify', 'version') }
        @{ Line = 'garrison rollout '; Offered = @('--color', '--debug', '--help', '--lang', '--no-color', '-h', 'halt', 'resume', 'skip', 'status') }
        @{ Line = 'garrison rollout halt --r'; Offered = @('--reason') }
        @{ Line = 'garrison plan --ex'; Offered = @('--expires') }
        @{ Line = 'garrison plan --output j'; Offered = @('json') }
        @{ Line = 'garrison plan --output=j'; Offered = @('--output=json') }
        @{ Line = 'garrison plan --output '; Offered = @('csv', 'json', 'table') }
        @{ Line = 'garrison plan --only w'; Offered = @('wsus') }
        @{ Line = 'garrison status --only no-c'; Offered = @('no-client') }
        @{ Line = 'garrison plan --change status --on'; Offered = @('--only') }
        @{ Line = 'garrison plan -f rollout --ou'; Offered = @('--out', '--output') }
        @{ Line = 'garrison job run st'; Offered = @('status') }
        @{ Line = 'garrison job run status --js'; Offered = @('--json') }
        @{ Line = 'garrison completion p'; Offered = @('powershell') }
        @{ Line = 'Get-Item -Path garrison'; Offered = @() }
    ) {
        $words = @(Get-Offered -Line $Line | ForEach-Object { $_.CompletionText } | Sort-Object)
        $words | Should -Be @($Offered | Sort-Object)
    }

    It 'offers words first, then the options of the command, and last those that every command has' {
        (Get-Offered -Line 'garrison rollout ').CompletionText |
            Should -Be @('halt', 'resume', 'skip', 'status', '--color', '--debug', '--help', '--lang', '--no-color', '-h')
        $words = (Get-Offered -Line 'garrison rollout halt ').CompletionText
        $words[0] | Should -Not -Be '--color'
        $words | Select-Object -Last 6 | Should -Be @('--color', '--debug', '--help', '--lang', '--no-color', '-h')
    }

    It 'explains what it offers' {
        @(Get-Offered -Line 'garrison rollout res')[0].ToolTip | Should -BeLike "Resume a halted ring.*"
    }

    It 'leaves files to PowerShell' {
        Set-Content -Path "$TestDrive\plan-of-monday.json" -Value '{}'
        Push-Location -Path $TestDrive
        try {
            (Get-Offered -Line 'garrison plan --out plan-of').CompletionText | Should -Be '.\plan-of-monday.json'
            (Get-Offered -Line 'garrison apply plan-of').CompletionText | Should -Be '.\plan-of-monday.json'
        } finally {
            Pop-Location
        }
    }
}
