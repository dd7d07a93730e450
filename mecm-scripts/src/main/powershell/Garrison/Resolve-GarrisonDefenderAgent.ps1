<#
.SYNOPSIS
    Returns the value of -DefenderAgent for the MDE client.
.DESCRIPTION
    Microsoft documents the parameter but not its values. Public code that builds test sites uses MdeDownlevel; the function
    uses it only if the cmdlet lists it. A value from the administrator is also checked against that list, if it exists.
.LINK
    https://learn.microsoft.com/powershell/sccm/2207-release-notes
.LINK
    https://github.com/vinaypamnani-msft/memlabs
#>
function Resolve-GarrisonDefenderAgent {
    param([string] $Given)
    $parameters = (Get-Command -Name 'Set-CMClientSettingEndpointProtection').Parameters
    if (-not $parameters.ContainsKey('DefenderAgent')) {
        throw $Text.AgentParameterMissing
    }
    $parameter = $parameters['DefenderAgent']
    $type = $parameter.ParameterType
    $inner = [System.Nullable]::GetUnderlyingType($type)
    if ($null -ne $inner) {
        $type = $inner
    }
    $listed = @()
    if ($type.IsEnum) {
        $listed = @([System.Enum]::GetNames($type))
    }
    foreach ($attribute in $parameter.Attributes) {
        if ($attribute -is [System.Management.Automation.ValidateSetAttribute]) {
            $listed = @($attribute.ValidValues)
        }
    }
    if (($Given -ne '') -and ($listed.Count -eq 0)) {
        return $Given
    }
    $value = $Given
    if ($value -eq '') {
        $value = 'MdeDownlevel'
    }
    if ($listed -notcontains $value) {
        throw ($Text.AgentUnknown -f $value, ($listed -join ', '))
    }
    return $value
}
