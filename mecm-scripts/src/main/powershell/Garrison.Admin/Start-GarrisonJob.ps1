<#
.SYNOPSIS
    Runs a job now, in its mode, and waits for its end.
.DESCRIPTION
    A job writes only what its mode and the manifest allow: plan-only unless it was enabled. Where a service runs, the service
    does it. Gives an object of the type Garrison.JobRun; what the run found is an error too.
.PARAMETER Job
    The job, such as status; Get-GarrisonJob lists them.
.PARAMETER Manifest
    The manifest; garrison.yaml in the current location unless named.
.PARAMETER StateFolder
    Where journals are kept; the folder .garrison beside the manifest unless named.
.PARAMETER Program
    The full path of garrison.exe; otherwise the one of this module's package, or of the machine's PATH.
.EXAMPLE
    Start-GarrisonJob -Job 'status'

    Reads where every server stands, and keeps it in the history.
.EXAMPLE
    Start-GarrisonJob -Job 'rollout' -WhatIf

    Says what would be run.
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
        if (-not $PSCmdlet.ShouldProcess("job $Job", 'Run it now, in its mode')) {
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
