<#
.SYNOPSIS
    Reads the lines of the program's answer; throws if they are not a complete answer in the requested format.
.PARAMETER Streamed
    The answer has a line for each server, and ends with "]}". The servers stay lines of JSON, because there can be very many.
#>
function Read-GarrisonAnswer {
    param([object] $Ended, [string] $Program, [string] $Format, [switch] $Streamed)
    $document = $Ended.Lines
    $servers = @()
    try {
        if ($Streamed) {
            $last = $Ended.Lines[$Ended.Lines.Count - 1]
            if ($last -cne ']}') {
                throw "It is incomplete. The last line is '$($last.Substring(0, [Math]::Min($last.Length, 100)))'."
            }
            $servers = @($Ended.Lines | Select-Object -Skip 1 | Select-Object -SkipLast 1)
            $foreign = @($servers | Where-Object { $_ -cnotmatch '^\{' })
            if ($foreign.Count -gt 0) {
                throw "'$($foreign[0])' is not a server."
            }
            $document = @($Ended.Lines[0], $last)
        }
        $read = ($document -join "`n") | ConvertFrom-Json
        if ($read -isnot [System.Management.Automation.PSCustomObject]) {
            throw 'It is not an object.'
        }
    } catch {
        throw ($Text.AnswerUnreadable -f $Program, $Ended.ExitCode, $_.Exception.Message)
    }
    $named = $read.PSObject.Properties | Where-Object -Property Name -EQ 'format' | ForEach-Object { $_.Value }
    if ($named -cne $Format) {
        throw ($Text.AnswerOfOtherVersion -f $Program, $named, $Format)
    }
    return [pscustomobject] @{
        Read    = $read
        Servers = $servers
    }
}
