<#
.SYNOPSIS
    Shows the changes required by the manifest. Read-only.
.DESCRIPTION
    Returns an object of the type Garrison.Plan with a change for each object. With -OutFile, the plan is also saved to a
    file for Invoke-GarrisonApply.
.PARAMETER OutFile
    Saves the plan to this file. An existing file is replaced.
.PARAMETER ChangeId
    The change number, saved in the plan and the journal.
.PARAMETER Expires
    How long the plan stays valid (default: 10 days).
.PARAMETER Part
    Only this part of the manifest: site, or wsus for the WSUS servers.
.PARAMETER Prune
    Also deletes managed objects that are no longer in the manifest.
.PARAMETER AllowDowngrade
    Also allows an md4ws.msi that is older than the one in use.
.PARAMETER Manifest
    The path to the manifest (default: garrison.yaml in the current location).
.PARAMETER StateFolder
    The state directory (default: .garrison next to the manifest).
.PARAMETER Program
    The full path to garrison.exe (default: the one in this module's package, or in the machine's PATH).
.EXAMPLE
    Get-GarrisonPlan | Select-Object -ExpandProperty Changes | Where-Object -Property Action -NE 'NO_OP'

    Lists the changes.
.EXAMPLE
    Get-GarrisonPlan -OutFile 'C:\Plans\monday.json' -ChangeId 'CHG0042'

    Saves the plan for review and for Invoke-GarrisonApply.
#>
function Get-GarrisonPlan {
    [CmdletBinding()]
    param(
        [string] $OutFile = '',

        [string] $ChangeId = '',

        [timespan] $Expires = [timespan]::Zero,

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [ValidateSet('', 'site', 'wsus')]
        [string] $Part = '',

        [switch] $Prune,

        [switch] $AllowDowngrade,

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Manifest = 'garrison.yaml',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $StateFolder = '',

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Program = ''
    )
    process {
        $source = Get-GarrisonSource -Caller $PSCmdlet -Manifest $Manifest -StateFolder $StateFolder -Program $Program
        $words = @('plan')
        $file = ''
        if ($OutFile -ne '') {
            $file = Get-GarrisonFile -Caller $PSCmdlet -Path $OutFile
            $words += "--out=$file"
        }
        if ($ChangeId -ne '') {
            $words += "--change=$ChangeId"
        }
        if ($Expires -ne [timespan]::Zero) {
            $words += "--expires=$([System.Xml.XmlConvert]::ToString($Expires))"
        }
        if ($Part -ne '') {
            $words += "--only=$Part"
        }
        if ($Prune) {
            $words += '--prune'
        }
        if ($AllowDowngrade) {
            $words += '--allow-downgrade'
        }
        $answer = Get-GarrisonAnswer -Caller $PSCmdlet -Source $source -Format 'garrison-plan/2' -Words $words
        $plan = ConvertTo-GarrisonPlan -Stored $answer.Read -Source $source
        $plan.PlanFile = $file
        $plan.Part = $Part
        $plan.ExitCode = $answer.ExitCode
        $plan
        Write-GarrisonProblem -Caller $PSCmdlet -Problems $answer.Problems -Target $source.Manifest
    }
}
