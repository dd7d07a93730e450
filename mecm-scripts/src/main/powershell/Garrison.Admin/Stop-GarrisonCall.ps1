<#
.SYNOPSIS
    Ends the calling function with a message of this module.
#>
function Stop-GarrisonCall {
    param([System.Management.Automation.PSCmdlet] $Caller, [string] $Message, [object] $Target)
    $problem = @(ConvertFrom-GarrisonMessage -Message $Message)
    Write-GarrisonProblem -Caller $Caller -Problems $problem -Target $Target -Ending
}
