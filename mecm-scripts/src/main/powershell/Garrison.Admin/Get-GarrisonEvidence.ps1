<#
.SYNOPSIS
    Puts together what an auditor asks for.
.DESCRIPTION
    Gives an object of the type Garrison.Evidence: coverage and exceptions as of now, the changes of the period, and the
    journal's head. A chain that is broken is an error too.
.PARAMETER From
    The first day, in this computer's time zone.
.PARAMETER To
    The last day; today unless named.
.PARAMETER OutFile
    Also write it to this file as JSON. None is overwritten.
.PARAMETER Manifest
    The manifest; garrison.yaml in the current location unless named.
.PARAMETER StateFolder
    Where journals are kept; the folder .garrison beside the manifest unless named.
.PARAMETER Program
    The full path of garrison.exe; otherwise the one of this module's package, or of the machine's PATH.
.EXAMPLE
    Get-GarrisonEvidence -From '2026-11-01' -To '2026-11-30' -OutFile 'C:\Audit\november.json'

    Writes the evidence of a month.
.EXAMPLE
    Get-GarrisonEvidence -From '2026-11-01' | Select-Object -ExpandProperty Runs

    Lists what was changed since, by whom and with which change number.
#>
function Get-GarrisonEvidence {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)]
        [datetime] $From,

        [datetime] $To = [datetime]::MinValue,

        [string] $OutFile = '',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Manifest = 'garrison.yaml',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $StateFolder = '',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Program = ''
    )
    process {
        $source = Get-GarrisonSource -Caller $PSCmdlet -Manifest $Manifest -StateFolder $StateFolder -Program $Program
        $words = @('evidence', "--from=$($From.ToString('yyyy-MM-dd', [System.Globalization.CultureInfo]::InvariantCulture))")
        if ($To -ne [datetime]::MinValue) {
            $words += "--to=$($To.ToString('yyyy-MM-dd', [System.Globalization.CultureInfo]::InvariantCulture))"
        }
        if ($OutFile -ne '') {
            $words += "--out=$(Get-GarrisonFile -Caller $PSCmdlet -Path $OutFile)"
        }
        $answer = Get-GarrisonAnswer -Caller $PSCmdlet -Source $source -Format 'garrison.evidence/1' -Words $words
        $evidence = ConvertTo-GarrisonObject -Value $answer.Read.evidence -TypeName 'Garrison.Evidence' -Source $source
        $evidence
        $problems = @($answer.Problems)
        foreach ($broken in $evidence.Chain.Problems) {
            $problems += ConvertFrom-GarrisonMessage -Message ($Text.ChainBroken -f $broken)
        }
        Write-GarrisonProblem -Caller $PSCmdlet -Problems $problems -Target $source.Manifest
    }
}
