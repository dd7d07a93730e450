<#
.SYNOPSIS
    Returns the rules that Garrison did not create and that seem to cover the product. Refuses a product that is not synchronized.
.DESCRIPTION
    Microsoft does not document the content of a rule's UpdateRuleXML. The function only searches it for the product's ID.
.LINK
    https://learn.microsoft.com/intune/configmgr/develop/reference/sum/sms_autodeployment-server-wmi-class
#>
function Get-GarrisonCoveringRule {
    param([object[]] $Rules, [string] $Product)
    $found = @(Get-CMSoftwareUpdateCategory -Fast -TypeName 'Product' |
        Where-Object { ($_.LocalizedCategoryInstanceName -eq $Product) -and $_.IsSubscribed })
    if ($found.Count -ne 1) {
        throw ($Text.ProductNotSynchronized -f $Product)
    }
    $id = $found[0].CategoryInstance_UniqueID
    foreach ($rule in $Rules) {
        $ours = ([string] $rule.Description).StartsWith('Made by Garrison')
        if (-not $ours -and ([string] $rule.UpdateRuleXML).Contains($id)) {
            $rule.Name
        }
    }
}
