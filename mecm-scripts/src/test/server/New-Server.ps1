# Makes a folder of Wine a server, once: services, and whose files are used instead of Wine's.
param([string] $Parts)
$ErrorActionPreference = 'Stop'
$folder = 'C:\Garrison Test'
$null = New-Item -ItemType Directory -Path $folder -Force
Copy-Item -Path "$Parts\*.exe" -Destination $folder
# The drivers of Wine need its own kernel; only PowerShell looks at ours.
[Microsoft.Win32.Registry]::SetValue('HKEY_CURRENT_USER\Software\Wine\DllOverrides', 'msiexec.exe', 'native')
foreach ($name in @('ntoskrnl.exe', 'tdh')) {
    [Microsoft.Win32.Registry]::SetValue('HKEY_CURRENT_USER\Software\Wine\AppDefaults\pwsh.exe\DllOverrides', $name, 'native')
}
Copy-Item -Path "$folder\msiexec.exe" -Destination 'C:\windows\System32\msiexec.exe' -Force
Copy-Item -Path "$folder\powershell.exe" -Destination 'C:\windows\System32\WindowsPowerShell\v1.0\powershell.exe' -Force
# WinDefend runs from a file with the version of its platform.
$services = @{ Sense = 'service'; WinDefend = 'platform'; WdNisSvc = 'service'; ekrn = 'service'; xagt = 'service'; HealthService = 'service' }
foreach ($name in $services.Keys) {
    $null = New-Service -Name $name -BinaryPathName """$folder\$($services[$name]).exe""" -StartupType Manual
}
'The server is made.'
