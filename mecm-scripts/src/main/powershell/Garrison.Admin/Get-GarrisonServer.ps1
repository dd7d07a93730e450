<#
.SYNOPSIS
    Shows the status of each server, with its cause and next step.
.DESCRIPTION
    Returns an object of the type Garrison.Server for each server of the rings.
.PARAMETER Name
    Shows only this server.
.PARAMETER Ring
    Shows only servers in this ring.
.PARAMETER State
    Shows only servers in this state, such as failed; docs/how-to/server-status.md lists the states.
.PARAMETER Live
    Also queries the servers through CMPivot.
.PARAMETER LiveTimeout
    With -Live, waits at most this long for answers (default: 3 minutes).
.PARAMETER Manifest
    The path to the manifest (default: garrison.yaml in the current location).
.PARAMETER StateFolder
    The state directory (default: .garrison next to the manifest).
.PARAMETER Program
    The full path to garrison.exe (default: the one in this module's package, or in the machine's PATH).
.EXAMPLE
    Get-GarrisonServer -State 'failed' | Export-Csv -Path 'C:\Temp\failed.csv' -NoTypeInformation

    Writes the failed servers to a file.
.EXAMPLE
    Get-GarrisonServer -Name 'SQL11' | Format-List -Property *

    Shows all properties of one server.
#>
function Get-GarrisonServer {
    [CmdletBinding()]
    param(
        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Name = '',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Ring = '',

        [string] $State = '',

        [switch] $Live,

        [timespan] $LiveTimeout = [timespan]::Zero,

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Manifest = 'garrison.yaml',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $StateFolder = '',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Program = ''
    )
    process {
        $source = Get-GarrisonSource -Caller $PSCmdlet -Manifest $Manifest -StateFolder $StateFolder -Program $Program
        $words = @('status')
        if ($Ring -ne '') {
            $words += "--ring=$Ring"
        }
        if ($Name -ne '') {
            $words += "--server=$Name"
        }
        if ($State -ne '') {
            $words += "--only=$State"
        }
        if ($Live) {
            $words += '--live'
            if ($LiveTimeout -ne [timespan]::Zero) {
                $words += "--live-timeout=$([System.Xml.XmlConvert]::ToString($LiveTimeout))"
            }
        }
        $answer = Get-GarrisonAnswer -Caller $PSCmdlet -Source $source -Format 'garrison.status/1' -Words $words -Streamed
        foreach ($line in $answer.Servers) {
            try {
                $server = $line.TrimEnd(',') | ConvertFrom-Json
            } catch {
                $problems = @($answer.Problems) + (ConvertFrom-GarrisonMessage -Message (
                        $Text.AnswerUnreadable -f $source.Program, $answer.ExitCode, $_.Exception.Message))
                Write-GarrisonProblem -Caller $PSCmdlet -Problems $problems -Target $source.Manifest -Ending
            }
            ConvertTo-GarrisonObject -Value $server -TypeName 'Garrison.Server' -Source $source
        }
        Write-GarrisonProblem -Caller $PSCmdlet -Problems $answer.Problems -Target $source.Manifest
    }
}
