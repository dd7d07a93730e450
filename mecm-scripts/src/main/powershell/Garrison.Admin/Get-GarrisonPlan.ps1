<#
.SYNOPSIS
    Says what would have to be done, and writes nothing to the site.
.DESCRIPTION
    Gives an object of the type Garrison.Plan with a change for each object. With -OutFile the plan is also kept in a file,
    which is what Invoke-GarrisonApply takes.
.PARAMETER OutFile
    Keep the plan in this file. One that is there is replaced.
.PARAMETER ChangeId
    The change board's number, kept with plan and journal.
.PARAMETER Expires
    How long the plan may be applied; ten days unless given.
.PARAMETER Part
    Only this part of the manifest: site, or wsus for the update servers.
.PARAMETER Prune
    Also delete objects with our mark that the manifest no longer wants.
.PARAMETER AllowDowngrade
    Also go back to an md4ws.msi that is older than the one in use.
.PARAMETER Manifest
    The manifest; garrison.yaml in the current location unless named.
.PARAMETER StateFolder
    Where journals are kept; the folder .garrison beside the manifest unless named.
.PARAMETER Program
    The full path of garrison.exe; otherwise the one of this module's package, or of the machine's PATH.
.EXAMPLE
    Get-GarrisonPlan | Select-Object -ExpandProperty Changes | Where-Object -Property Action -NE 'NO_OP'

    Lists what would be done.
.EXAMPLE
    Get-GarrisonPlan -OutFile 'C:\Plans\monday.json' -ChangeId 'CHG0042'

    Keeps the plan for the change board and for Invoke-GarrisonApply.
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
