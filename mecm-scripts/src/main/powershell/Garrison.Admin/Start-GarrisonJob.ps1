<#
.SYNOPSIS
    Runs a job now, in its mode, and waits until it ends.
.DESCRIPTION
    A job makes only changes that its mode and the manifest allow: plan-only unless it is enabled. If the service is running,
    the service runs the job. Returns an object of the type Garrison.JobRun; findings of the run are also errors.
.PARAMETER Job
    The job, such as status; Get-GarrisonJob lists them.
.PARAMETER Manifest
    The path to the manifest (default: garrison.yaml in the current location).
.PARAMETER StateFolder
    The state directory (default: .garrison next to the manifest).
.PARAMETER Program
    The full path to garrison.exe (default: the one in this module's package, or in the machine's PATH).
.EXAMPLE
    Start-GarrisonJob -Job 'status'

    Reads the status of every server, and saves it in the history.
.EXAMPLE
    Start-GarrisonJob -Job 'rollout' -WhatIf

    Shows the job that would run.
#>
function Start-GarrisonJob {
    [CmdletBinding(SupportsShouldProcess = $true)]
    param(
        [Parameter(Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [string] $Job,

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Manifest = 'garrison.yaml',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $StateFolder = '',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Program = ''
    )
    process {
        $source = Get-GarrisonSource -Caller $PSCmdlet -Manifest $Manifest -StateFolder $StateFolder -Program $Program
        if (-not $PSCmdlet.ShouldProcess("job $Job", 'Run in its current mode')) {
            return
        }
        $answer = Get-GarrisonAnswer -Caller $PSCmdlet -Source $source -Format 'garrison-job-run/1' -Words @('job', 'run') -Names $Job -GoOn
        if ($null -eq $answer) {
            return
        }
        $run = ConvertTo-GarrisonObject -Value $answer.Read -TypeName 'Garrison.JobRun' -Source $source
        $run.ExitCode = $answer.ExitCode
        $run
        $problems = @($answer.Problems) + @($run.Findings | Where-Object { $null -ne $_ -and $_.Severity -eq 'error' })
        Write-GarrisonProblem -Caller $PSCmdlet -Problems $problems -Target $Job
    }
}
