<#
.SYNOPSIS
    Returns the full path of a file, even if it does not exist; an empty path stays empty.
#>
function Resolve-GarrisonPath {
    param([System.Management.Automation.PSCmdlet] $Caller, [string] $Path)
    if ($Path -eq '') {
        return ''
    }
    $provider = $null
    $drive = $null
    try {
        $absolute = $Path
        if ($Path -notmatch ':' -and $Path -notmatch '^[\\/]{2}') {
            # The current location may be a drive of something else, such as a registry or a site.
            $absolute = [System.IO.Path]::Combine((Get-Location -PSProvider FileSystem).ProviderPath, $Path)
        }
        $full = $Caller.SessionState.Path.GetUnresolvedProviderPathFromPSPath($absolute, [ref] $provider, [ref] $drive)
        if ($provider.Name -ne 'FileSystem') {
            throw "It belongs to the provider '$($provider.Name)'."
        }
        return $full
    } catch {
        throw ($Text.PathUnclear -f $Path, $_.Exception.GetBaseException().Message)
    }
}
