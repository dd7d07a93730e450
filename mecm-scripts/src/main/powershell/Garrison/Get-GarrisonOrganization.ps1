<#
.SYNOPSIS
    Returns the organization of an onboarding file.
.DESCRIPTION
    Reads only the values needed to refuse the wrong file. To check Microsoft's signature, use "garrison package inspect".
    The content of the file is a secret and never shown.
#>
function Get-GarrisonOrganization {
    param([string] $Path)
    try {
        $outer = [System.IO.File]::ReadAllText($Path) | ConvertFrom-Json
        $body = $outer.body | ConvertFrom-Json
        $organization = [string] $body.orgId
        # An offboarding file has an organization too, and an end instead of an address. Install-DefenderForEndpoint.ps1
        # tells them apart in the same way.
        $fields = @($body.PSObject.Properties | ForEach-Object { $_.Name })
        $complete = ($organization -ne '') -and ($fields -notcontains 'expirationTimestamp') -and
            ($fields -contains 'geoLocationUrl') -and ([string] $body.geoLocationUrl -ne '')
    } catch {
        $complete = $false
    }
    if (-not $complete) {
        throw ($Text.OnboardingFileUnclear -f $Path)
    }
    return $organization
}
