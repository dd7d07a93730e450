<#
.SYNOPSIS
    Refuses a name that a cmdlet would read as several names.
#>
function Assert-GarrisonName {
    param([string] $Name)
    if ($Name -match '[\*\?\[\]]') {
        throw ($Text.NameUnclear -f $Name)
    }
}
