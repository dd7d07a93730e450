<#
.SYNOPSIS
    Returns the full path of a file, or ends the calling function.
#>
function Get-GarrisonFile {
    param([System.Management.Automation.PSCmdlet] $Caller, [string] $Path)
    try {
        return Resolve-GarrisonPath -Caller $Caller -Path $Path
    } catch {
        Stop-GarrisonCall -Caller $Caller -Message $_.Exception.Message -Target $Path
    }
}
