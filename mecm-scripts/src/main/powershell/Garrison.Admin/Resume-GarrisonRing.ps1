<#
.SYNOPSIS
    Takes a ring's halt back.
.DESCRIPTION
    The next plan shows what follows. Servers that count as failed now are tried again. Asks first, unless -Confirm:$false is
    given. Gives an object of the type Garrison.RingOrder.
.PARAMETER Ring
    The ring's name.
.PARAMETER Manifest
    The manifest; garrison.yaml in the current location unless named.
.PARAMETER StateFolder
    Where journals are kept; the folder .garrison beside the manifest unless named.
.PARAMETER Program
    The full path of garrison.exe; otherwise the one of this module's package, or of the machine's PATH.
.EXAMPLE
    Resume-GarrisonRing -Ring 'pilot' -WhatIf

    Says what would be done.
.EXAMPLE
    Resume-GarrisonRing -Ring 'pilot' -Confirm:$false

    Takes the halt back without a question.
#>
function Resume-GarrisonRing {
    [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]
    param(
        [Parameter(Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [string] $Ring,

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Manifest = 'garrison.yaml',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $StateFolder = '',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Program = ''
    )
    process {
        $source = Get-GarrisonSource -Caller $PSCmdlet -Manifest $Manifest -StateFolder $StateFolder -Program $Program
        if (-not $PSCmdlet.ShouldProcess("ring $Ring", 'Take its halt back, so that the next plan goes on with it')) {
            return
        }
        $words = @('rollout', 'resume', '--yes')
        $answer = Get-GarrisonAnswer -Caller $PSCmdlet -Source $source -Format 'garrison.ring-order/1' -Words $words -Names $Ring -GoOn
        if ($null -eq $answer) {
            return
        }
        $done = ConvertTo-GarrisonObject -Value $answer.Read -TypeName 'Garrison.RingOrder' -Source $source
        $done.ExitCode = $answer.ExitCode
        $done
        Write-GarrisonProblem -Caller $PSCmdlet -Problems $answer.Problems -Target $Ring
    }
}
