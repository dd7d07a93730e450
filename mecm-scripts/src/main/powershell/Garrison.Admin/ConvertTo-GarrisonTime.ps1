<#
.SYNOPSIS
    Formats a time for the program, with its offset from UTC.
#>
function ConvertTo-GarrisonTime {
    param([datetime] $Time)
    $offset = New-Object -TypeName System.DateTimeOffset -ArgumentList $Time
    return $offset.ToString("yyyy-MM-dd'T'HH:mm:sszzz", [System.Globalization.CultureInfo]::InvariantCulture)
}
