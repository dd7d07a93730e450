<#
.SYNOPSIS
    Creates an audit report.
.DESCRIPTION
    Returns an object of the type Garrison.Evidence: current coverage and exceptions, the changes of the period, and the
    chain head of the journal. A broken chain is also an error.
.PARAMETER From
    The first day, in this computer's time zone.
.PARAMETER To
    The last day (default: today).
.PARAMETER LastQuarter
    The last complete calendar quarter, instead of -From and -To.
.PARAMETER OutFile
    Also writes the report to this file as JSON. An existing file is not overwritten.
.PARAMETER Manifest
    The path to the manifest (default: garrison.yaml in the current location).
.PARAMETER StateFolder
    The state directory (default: .garrison next to the manifest).
.PARAMETER Program
    The full path to garrison.exe (default: the one in this module's package, or in the machine's PATH).
.EXAMPLE
    Get-GarrisonEvidence -LastQuarter -OutFile 'C:\Audit\quarter.json'

    Writes the audit report for the last complete quarter.
.EXAMPLE
    Get-GarrisonEvidence -From '2026-11-01' | Select-Object -ExpandProperty Runs

    Lists the changes since then, with their authors and change numbers.
#>
function Get-GarrisonEvidence {
    [CmdletBinding(DefaultParameterSetName = 'Days')]
    param(
        [Parameter(Mandatory = $true, ParameterSetName = 'Days')]
        [datetime] $From,

        [Parameter(ParameterSetName = 'Days')]
        [datetime] $To = [datetime]::MinValue,

        [Parameter(Mandatory = $true, ParameterSetName = 'LastQuarter')]
        [switch] $LastQuarter,

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
        $words = @('evidence')
        if ($LastQuarter) {
            $words += '--last-quarter'
        } else {
            $words += "--from=$($From.ToString('yyyy-MM-dd', [System.Globalization.CultureInfo]::InvariantCulture))"
        }
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
