<#
.SYNOPSIS
    Halts a ring: its deployments are disabled, and no ring after it opens.
.DESCRIPTION
    Its clients are told to fetch policy. Gives an object of the type Garrison.RingOrder; MayStillRun names the servers that
    may still run its deployments until then. Where they could not be read, Unread says why, and is an error too.
    A ring that is refused keeps no other of the pipeline from being halted.
.PARAMETER Ring
    The ring's name.
.PARAMETER Reason
    Why; noted on the ring's collection.
.PARAMETER Manifest
    The manifest; garrison.yaml in the current location unless named.
.PARAMETER StateFolder
    Where journals are kept; the folder .garrison beside the manifest unless named.
.PARAMETER Program
    The full path of garrison.exe; otherwise the one of this module's package, or of the machine's PATH.
.EXAMPLE
    Suspend-GarrisonRing -Ring 'pilot' -Reason 'CHG0042: backup fails' -WhatIf

    Says what would be done.
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
        if (-not $PSCmdlet.ShouldProcess("ring $Ring", 'Disable its deployments, and open no ring after it')) {
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
