<#
.SYNOPSIS
    Says where the sensor's updates stand on the update servers.
.DESCRIPTION
    Gives an object of the type Garrison.UpdateServer for each WSUS server, and one of the type Garrison.SoftwareUpdatePoint
    where a software update point serves rings. Updates has a Garrison.SensorUpdate for each family and channel. What kept a
    server from answering is an error too.
.PARAMETER Server
    Only this server of the manifest, with its port or without.
.PARAMETER Manifest
    The manifest; garrison.yaml in the current location unless named.
.PARAMETER Program
    The full path of garrison.exe; otherwise the one of this module's package, or of the machine's PATH.
.EXAMPLE
    Get-GarrisonSensorUpdate | Where-Object -Property NeedsLook

    Shows the servers that somebody has to look at.
.EXAMPLE
    Get-GarrisonSensorUpdate -Server 'wsus01' | Select-Object -ExpandProperty Updates

    Shows each family and channel of one server.
#>
function Get-GarrisonSensorUpdate {
    [CmdletBinding()]
    param(
        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Server = '',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Manifest = 'garrison.yaml',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Program = ''
    )
    process {
        $source = Get-GarrisonSource -Caller $PSCmdlet -Manifest $Manifest -Program $Program
        $words = @('wsus', 'status')
        if ($Server -ne '') {
            $words += "--server=$Server"
        }
        $answer = Get-GarrisonAnswer -Caller $PSCmdlet -Source $source -Format 'garrison.wsus-status/1' -Words $words
        $problems = @($answer.Problems)
        foreach ($item in $answer.Read.servers) {
            $one = ConvertTo-GarrisonObject -Value $item -TypeName 'Garrison.UpdateServer' -Source $source
            $problems += @($one.Failures | Where-Object { $null -ne $_ })
            $one
        }
        foreach ($item in @($answer.Read.PSObject.Properties | Where-Object -Property Name -EQ 'softwareUpdatePoint')) {
            $one = ConvertTo-GarrisonObject -Value $item.Value -TypeName 'Garrison.SoftwareUpdatePoint' -Source $source
            $problems += @($one.Failures | Where-Object { $null -ne $_ })
            $one
        }
        Write-GarrisonProblem -Caller $PSCmdlet -Problems $problems -Target $source.Manifest
    }
}
