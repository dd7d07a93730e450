<#
.SYNOPSIS
    Looks whether the site and the share can be used, and what is in the way.
.DESCRIPTION
    Gives an object of the type Garrison.Probe with a Garrison.Check for each thing it looked at. A check that failed is part of
    it and no error. Writes nothing to any server.
.PARAMETER ReportFile
    Also write a report without names, to send to somebody. None is overwritten.
.PARAMETER Publisher
    The SID of the account of 'content.user', for the rights on the share.
.PARAMETER Reader
    The SIDs of the site servers' computer accounts, passive ones too.
.PARAMETER Manifest
    The manifest; garrison.yaml in the current location unless named.
.PARAMETER Program
    The full path of garrison.exe; otherwise the one of this module's package, or of the machine's PATH.
.EXAMPLE
    Test-Garrison

    Looks at everything that the manifest names.
.EXAMPLE
    Test-Garrison | Select-Object -ExpandProperty Checks | Where-Object -Property Result -EQ 'failed'

    Lists what is in the way.
#>
function Test-Garrison {
    [CmdletBinding()]
    param(
        [string] $ReportFile = '',

        [string] $Publisher = '',

        [string[]] $Reader = @(),

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Manifest = 'garrison.yaml',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Program = ''
    )
    process {
        $source = Get-GarrisonSource -Caller $PSCmdlet -Manifest $Manifest -Program $Program
        $words = @('probe')
        if ($ReportFile -ne '') {
            $words += "--report=$(Get-GarrisonFile -Caller $PSCmdlet -Path $ReportFile)"
        }
        if ($Publisher -ne '') {
            $words += "--publisher=$Publisher"
        }
        foreach ($sid in $Reader) {
            $words += "--reader=$sid"
        }
        $answer = Get-GarrisonAnswer -Caller $PSCmdlet -Source $source -Format 'garrison.probe/1' -Words $words
        $probe = ConvertTo-GarrisonObject -Value $answer.Read -TypeName 'Garrison.Probe' -Source $source
        $probe.Checks = @(foreach ($section in $answer.Read.sections) {
                foreach ($item in $section.checks) {
                    $check = ConvertTo-GarrisonObject -Value $item -TypeName 'Garrison.Check'
                    $check.Section = $section.title
                    $check.Subject = $section.subject
                    $check
                }
            })
        $probe.PSObject.Properties.Remove('Sections')
        $probe.ExitCode = $answer.ExitCode
        $probe
        Write-GarrisonProblem -Caller $PSCmdlet -Problems $answer.Problems -Target $source.Manifest
    }
}
