# The two cmdlets of the module Dism that are used, for the feature Windows-Defender, whose state a test writes.
# https://learn.microsoft.com/powershell/module/dism/get-windowsoptionalfeature
# https://learn.microsoft.com/powershell/module/dism/disable-windowsoptionalfeature
Add-Type -TypeDefinition @'
namespace Microsoft.Dism.Commands {
    public enum FeatureState { Disabled, DisablePending, Enabled, EnablePending, DisabledWithPayloadRemoved, PartiallyInstalled }
    public class AdvancedFeatureObject { public string FeatureName; public FeatureState State; public bool RestartNeeded; }
}
'@
$Key = 'HKEY_LOCAL_MACHINE\SOFTWARE\Garrison Test\Feature'

function Get-WindowsOptionalFeature {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [switch] $Online, [string] $FeatureName)
    $state = [Microsoft.Win32.Registry]::GetValue($Key, $FeatureName, $null)
    if ($null -eq $state) {
        throw "Feature name $FeatureName is unknown."
    }
    $found = New-Object -TypeName Microsoft.Dism.Commands.AdvancedFeatureObject
    $found.FeatureName = $FeatureName
    $found.State = $state
    return $found
}

function Disable-WindowsOptionalFeature {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [switch] $Online, [Parameter(Mandatory)] [string[]] $FeatureName, [switch] $NoRestart,
        [switch] $Remove)
    foreach ($name in $FeatureName) {
        $found = Get-WindowsOptionalFeature -Online -FeatureName $name
        $next = [Microsoft.Win32.Registry]::GetValue($Key, "$name.AfterDisabling", 'DisablePending')
        [Microsoft.Win32.Registry]::SetValue($Key, $name, $next)
        $found.State = $next
        $found.RestartNeeded = $next -eq 'DisablePending'
        $found
    }
}
