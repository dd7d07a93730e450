<#
.SYNOPSIS
    Reads the program's diagnostics: the severity, the problem with its code and place, and the fix.
.DESCRIPTION
    A diagnostic begins with its severity and a colon at the start of a line, in English or Japanese. The place and the
    fix have lines of their own, indented by two characters; continuation lines have a larger indent. Any other line
    is not a diagnostic and has the severity "said".
#>
function ConvertFrom-GarrisonDiagnostic {
    param([string] $Said)
    # The words of the program's Japanese, by their numbers: Windows PowerShell reads this file in the code page.
    $labels = @{ 'error' = 'error'; 'warning' = 'warn'; 'note' = 'note'
        "$([char] 0x30A8)$([char] 0x30E9)$([char] 0x30FC)" = 'error'
        "$([char] 0x8B66)$([char] 0x544A)" = 'warn'; "$([char] 0x30E1)$([char] 0x30E2)" = 'note' }
    $blocks = New-Object -TypeName 'System.Collections.Generic.List[object]'
    $part = ''
    foreach ($line in ($Said -split '\r?\n')) {
        if ($line -cmatch '^(\w+): (\S.*)$' -and $labels.ContainsKey($Matches[1])) {
            $blocks.Add(@{ Severity = $labels[$Matches[1]]; Problem = $Matches[2]; Place = ''; Fix = '' })
            $part = 'Problem'
        } elseif ($part -ne '' -and $line -cmatch '^ {2}(at|\u5834\u6240): +(\S.*)$') {
            $part = 'Place'
            $blocks[$blocks.Count - 1].Place = $Matches[2]
        } elseif ($part -ne '' -and $line -cmatch '^ {2}(Fix|\u5BFE\u51E6): +(\S.*)$') {
            $part = 'Fix'
            $blocks[$blocks.Count - 1].Fix = $Matches[2]
        } elseif ($part -ne '' -and $line -cmatch '^ {6,}(\S.*)$') {
            $blocks[$blocks.Count - 1].$part += ' ' + $Matches[1].Trim()
        } elseif ($line.Trim() -ne '') {
            $part = ''
            $blocks.Add(@{ Severity = 'said'; Problem = $line.Trim(); Place = ''; Fix = '' })
        }
    }
    foreach ($block in $blocks) {
        $code = ''
        $problem = $block.Problem
        if ($problem -cmatch '^(.*?) \[(GAR-\d{4})\]$') {
            $code = $Matches[2]
            $problem = $Matches[1]
        }
        [pscustomobject] @{
            Severity = if ($code -eq '') { 'said' } else { $block.Severity }
            Code     = $code
            Problem  = if ($block.Place -eq '') { $problem } else { "$($block.Place): $problem" }
            Remedy   = $block.Fix
        }
    }
}
