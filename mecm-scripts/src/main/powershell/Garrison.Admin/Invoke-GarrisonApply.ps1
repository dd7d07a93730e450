<#
.SYNOPSIS
    Carries out a plan that is in a file, or refuses it.
.DESCRIPTION
    Nothing is written that was not planned: a plan that no longer fits the site is refused. Asks before it writes, unless
    -Confirm:$false is given. Running it again is always safe.

    Gives an object of the type Garrison.Applied. ExitCode 3 says that something waits or is left to a person.
    4 says that something is blocked until a person acts.
.PARAMETER PlanFile
    A plan that Get-GarrisonPlan -OutFile kept.
.PARAMETER Wait
    Go on while something waits, at most this long.
.PARAMETER NotBefore
    Refuse before this time.
.PARAMETER NotAfter
    Refuse after this time.
.PARAMETER ConfirmOffboarding
    Names of entries of 'offboard' whose servers may be offboarded; -Confirm does not cover them.
.PARAMETER Part
    Only this part of the manifest: site, or wsus for the update servers.
.PARAMETER Manifest
    The manifest; garrison.yaml in the current location unless named.
.PARAMETER StateFolder
    Where journals are kept; the folder .garrison beside the manifest unless named.
.PARAMETER Program
    The full path of garrison.exe; otherwise the one of this module's package, or of the machine's PATH.
.EXAMPLE
    Invoke-GarrisonApply -PlanFile 'C:\Plans\monday.json' -WhatIf

    Says what would be applied, and writes nothing.
.EXAMPLE
    Invoke-GarrisonApply -PlanFile 'C:\Plans\monday.json' -Wait '00:30:00' -Confirm:$false

    Applies it without a question, and goes on for half an hour while something waits.
#>
function Invoke-GarrisonApply {
    [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]
    param(
        [Parameter(Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [AllowEmptyString()]
        [Alias('FullName')]
        [string] $PlanFile,

        [timespan] $Wait = [timespan]::Zero,

        [datetime] $NotBefore = [datetime]::MinValue,

        [datetime] $NotAfter = [datetime]::MaxValue,

        [string[]] $ConfirmOffboarding = @(),

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [ValidateSet('', 'site', 'wsus')]
        [string] $Part = '',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Manifest = 'garrison.yaml',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $StateFolder = '',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Program = ''
    )
    process {
        if ($PlanFile -eq '') {
            $problem = ConvertFrom-GarrisonMessage -Message $Text.PlanWithoutFile
            Write-GarrisonProblem -Caller $PSCmdlet -Problems $problem -Target $PlanFile
            return
        }
        $source = Get-GarrisonSource -Caller $PSCmdlet -Manifest $Manifest -StateFolder $StateFolder -Program $Program
        $file = Get-GarrisonFile -Caller $PSCmdlet -Path $PlanFile
        $plan = Read-GarrisonPlan -Caller $PSCmdlet -File $file -Source $source
        if ($null -eq $plan) {
            return
        }
        $what = "Apply the plan with digest $($plan.Digest), which expires $($plan.Expires): $($plan.Pending) changes"
        if (-not $PSCmdlet.ShouldProcess("site $($plan.Site), manifest $($plan.ManifestName)", $what)) {
            return
        }
        $words = @('apply')
        if ($Part -ne '') {
            $words += "--only=$Part"
        }
        if ($Wait -ne [timespan]::Zero) {
            $words += "--wait=$([System.Xml.XmlConvert]::ToString($Wait))"
        }
        if ($NotBefore -ne [datetime]::MinValue) {
            $words += "--not-before=$(ConvertTo-GarrisonTime -Time $NotBefore)"
        }
        if ($NotAfter -ne [datetime]::MaxValue) {
            $words += "--not-after=$(ConvertTo-GarrisonTime -Time $NotAfter)"
        }
        foreach ($entry in $ConfirmOffboarding) {
            $words += "--confirm-offboarding=$entry"
        }
        $answer = Get-GarrisonAnswer -Caller $PSCmdlet -Source $source -Format 'garrison.apply/1' -Words $words -Names $file -GoOn
        if ($null -eq $answer) {
            return
        }
        $applied = ConvertTo-GarrisonObject -Value $answer.Read -TypeName 'Garrison.Applied' -Source $source
        $applied.ExitCode = $answer.ExitCode
        $applied
        Write-GarrisonProblem -Caller $PSCmdlet -Problems $answer.Problems -Target $file
    }
}
