<#
.SYNOPSIS
    Splits a message of this module into its text and its code; any other message has the code GAR-P033.
#>
function ConvertFrom-GarrisonMessage {
    param([string] $Message)
    $known = $Message -cmatch '(?s)^(.*) \[(GAR-P\d{3})\]$'
    return [pscustomobject] @{
        Code    = if ($known) { $Matches[2] } else { 'GAR-P033' }
        Problem = if ($known) { $Matches[1] } else { $Message }
        Remedy  = ''
    }
}
