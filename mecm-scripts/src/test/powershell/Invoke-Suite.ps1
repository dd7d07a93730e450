# Runs a suite of Pester and writes each test as a line: its name, a tab, and why it failed.
param([string] $Suite, [string] $Results)
Import-Module -Name Pester
$configuration = New-PesterConfiguration
$configuration.Run.Path = $Suite
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'None'
$run = Invoke-Pester -Configuration $configuration
$lines = @(foreach ($test in $run.Tests) {
        $why = if ($test.Result -eq 'Passed') { '' } else { "$($test.Result): $($test.ErrorRecord -join ' ')" }
        "$($test.ExpandedPath)`t" + ($why -replace '\r?\n', '\n' -replace "`t", ' ')
    })
foreach ($container in @($run.Containers | Where-Object { $_.ErrorRecord.Count -gt 0 })) {
    $lines += "$Suite`t" + ("$($container.ErrorRecord -join ' ')" -replace '\r?\n', '\n' -replace "`t", ' ')
}
[System.IO.File]::WriteAllLines($Results, [string[]] $lines)
