<#
.SYNOPSIS
    Shows the status of sensor updates on the WSUS servers.
.DESCRIPTION
    Returns an object of the type Garrison.UpdateServer for each WSUS server, and one of the type
    Garrison.SoftwareUpdatePoint if a software update point serves rings. Updates has a Garrison.SensorUpdate for each family
    and channel. If a server does not answer, its problem is also an error.
.PARAMETER Server
    Only this server of the manifest, with or without its port.
.PARAMETER Manifest
    The path to the manifest (default: garrison.yaml in the current location).
.PARAMETER Program
    The full path to garrison.exe (default: the one in this module's package, or in the machine's PATH).
.EXAMPLE
    Get-GarrisonSensorUpdate | Where-Object -Property NeedsLook

    Shows the servers that need attention.
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
