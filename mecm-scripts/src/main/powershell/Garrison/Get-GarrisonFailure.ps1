<#
.SYNOPSIS
    Says a failure in words: our own as it is, one of the console's cmdlets with the rights that it needs.
#>
function Get-GarrisonFailure {
    param([object] $Failure, [string] $Rights)
    $said = $Failure.Exception.Message
    if ($said -match '\[GAR-P\d+\]$') {
        return $said
    }
    return ($Text.SiteRefused -f $said, $Rights)
}
