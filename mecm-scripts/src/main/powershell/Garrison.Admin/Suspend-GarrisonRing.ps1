<#
.SYNOPSIS
    Halts a ring: its deployments are disabled, and no ring after it opens.
.DESCRIPTION
    Clients of the ring are notified to download policy. Returns an object of the type Garrison.RingOrder; MayStillRun names
    the servers that may still run its deployments until then. If they cannot be read, Unread contains the reason, which is
    also an error. If a ring is refused, the other rings in the pipeline are still halted.
.PARAMETER Ring
    The ring's name.
.PARAMETER Reason
    The reason, saved in the collection comment.
.PARAMETER Manifest
    The path to the manifest (default: garrison.yaml in the current location).
.PARAMETER StateFolder
    The state directory (default: .garrison next to the manifest).
.PARAMETER Program
    The full path to garrison.exe (default: the one in this module's package, or in the machine's PATH).
.EXAMPLE
    Suspend-GarrisonRing -Ring 'pilot' -Reason 'CHG0042: backup fails' -WhatIf

    Shows the changes without making them.
.EXAMPLE
    Get-GarrisonRing | Suspend-GarrisonRing -Reason 'CHG0042: backup fails'

    Halts all rings.
#>
function Suspend-GarrisonRing {
    [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]
    param(
        [Parameter(Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [string] $Ring,

        [Parameter(Mandatory = $true)]
        [string] $Reason,

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Manifest = 'garrison.yaml',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $StateFolder = '',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Program = ''
    )
    process {
        $source = Get-GarrisonSource -Caller $PSCmdlet -Manifest $Manifest -StateFolder $StateFolder -Program $Program
        if (-not $PSCmdlet.ShouldProcess("ring $Ring", 'Disable its deployments, and start no later ring')) {
            return
        }
        $words = @('rollout', 'halt', '--yes', "--reason=$Reason")
        $answer = Get-GarrisonAnswer -Caller $PSCmdlet -Source $source -Format 'garrison.ring-order/1' -Words $words -Names $Ring -GoOn
        if ($null -eq $answer) {
            return
        }
        $done = ConvertTo-GarrisonObject -Value $answer.Read -TypeName 'Garrison.RingOrder' -Source $source
        $done.ExitCode = $answer.ExitCode
        $done
        # The ring is halted, and which servers may still run its deployments could not be read.
        $problems = @($answer.Problems) + @($done.Unread | Where-Object { $null -ne $_ })
        Write-GarrisonProblem -Caller $PSCmdlet -Problems $problems -Target $Ring
    }
}
