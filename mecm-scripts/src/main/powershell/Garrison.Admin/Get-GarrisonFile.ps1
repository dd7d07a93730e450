<#
.SYNOPSIS
    Gives the full path of a file that was named, or ends the function that was called.
#>
function Get-GarrisonFile {
    param([System.Management.Automation.PSCmdlet] $Caller, [string] $Path)
    try {
        return Resolve-GarrisonPath -Caller $Caller -Path $Path
    } catch {
        Stop-GarrisonCall -Caller $Caller -Message $_.Exception.Message -Target $Path
    }
}
