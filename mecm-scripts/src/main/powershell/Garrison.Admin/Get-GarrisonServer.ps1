<#
.SYNOPSIS
    Says of each server where it stands, why, and what to do.
.DESCRIPTION
    Gives an object of the type Garrison.Server for each server of the rings.
.PARAMETER Name
    Speak of this server alone.
.PARAMETER Ring
    Speak of the servers of this ring alone.
.PARAMETER State
    Only the servers in this state, such as failed; docs/how-to/server-status.md lists the states.
.PARAMETER Live
    Also ask the servers themselves, through CMPivot.
.PARAMETER LiveTimeout
    With -Live: wait at most this long for answers; three minutes unless given.
.PARAMETER Manifest
    The manifest; garrison.yaml in the current location unless named.
.PARAMETER StateFolder
    Where journals are kept; the folder .garrison beside the manifest unless named.
.PARAMETER Program
    The full path of garrison.exe; otherwise the one of this module's package, or of the machine's PATH.
.EXAMPLE
    Get-GarrisonServer -State 'failed' | Export-Csv -Path 'C:\Temp\failed.csv' -NoTypeInformation

    Writes the servers that failed into a file.
.EXAMPLE
    Get-GarrisonServer -Name 'SQL11' | Format-List -Property *

    Shows all that is known of one server.
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
