<#
.SYNOPSIS
    Says how many servers of each ring stand where.
.DESCRIPTION
    Gives an object of the type Garrison.Status. Get-GarrisonServer gives the servers themselves. ExitCode is 0 where every
    server is onboarded, 2 where somebody has to look, and 3 otherwise.
.PARAMETER Ring
    Speak of the servers of this ring alone.
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
    Get-GarrisonStatus | Select-Object -ExpandProperty Rings

    Shows the rings with the number of servers in each state.
.EXAMPLE
    Get-GarrisonStatus -Ring 'pilot' -Live

    Asks the servers of one ring themselves.
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
