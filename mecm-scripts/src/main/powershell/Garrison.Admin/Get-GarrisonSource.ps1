<#
.SYNOPSIS
    Says where a call goes: program, manifest and state folder, each by its full path.
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
