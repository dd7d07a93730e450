<#
.SYNOPSIS
    Goes to the drive of the site, where the console's cmdlets want to run. Leave it again with Pop-Location.
.LINK
    https://learn.microsoft.com/powershell/sccm/overview
#>
function Enter-GarrisonSite {
    param([string] $SiteCode)
    if ($null -eq (Get-Module -Name 'ConfigurationManager')) {
        $manifest = ''
        if ($env:SMS_ADMIN_UI_PATH) {
            $folder = Split-Path -Path $env:SMS_ADMIN_UI_PATH -Parent
            $manifest = Join-Path -Path $folder -ChildPath 'ConfigurationManager.psd1'
        }
        if (($manifest -eq '') -or -not (Test-Path -LiteralPath $manifest -PathType Leaf)) {
            throw $Text.ConsoleMissing
        }
        Import-Module -Name $manifest -Global -Verbose:$false
    }
    $sites = @(Get-PSDrive -PSProvider 'CMSite' | ForEach-Object { $_.Name })
    if ($SiteCode -ne '') {
        $sites = @($sites | Where-Object { $_ -eq $SiteCode })
    }
    if ($sites.Count -eq 0) {
        throw ($Text.SiteDriveMissing -f $SiteCode)
    }
    if ($sites.Count -gt 1) {
        throw ($Text.SiteDriveAmbiguous -f ($sites -join ', '))
    }
    Push-Location -LiteralPath "$($sites[0]):\"
}
