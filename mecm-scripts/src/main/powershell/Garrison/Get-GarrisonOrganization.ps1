<#
.SYNOPSIS
    The organization to which an onboarding file belongs.
.DESCRIPTION
    Only what is needed to refuse the wrong file. Whether Microsoft signed it, "garrison package inspect" says. What is in
    the file is a secret and never shown.
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
