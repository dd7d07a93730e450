<#
.SYNOPSIS
    Verifies the Endpoint Protection part of a client setting. A difference is refused; a missing value is a warning.
#>
function Confirm-GarrisonProtection {
    param([string] $Name, [hashtable] $Wanted)
    $shown = Get-GarrisonProtection -Name $Name
    foreach ($property in $Wanted.Keys) {
        $accepted = @('False', '0')
        if ($Wanted[$property]) {
            $accepted = @('True', '1')
        }
        if (-not $shown.ContainsKey($property)) {
            Write-Warning ($Text.ReadBackSilent -f $Name, $property)
        } elseif ($accepted -notcontains $shown[$property]) {
            throw ($Text.ReadBackDiffers -f $Name, $property, $shown[$property], $Wanted[$property])
        }
    }
}
