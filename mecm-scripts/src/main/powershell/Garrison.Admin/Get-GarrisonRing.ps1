<#
.SYNOPSIS
    Shows the status of each ring, with its reason.
.DESCRIPTION
    Returns an object of the type Garrison.Ring for each ring. For a halted ring, MayStillRun counts the servers that may
    still run its deployments.
.PARAMETER Manifest
    The path to the manifest (default: garrison.yaml in the current location).
.PARAMETER StateFolder
    The state directory (default: .garrison next to the manifest).
.PARAMETER Program
    The full path to garrison.exe (default: the one in this module's package, or in the machine's PATH).
.EXAMPLE
    Get-GarrisonRing

    Shows the rings in the order in which they open.
.EXAMPLE
    Get-GarrisonRing | Where-Object -Property State -EQ 'STALLED' | Suspend-GarrisonRing -Reason 'CHG0042' -WhatIf

    Shows the rings that would be halted.
#>
function Get-GarrisonRing {
    [CmdletBinding()]
    param(
        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Manifest = 'garrison.yaml',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $StateFolder = '',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Program = ''
    )
    process {
        $source = Get-GarrisonSource -Caller $PSCmdlet -Manifest $Manifest -StateFolder $StateFolder -Program $Program
        $answer = Get-GarrisonAnswer -Caller $PSCmdlet -Source $source -Format 'garrison.rings/1' -Words @('rollout', 'status')
        foreach ($item in $answer.Read.rings) {
            $ring = ConvertTo-GarrisonObject -Value $item -TypeName 'Garrison.Ring' -Source $source
            foreach ($halted in $answer.Read.mayStillRun) {
                if ($halted.ring -eq $ring.Ring) {
                    $ring.MayStillRun = ConvertTo-GarrisonObject -Value $halted
                }
            }
            $ring
        }
        Write-GarrisonProblem -Caller $PSCmdlet -Problems $answer.Problems -Target $source.Manifest
    }
}
