<#
.SYNOPSIS
    Says where each ring stands, and why.
.DESCRIPTION
    Gives an object of the type Garrison.Ring for each ring. Of a halted one, MayStillRun counts the servers that may still
    run its deployments.
.PARAMETER Manifest
    The manifest; garrison.yaml in the current location unless named.
.PARAMETER StateFolder
    Where journals are kept; the folder .garrison beside the manifest unless named.
.PARAMETER Program
    The full path of garrison.exe; otherwise the one of this module's package, or of the machine's PATH.
.EXAMPLE
    Get-GarrisonRing

    Shows the rings in the order in which they open.
.EXAMPLE
    Get-GarrisonRing | Where-Object -Property State -EQ 'STALLED' | Suspend-GarrisonRing -Reason 'CHG0042' -WhatIf

    Says which rings would be halted.
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
