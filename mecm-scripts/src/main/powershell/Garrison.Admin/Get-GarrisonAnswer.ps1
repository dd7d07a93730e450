<#
.SYNOPSIS
    Runs the program and reads its answer. Warnings are written; errors are returned, to be written after the objects.
.DESCRIPTION
    Exit codes such as 2 and 3 describe a status and are not errors. If the program returns no complete answer, its message
    ends the calling function. A program that cannot be started always ends it.
.PARAMETER Format
    The format of the answer.
.PARAMETER Streamed
    The answer has a line for each server.
.PARAMETER GoOn
    Without a complete answer, the program's message is written and nothing is returned, so that the pipeline continues.
#>
function Get-GarrisonAnswer {
    param(
        [System.Management.Automation.PSCmdlet] $Caller,
        [object] $Source,
        [string] $Format,
        [string[]] $Words,
        [string[]] $Names = @(),
        [switch] $Streamed,
        [switch] $GoOn
    )
    $target = if ($Names.Count -gt 0) { $Names[0] } else { $Source.Manifest }
    $all = @($Words) + "--manifest=$($Source.Manifest)"
    if ($Source.StateFolder -ne '') {
        $all += "--state=$($Source.StateFolder)"
    }
    $all += '--json'
    if ($Names.Count -gt 0) {
        # After -- nothing is an option; a name that begins with @ would be read as a file of words.
        $all += '--'
        $all += @($Names -replace '^@', '@@')
    }
    try {
        $Caller.WriteVerbose((ConvertTo-GarrisonCommandLine -Words (@($Source.Program) + $all)))
        $ended = Invoke-GarrisonProgram -Program $Source.Program -Words $all
    } catch {
        Stop-GarrisonCall -Caller $Caller -Message $_.Exception.Message -Target $target
    }
    $problems = @()
    foreach ($said in @(ConvertFrom-GarrisonDiagnostic -Said $ended.Said)) {
        if ($said.Severity -eq 'error') {
            $problems += $said
        } elseif ($said.Severity -eq 'warn') {
            $Caller.WriteWarning(("$($said.Problem) [$($said.Code)] $($said.Remedy)").Trim())
        } else {
            $Caller.WriteVerbose(("$($said.Problem) $($said.Remedy)").Trim())
        }
    }
    $answer = $null
    if ($ended.Lines.Count -gt 0) {
        try {
            $answer = Read-GarrisonAnswer -Ended $ended -Program $Source.Program -Format $Format -Streamed:$Streamed
        } catch {
            $problems += ConvertFrom-GarrisonMessage -Message $_.Exception.Message
        }
    } elseif ($problems.Count -eq 0) {
        $problems += ConvertFrom-GarrisonMessage -Message (
            $Text.AnswerUnreadable -f $Source.Program, $ended.ExitCode, $ended.Said.Trim())
    }
    if ($null -eq $answer) {
        Write-GarrisonProblem -Caller $Caller -Problems $problems -Target $target -Ending:(-not $GoOn)
        return
    }
    return [pscustomobject] @{
        ExitCode = $ended.ExitCode
        Read     = $answer.Read
        Servers  = $answer.Servers
        Problems = $problems
    }
}
