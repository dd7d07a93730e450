<#
.SYNOPSIS
    Describes a failure: a failure of Garrison unchanged, one of the console's cmdlets with the required rights.
#>
function Get-GarrisonFailure {
    param([object] $Failure, [string] $Rights)
    $said = $Failure.Exception.Message
    if ($said -match '\[GAR-P\d+\]$') {
        return $said
    }
    return ($Text.SiteRefused -f $said, $Rights)
}
