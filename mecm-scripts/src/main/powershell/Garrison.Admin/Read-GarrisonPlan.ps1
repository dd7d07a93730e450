<#
.SYNOPSIS
    Reads a plan file for the confirmation prompt; returns nothing if it contains no plan. The program decides whether it is stale.
#>
function Read-GarrisonPlan {
    param([System.Management.Automation.PSCmdlet] $Caller, [string] $File, [object] $Source)
    try {
        $stored = [System.IO.File]::ReadAllText($File) | ConvertFrom-Json
        if ($stored.format -cne 'garrison-plan/2') {
            throw "The format is '$($stored.format)'."
        }
        return ConvertTo-GarrisonPlan -Stored $stored -Source $Source
    } catch {
        $problem = ConvertFrom-GarrisonMessage -Message ($Text.PlanFileUnreadable -f $File, $_.Exception.Message)
        Write-GarrisonProblem -Caller $Caller -Problems $problem -Target $File
    }
}
