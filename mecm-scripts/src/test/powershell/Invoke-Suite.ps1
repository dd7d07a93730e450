# Runs suites of Pester, names with a comma between, and writes each test as a line: its name, a tab, and why it failed.
# With Covered, scripts of which the suites have to run as many percent as Least says, the last line is about that, and
# Report gets what ran in the form of JaCoCo.
param([string] $Suite, [string] $Results, [string] $Covered = '', [string] $Report = '', [double] $Least = 0)
Import-Module -Name Pester
$configuration = New-PesterConfiguration
$configuration.Run.Path = $Suite.Split(',')
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'None'
if ($Covered) {
    $configuration.CodeCoverage.Enabled = $true
    $configuration.CodeCoverage.Path = $Covered.Split(',')
    $configuration.CodeCoverage.OutputPath = $Report
}
$run = Invoke-Pester -Configuration $configuration
$lines = @(foreach ($test in $run.Tests) {
        $why = if ($test.Result -eq 'Passed') { '' } else { "$($test.Result): $($test.ErrorRecord -join ' ')" }
        "$($test.ExpandedPath -replace '[\r\n\t]+', ' ')`t" + ($why -replace '\r?\n', '\n' -replace "`t", ' ')
    })
foreach ($container in @($run.Containers | Where-Object { $_.ErrorRecord.Count -gt 0 })) {
    $lines += "$($container.Item)`t" + ("$($container.ErrorRecord -join ' ')" -replace '\r?\n', '\n' -replace "`t", ' ')
}
if ($Covered) {
    $coverage = $run.CodeCoverage
    $percent = [Math]::Round(100 * $coverage.CommandsExecutedCount / [Math]::Max(1, $coverage.CommandsAnalyzedCount), 1)
    $missed = @($coverage.CommandsMissed | ForEach-Object { "$(Split-Path $_.File -Leaf):$($_.Line) $($_.Command)" })
    $why = if ($percent -ge $Least) { '' } else { "less than $($Least): " + ($missed -join '\n') }
    $lines += "$($coverage.CommandsExecutedCount) of $($coverage.CommandsAnalyzedCount) commands are run, $percent percent`t" +
        ($why -replace '\r?\n', '\n' -replace "`t", ' ')
    [System.IO.File]::WriteAllLines("$Report.missed.txt", [string[]] $missed)
}
[System.IO.File]::WriteAllLines($Results, [string[]] $lines)
