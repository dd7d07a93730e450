<#
.SYNOPSIS
    Writes a time as the program reads it, with its distance from UTC.
#>
function ConvertTo-GarrisonTime {
    param([datetime] $Time)
    $offset = New-Object -TypeName System.DateTimeOffset -ArgumentList $Time
    return $offset.ToString("yyyy-MM-dd'T'HH:mm:sszzz", [System.Globalization.CultureInfo]::InvariantCulture)
}
