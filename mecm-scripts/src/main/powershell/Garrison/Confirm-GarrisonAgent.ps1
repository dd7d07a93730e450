<#
.SYNOPSIS
    Verifies the defender agent of a client setting. A difference is refused; a missing value is a warning.
.DESCRIPTION
    Microsoft does not publish the name of the property, so the function searches for a property with both words in its name.
    The site stores the name of the value or, if the parameter is an enumeration, its number.
#>
function Confirm-GarrisonAgent {
    param([string] $Name, [string] $Agent)
    $shown = Get-GarrisonProtection -Name $Name
    $named = @($shown.Keys | Where-Object { $_ -match 'Defender.*Agent|Agent.*Defender' })
    if ($named.Count -ne 1) {
        Write-Warning ($Text.ReadBackSilent -f $Name, 'DefenderAgent')
        return
    }
    $accepted = @($Agent)
    $type = (Get-Command -Name 'Set-CMClientSettingEndpointProtection').Parameters['DefenderAgent'].ParameterType
    $inner = [System.Nullable]::GetUnderlyingType($type)
    if ($null -ne $inner) {
        $type = $inner
    }
    if ($type.IsEnum) {
        $accepted += ([int] [System.Enum]::Parse($type, $Agent, $true)).ToString()
    }
    if ($accepted -notcontains $shown[$named[0]]) {
        throw ($Text.ReadBackDiffers -f $Name, $named[0], $shown[$named[0]], $Agent)
    }
}
