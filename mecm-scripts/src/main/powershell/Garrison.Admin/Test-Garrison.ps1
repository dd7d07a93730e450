<#
.SYNOPSIS
    Checks connectivity, permissions, and site readiness.
.DESCRIPTION
    Returns an object of the type Garrison.Probe with a Garrison.Check for each check. A failed check is part of the object
    and not an error. Read-only.
.PARAMETER ReportFile
    Also writes a report without names, which you can share. An existing file is not overwritten.
.PARAMETER Publisher
    The SID of the account of 'content.user', for the rights on the share.
.PARAMETER Reader
    The SIDs of the site servers' computer accounts, including those of passive site servers.
.PARAMETER Manifest
    The path to the manifest (default: garrison.yaml in the current location).
.PARAMETER Program
    The full path to garrison.exe (default: the one in this module's package, or in the machine's PATH).
.EXAMPLE
    Test-Garrison

    Checks everything in the manifest.
.EXAMPLE
    Test-Garrison | Select-Object -ExpandProperty Checks | Where-Object -Property Result -EQ 'failed'

    Lists the failed checks.
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
