<#
.SYNOPSIS
    Creates a value of this module from a value that ConvertFrom-Json returned.
.DESCRIPTION
    PowerShell 7 reads times as times, and Windows PowerShell 5.1 as text. This function returns local times in both.
#>
function ConvertTo-GarrisonValue {
    param([object] $Value, [string] $TypeName)
    if ($Value -is [array]) {
        $items = @(foreach ($item in $Value) { ConvertTo-GarrisonValue -Value $item -TypeName $TypeName })
        return , $items
    }
    if ($Value -is [System.Management.Automation.PSCustomObject]) {
        return ConvertTo-GarrisonObject -Value $Value -TypeName $TypeName
    }
    if ($Value -is [datetime]) {
        if ($Value.Kind -eq [DateTimeKind]::Utc) {
            return $Value.ToLocalTime()
        }
        return $Value
    }
    if ($Value -is [string] -and $Value -cmatch '^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z?$') {
        $style = [System.Globalization.DateTimeStyles]::RoundtripKind
        $time = [datetime]::Parse($Value, [System.Globalization.CultureInfo]::InvariantCulture, $style)
        if ($time.Kind -eq [DateTimeKind]::Utc) {
            return $time.ToLocalTime()
        }
        return $time
    }
    return $Value
}
