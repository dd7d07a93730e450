<#
.SYNOPSIS
    Creates an object of the type Garrison.Plan from a plan in a file or an answer.
#>
function ConvertTo-GarrisonPlan {
    param([object] $Stored, [object] $Source)
    $plan = ConvertTo-GarrisonObject -Value $Stored.plan -TypeName 'Garrison.Plan' -Source $Source
    foreach ($change in $plan.Changes) {
        $change.Kind = $change.Address.Kind
        $change.Name = $change.Address.Name
        $change.PSObject.Properties.Remove('Address')
    }
    $plan.Pending = @($plan.Changes | Where-Object { 'CREATE', 'UPDATE', 'REPLACE', 'DELETE' -ccontains $_.Action }).Count
    $plan.ManifestDigest = $Stored.plan.manifestDigest.hex
    $plan.Digest = $Stored.digest.hex
    $plan.MadeBy = $Stored.madeBy
    $plan.Expires = ConvertTo-GarrisonValue -Value $Stored.expires
    # A plan without a change number has no such property in files of earlier versions.
    foreach ($number in @($Stored.PSObject.Properties | Where-Object -Property Name -EQ 'changeId')) {
        $plan.ChangeId = $number.Value
    }
    return $plan
}
