# Get-MpComputerStatus with what a test wrote; without it the cmdlet fails, as it does where Defender does not run.
# https://learn.microsoft.com/powershell/module/defender/get-mpcomputerstatus
function Get-MpComputerStatus {
    [CmdletBinding()]
    param()
    $key = 'HKEY_LOCAL_MACHINE\SOFTWARE\Garrison Test\Antivirus'
    $mode = [Microsoft.Win32.Registry]::GetValue($key, 'AMRunningMode', $null)
    if ($null -eq $mode) {
        throw 'The extrinsic Method could not be executed. 0x800106ba'
    }
    # The platforms of the first years.
    if ([Microsoft.Win32.Registry]::GetValue($key, 'Old', 0) -eq 1) {
        return New-Object -TypeName PSObject -Property @{ AntivirusEnabled = $true }
    }
    return New-Object -TypeName PSObject -Property @{
        AMRunningMode             = $mode
        AMProductVersion          = [Microsoft.Win32.Registry]::GetValue($key, 'AMProductVersion', '')
        RealTimeProtectionEnabled = [bool] [Microsoft.Win32.Registry]::GetValue($key, 'RealTimeProtectionEnabled', 0)
    }
}

# Get-MpPreference with the one setting that a test wrote; it fails where Defender does not run.
# https://learn.microsoft.com/powershell/module/defender/get-mppreference
function Get-MpPreference {
    [CmdletBinding()]
    param()
    $consent = [Microsoft.Win32.Registry]::GetValue('HKEY_LOCAL_MACHINE\SOFTWARE\Garrison Test\Antivirus', 'SubmitSamplesConsent', $null)
    if ($null -eq $consent) {
        throw 'The extrinsic Method could not be executed. 0x800106ba'
    }
    return New-Object -TypeName PSObject -Property @{ SubmitSamplesConsent = [byte] $consent }
}
