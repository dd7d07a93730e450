<#
.SYNOPSIS
    Returns the Endpoint Protection part of a client setting, by the names of the class. Empty without such a part.
.LINK
    https://learn.microsoft.com/powershell/module/configurationmanager/get-cmclientsetting
#>
function Get-GarrisonProtection {
    param([string] $Name)
    $shown = @{}
    foreach ($part in @(Get-CMClientSetting -Name $Name -Setting EndpointProtection)) {
        if ($part -is [System.Collections.IDictionary]) {
            foreach ($key in @($part.Keys)) {
                $shown[$key] = [string] $part[$key]
            }
        }
    }
    return $shown
}
