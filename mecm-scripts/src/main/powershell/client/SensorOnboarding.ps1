<#
.SYNOPSIS
    What Install-DefenderForEndpoint.ps1 writes to onboard the sensor. That script loads this one.
.DESCRIPTION
    Microsoft signs the content of the value OnboardingInfo, and not the script of the portal that writes it. Garrison
    proves that content and stages it alone; what the portal's script does as SYSTEM is done here instead.
.LINK
    https://learn.microsoft.com/defender-endpoint/onboard-server
#>
$TracingKey = 'SYSTEM\CurrentControlSet\Control\WMI\Security'
$TracingProviders = @('14f8138e-3b61-580b-544b-2609378ae460', 'cb2ff72d-d4e4-585d-33f9-f3a395c40be7')
# Owner and group Administrators. SYSTEM everything but changing this list; who is signed in registers and logs.
$TracingRights = 'O:BAG:BAD:(A;;0x120fff;;;SY)(A;;0x1204e1;;;AU)'

# Lets the sensor's own events be recorded. Nothing is onboarded by it.
function Grant-SensorTracing {
    $rights = New-Object -TypeName System.Security.AccessControl.RawSecurityDescriptor -ArgumentList $TracingRights
    $bytes = New-Object -TypeName 'byte[]' -ArgumentList $rights.BinaryLength
    $rights.GetBinaryForm($bytes, 0)
    foreach ($provider in $TracingProviders) {
        $kind = [Microsoft.Win32.RegistryValueKind]::Binary
        [Microsoft.Win32.Registry]::SetValue("HKEY_LOCAL_MACHINE\$TracingKey", $provider, $bytes, $kind)
    }
    Write-Log -Message 'Tracing of the sensor allowed.'
}

# The sensor runs as a protected process under the certificate in Defender's early-launch driver. Windows may know it
# already; the portal's script does not look at the result either, for the sensor itself is proven at the end.
function Register-EarlyLaunchCertificate {
    $driver = "$env:SystemRoot\System32\drivers\WdBoot.sys"
    try {
        $member = '[DllImport("kernel32.dll", SetLastError = true)] public static extern bool ' +
            'InstallELAMCertificateInfo(Microsoft.Win32.SafeHandles.SafeFileHandle file);'
        $kernel = Add-Type -MemberDefinition $member -Name 'EarlyLaunch' -Namespace 'Garrison' -PassThru
        $file = [IO.File]::Open($driver, [IO.FileMode]::Open, [IO.FileAccess]::Read, [IO.FileShare]::Read)
        try {
            if (-not $kernel::InstallELAMCertificateInfo($file.SafeFileHandle)) {
                throw "error $([Runtime.InteropServices.Marshal]::GetLastWin32Error())"
            }
        } finally {
            $file.Dispose()
        }
        Write-Log -Message "The certificate in $driver is registered."
    } catch {
        Write-Log -Message "The certificate in $driver was not registered: $_" -Type 2
    }
}

# Read back before anything rests on it. The value is a secret: it is never logged.
function Set-OnboardingInfo {
    $text = Get-OnboardingText -Path $OnboardingFile
    try {
        $key = [Microsoft.Win32.Registry]::LocalMachine.CreateSubKey($PolicyKey)
        $key.DeleteValue($OffboardingName, $false)
        $key.SetValue('OnboardingInfo', $text, [Microsoft.Win32.RegistryValueKind]::String)
        $key.Close()
    } catch {
        Exit-Wrapper -Code $Leave.OnboardingFailed -Message "OnboardingInfo cannot be written: $_"
    }
    $written = [string] (Get-MachineValue -Key $PolicyKey -Name 'OnboardingInfo')
    if (($written -cne $text) -or ($null -ne (Get-MachineValue -Key $PolicyKey -Name $OffboardingName))) {
        Exit-Wrapper -Code $Leave.OnboardingFailed -Message 'OnboardingInfo was written and does not read back.'
    }
    Write-Log -Message "OnboardingInfo written from $OnboardingFile."
}

# Defender then knows at once that the server is onboarded. It would find out by itself.
function Update-DefenderEngine {
    $program = "$env:ProgramFiles\Windows Defender\MpCmdRun.exe"
    if (Test-Path -LiteralPath $program -PathType Leaf) {
        $null = Invoke-Program -Path $program -Arguments '-ReloadEngine' -Minutes 1
    }
}
