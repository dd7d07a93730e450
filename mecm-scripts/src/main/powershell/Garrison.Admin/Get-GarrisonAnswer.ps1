<#
.SYNOPSIS
    Asks the program and reads its answer. Warnings are written; errors are given back to be written after the objects.
.DESCRIPTION
    Exit codes such as 2 and 3 say how something stands and are no errors. Where the program gave no whole answer,
    what it said ends the function that was called. A program that cannot be started ends it always.
.PARAMETER Format
    The format in which it has to answer.
.PARAMETER Streamed
    The answer has a line for each server.
.PARAMETER GoOn
    Without a whole answer, what the program said is written and nothing given back: the next of a pipeline has its turn.
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
