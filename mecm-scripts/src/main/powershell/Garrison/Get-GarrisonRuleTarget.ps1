<#
.SYNOPSIS
    Returns the collection of a rule after checking that the collection and the deployment package exist.
#>
function Get-GarrisonRuleTarget {
    param([string] $CollectionName, [string] $PackageName)
    $collection = Get-CMCollection -Name $CollectionName -CollectionType Device
    if ($null -eq $collection) {
        throw ($Text.NotFound -f 'device collection', $CollectionName)
    }
    if ($collection.CollectionID -like 'SMS*') {
        throw ($Text.CollectionBuiltIn -f $CollectionName)
    }
    if ($null -eq (Get-CMSoftwareUpdateDeploymentPackage -Name $PackageName)) {
        throw ($Text.NotFound -f 'deployment package', $PackageName)
    }
    return $collection
}
