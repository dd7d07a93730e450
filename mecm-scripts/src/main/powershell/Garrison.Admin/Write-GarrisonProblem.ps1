<#
.SYNOPSIS
    Writes problems as errors of the calling function; with -Ending, the last one ends it.
#>
function Write-GarrisonProblem {
    param([System.Management.Automation.PSCmdlet] $Caller, [object[]] $Problems, [object] $Target, [switch] $Ending)
    for ($index = 0; $index -lt $Problems.Count; $index++) {
        $problem = $Problems[$index]
        $record = New-GarrisonError -Code $problem.Code -Problem $problem.Problem -Remedy $problem.Remedy -Target $Target
        if ($Ending -and $index -eq $Problems.Count - 1) {
            $Caller.ThrowTerminatingError($record)
        }
        $Caller.WriteError($record)
    }
}
