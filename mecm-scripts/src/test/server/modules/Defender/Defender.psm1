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
