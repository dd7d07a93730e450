<#
.SYNOPSIS
    Shows the schedule, the permissions, and the last result of each job of the service.
.DESCRIPTION
    Returns an object of the type Garrison.Job for each job. Does not query any server.
.PARAMETER Manifest
    The path to the manifest (default: garrison.yaml in the current location).
.PARAMETER StateFolder
    The state directory (default: .garrison next to the manifest).
.PARAMETER Program
    The full path to garrison.exe (default: the one in this module's package, or in the machine's PATH).
.EXAMPLE
    Get-GarrisonJob

    Shows the jobs.
.EXAMPLE
    Get-GarrisonJob | Where-Object -Property Mode -EQ 'paused'

    Shows the jobs that do not run on schedule.
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
