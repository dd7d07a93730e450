# Runs suites of Pester, names with a comma between, and writes each test as a line: its name, a tab, and why it failed.
# With Covered, the names of scripts, Report gets what ran of them in the form of JaCoCo, and the file beside it their number
# of commands and those that did not run, a line each.
param([string] $Suite, [string] $Results, [string] $Covered = '', [string] $Report = '')
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
    $missed = @($run.CodeCoverage.CommandsMissed | ForEach-Object {
            "$(Split-Path $_.File -Leaf):$($_.StartLine):$($_.StartColumn) $($_.Command -replace '\s+', ' ')" })
    [System.IO.File]::WriteAllLines("$Report.missed.txt", [string[]] (@($run.CodeCoverage.CommandsAnalyzedCount) + $missed))
}
[System.IO.File]::WriteAllLines($Results, [string[]] $lines)
