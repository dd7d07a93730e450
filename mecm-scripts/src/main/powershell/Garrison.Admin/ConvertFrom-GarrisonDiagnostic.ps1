<#
.SYNOPSIS
    Reads the program's diagnostics: the severity, the problem with its code, and below it the remedy.
.DESCRIPTION
    A diagnostic begins with "error", "warn" or "note" at the start of a line; its further lines are indented by seven
    characters. Any other line is no diagnostic and has the severity "said".
#>
function ConvertFrom-GarrisonDiagnostic {
    param([string] $Said)
    $blocks = New-Object -TypeName 'System.Collections.Generic.List[object]'
    foreach ($line in ($Said -split '\r?\n')) {
        if ($line -cmatch '^(error  |warn   |note   )(\S.*)$') {
            $blocks.Add(@{ Severity = $Matches[1].Trim(); Words = $Matches[2] })
        } elseif ($line -cmatch '^ {7}(.*)$' -and $blocks.Count -gt 0 -and $blocks[$blocks.Count - 1].Severity -ne 'said') {
            $blocks[$blocks.Count - 1].Words += ' ' + $Matches[1].Trim()
        } elseif ($line.Trim() -ne '') {
            $blocks.Add(@{ Severity = 'said'; Words = $line.Trim() })
        }
    }
    foreach ($block in $blocks) {
        $code = ''
        $problem = $block.Words
        $remedy = ''
        if ($block.Words -cmatch '^(.*?) \[(GAR-\d{4})\](?: (.*))?$') {
            $code = $Matches[2]
            $problem = $Matches[1]
            $remedy = if ($Matches.ContainsKey(3)) { $Matches[3] } else { '' }
        }
        [pscustomobject] @{
            Severity = if ($code -eq '') { 'said' } else { $block.Severity }
            Code     = $code
            Problem  = $problem
            Remedy   = $remedy
        }
    }
}
