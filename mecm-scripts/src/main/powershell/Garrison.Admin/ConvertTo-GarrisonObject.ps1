<#
.SYNOPSIS
    Creates an object of this module from an object in the program's answer.
.DESCRIPTION
    Names start with a capital letter; times are local, and times without a zone are unchanged; all properties of the type
    exist, even if the program omits them.
#>
function ConvertTo-GarrisonObject {
    param([object] $Value, [string] $TypeName, [object] $Source)
    $result = [ordered] @{}
    $parts = @{}
    if ($TypeName -ne '') {
        foreach ($property in ($Shape[$TypeName] -split ' ')) {
            $name, $part = $property -split ':', 2
            $result[$name] = $null
            $parts[$name] = $part
        }
    }
    foreach ($property in $Value.PSObject.Properties) {
        if ($property.Name -ceq 'format') {
            continue
        }
        $name = $property.Name.Substring(0, 1).ToUpperInvariant() + $property.Name.Substring(1)
        if ($name -ceq 'Lines' -and $parts.ContainsKey('Updates')) {
            $name = 'Updates'
        } elseif ($name -ceq 'Manifest') {
            # Its name; the property Manifest is the file.
            $name = 'ManifestName'
        }
        $item = $property.Value
        if ($null -eq $item -or $item -is [bool] -or $item -is [int] -or $item -is [long]) {
            $result[$name] = $item
        } elseif ($item -is [string] -and $item -cnotmatch '^\d{4}-\d\d-\d\dT') {
            $result[$name] = $item
        } else {
            $result[$name] = ConvertTo-GarrisonValue -Value $item -TypeName ([string] $parts[$name])
        }
    }
    if ($null -ne $Source) {
        # Where it came from, so that the next function of a pipeline goes there too.
        $result['Manifest'] = $Source.Manifest
        $result['StateFolder'] = $Source.StateFolder
        $result['Program'] = $Source.Program
    }
    $made = [pscustomobject] $result
    if ($TypeName -ne '') {
        $made.PSObject.TypeNames.Insert(0, $TypeName)
    }
    return $made
}
