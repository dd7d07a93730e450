<#
.SYNOPSIS
    The names of rules that are not ours and seem to take the product. Refuses a product that is not synchronised.
.DESCRIPTION
    What is in a rule's UpdateRuleXML Microsoft does not describe. It is only searched for the product's id.
.LINK
    https://learn.microsoft.com/intune/configmgr/develop/reference/sum/sms_autodeployment-server-wmi-class
#>
function Get-GarrisonCoveringRule {
    param([object[]] $Rules, [string] $Product)
    $found = @(Get-CMSoftwareUpdateCategory -Fast -TypeName 'Product' |
        Where-Object { ($_.LocalizedCategoryInstanceName -eq $Product) -and $_.IsSubscribed })
    if ($found.Count -ne 1) {
        throw ($Text.ProductNotSynchronised -f $Product)
    }
    $id = $found[0].CategoryInstance_UniqueID
    foreach ($rule in $Rules) {
        $ours = ([string] $rule.Description).StartsWith('Made by Garrison')
        if (-not $ours -and ([string] $rule.UpdateRuleXML).Contains($id)) {
            $rule.Name
        }
    }
}
