<#
.SYNOPSIS
    Applies a saved plan, or rejects it.
.DESCRIPTION
    Only planned changes are made: a stale plan is rejected. Prompts for confirmation before it writes, unless you specify
    -Confirm:$false. Safe to rerun.

    Returns an object of the type Garrison.Applied. ExitCode 3 means that steps are waiting or manual.
    4 means that a step is blocked until you act.
.PARAMETER PlanFile
    A plan saved with Get-GarrisonPlan -OutFile.
.PARAMETER Wait
    Keeps waiting for pending steps, at most this long.
.PARAMETER NotBefore
    Refuses to apply before this time.
.PARAMETER NotAfter
    Refuses to apply after this time.
.PARAMETER ConfirmOffboarding
    Names of 'offboard' entries to offboard; -Confirm does not cover them.
.PARAMETER Part
    Only this part of the manifest: site, or wsus for the WSUS servers.
.PARAMETER Manifest
    The path to the manifest (default: garrison.yaml in the current location).
.PARAMETER StateFolder
    The state directory (default: .garrison next to the manifest).
.PARAMETER Program
    The full path to garrison.exe (default: the one in this module's package, or in the machine's PATH).
.EXAMPLE
    Invoke-GarrisonApply -PlanFile 'C:\Plans\monday.json' -WhatIf

    Shows the changes without applying them.
.EXAMPLE
    Invoke-GarrisonApply -PlanFile 'C:\Plans\monday.json' -Wait '00:30:00' -Confirm:$false

    Applies the plan without a prompt, and waits up to half an hour for pending steps.
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
