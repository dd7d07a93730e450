<#
.SYNOPSIS
    Reads the defender agent of a client setting back. A difference is refused, silence is a warning.
.DESCRIPTION
    Microsoft does not publish under which name the site keeps it, so a property whose name has both words is looked for.
    The site may keep the name of the value or, where the parameter is an enumeration, its number.
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
