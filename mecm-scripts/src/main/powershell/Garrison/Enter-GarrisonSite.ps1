<#
.SYNOPSIS
    Changes to the drive of the site, as the console's cmdlets require. The caller saves its own location first.
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
        try {
            Import-Module -Name $manifest -Global -Verbose:$false
        } catch {
            throw ($Text.ConsoleNotLoaded -f $manifest, $_.Exception.Message)
        }
    }
    # The provider is there once the module is, a drive once the console was connected.
    $sites = @(Get-PSDrive | Where-Object { $_.Provider.Name -eq 'CMSite' } | ForEach-Object { $_.Name })
    $wanted = 'a site'
    if ($SiteCode -ne '') {
        $wanted = "site $SiteCode"
        $sites = @($sites | Where-Object { $_ -eq $SiteCode })
    }
    if ($sites.Count -eq 0) {
        throw ($Text.SiteDriveMissing -f $wanted)
    }
    if ($sites.Count -gt 1) {
        throw ($Text.SiteDriveAmbiguous -f ($sites -join ', '))
    }
    Set-Location -LiteralPath "$($sites[0]):\"
}
