<#
.SYNOPSIS
    Says of each job of the service when it runs, how far it may go, and how its last run ended.
.DESCRIPTION
    Gives an object of the type Garrison.Job for each job. Asks no server.
.PARAMETER Manifest
    The manifest; garrison.yaml in the current location unless named.
.PARAMETER StateFolder
    Where journals are kept; the folder .garrison beside the manifest unless named.
.PARAMETER Program
    The full path of garrison.exe; otherwise the one of this module's package, or of the machine's PATH.
.EXAMPLE
    Get-GarrisonJob

    Shows the jobs.
.EXAMPLE
    Get-GarrisonJob | Where-Object -Property Mode -EQ 'paused'

    Shows the jobs that do not run at their times.
#>
function Get-GarrisonJob {
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
        $answer = Get-GarrisonAnswer -Caller $PSCmdlet -Source $source -Format 'garrison-jobs/1' -Words @('job', 'list')
        foreach ($item in $answer.Read.jobs) {
            ConvertTo-GarrisonObject -Value $item -TypeName 'Garrison.Job' -Source $source
        }
        Write-GarrisonProblem -Caller $PSCmdlet -Problems $answer.Problems -Target $source.Manifest
    }
}
