<#
.SYNOPSIS
    Resumes a halted ring.
.DESCRIPTION
    The next plan shows the next changes. Currently failed servers are retried. Prompts for confirmation, unless you specify
    -Confirm:$false. Returns an object of the type Garrison.RingOrder.
.PARAMETER Ring
    The ring's name.
.PARAMETER Manifest
    The path to the manifest (default: garrison.yaml in the current location).
.PARAMETER StateFolder
    The state directory (default: .garrison next to the manifest).
.PARAMETER Program
    The full path to garrison.exe (default: the one in this module's package, or in the machine's PATH).
.EXAMPLE
    Resume-GarrisonRing -Ring 'pilot' -WhatIf

    Shows the changes without making them.
.EXAMPLE
    Resume-GarrisonRing -Ring 'pilot' -Confirm:$false

    Resumes the ring without a prompt.
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
        if (-not $PSCmdlet.ShouldProcess("ring $Ring", 'Resume it with the next plan')) {
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
