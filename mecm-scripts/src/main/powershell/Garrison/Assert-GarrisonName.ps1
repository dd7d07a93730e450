<#
.SYNOPSIS
    Refuses a name that a cmdlet would take for several.
#>
function Assert-GarrisonName {
    param([string] $Name)
    if ($Name -match '[\*\?\[\]]') {
        throw ($Text.NameUnclear -f $Name)
    }
}
