<#
.SYNOPSIS
    Returns the program, the manifest, and the state directory of a call, each with its full path.
#>
function Get-GarrisonSource {
    param(
        [System.Management.Automation.PSCmdlet] $Caller,
        [string] $Manifest,
        [string] $StateFolder,
        [string] $Program
    )
    try {
        return [pscustomobject] @{
            Program     = Resolve-GarrisonProgram -Program $Program
            Manifest    = Resolve-GarrisonPath -Caller $Caller -Path $Manifest
            StateFolder = Resolve-GarrisonPath -Caller $Caller -Path $StateFolder
        }
    } catch {
        Stop-GarrisonCall -Caller $Caller -Message $_.Exception.Message -Target $Manifest
    }
}
