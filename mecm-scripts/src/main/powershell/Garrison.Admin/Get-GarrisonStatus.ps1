<#
.SYNOPSIS
    Shows the number of servers in each state, by ring.
.DESCRIPTION
    Returns an object of the type Garrison.Status. Get-GarrisonServer returns the servers. ExitCode is 0 if every server is
    onboarded, 2 if a server needs attention, and 3 otherwise.
.PARAMETER Ring
    Shows only servers in this ring.
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
    Get-GarrisonStatus | Select-Object -ExpandProperty Rings

    Shows the rings with the number of servers in each state.
.EXAMPLE
    Get-GarrisonStatus -Ring 'pilot' -Live

    Queries the servers of one ring.
#>
function Get-GarrisonStatus {
    [CmdletBinding()]
    param(
        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Ring = '',

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
        if ($Live) {
            $words += '--live'
            if ($LiveTimeout -ne [timespan]::Zero) {
                $words += "--live-timeout=$([System.Xml.XmlConvert]::ToString($LiveTimeout))"
            }
        }
        $answer = Get-GarrisonAnswer -Caller $PSCmdlet -Source $source -Format 'garrison.status/1' -Words $words -Streamed
        $status = ConvertTo-GarrisonObject -Value $answer.Read -TypeName 'Garrison.Status' -Source $source
        $status.Servers = $answer.Servers.Count
        $status.ExitCode = $answer.ExitCode
        $status
        Write-GarrisonProblem -Caller $PSCmdlet -Problems $answer.Problems -Target $source.Manifest
    }
}
