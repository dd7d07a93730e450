<#
.SYNOPSIS
    Converts arguments to a command line from which a Windows program reads the same arguments.
.DESCRIPTION
    Windows PowerShell 5.1 has no ArgumentList. Each argument is quoted; backslashes count only before a quotation mark.
.LINK
    https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
#>
function ConvertTo-GarrisonCommandLine {
    param([string[]] $Words)
    $quoted = foreach ($word in $Words) {
        if ($word.IndexOf([char] 0) -ge 0) {
            throw $Text.WordUnclear
        }
        '"' + ($word -replace '(\\*)"', '$1$1\"' -replace '(\\+)$', '$1$1') + '"'
    }
    return ($quoted -join ' ')
}
