<#
.SYNOPSIS
    Runs Microsoft's install.ps1 so that Windows Installer cannot restart the server.
.DESCRIPTION
    install.ps1 starts msiexec.exe without /norestart, and no parameter adds it, so an installation that asks for a
    restart may begin one at once. It calls Start-Process by its name, and PowerShell finds a function of the caller
    before the cmdlet: the function here adds /norestart for msiexec.exe and passes everything else on. install.ps1 stays
    as Microsoft signed it, and its exit code is handed on.

    Install-DefenderForEndpoint.ps1 starts it, and keeps what it says. One that calls the installer in another way is
    refused before it runs. Exit codes are in docs/reference/server-scripts.md of Garrison.
.LINK
    https://learn.microsoft.com/windows/win32/msi/reboot
.LINK
    https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_command_precedence
#>
param(
    # The whole path of Microsoft's install.ps1.
    [string] $InstallScript = '',
    # No log of Windows Installer: where install.ps1 cannot write beside itself.
    [switch] $NoMsiLog,
    # FORCEPASSIVEMODE=1 for Windows Installer.
    [switch] $Passive
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

# Application control (WDAC, AppLocker) lets an untrusted script start and then forbids most of what it does.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    Write-Output 'Application control restricts this script. Sign it with a certificate that your policy trusts.'
    exit 20013
}
foreach ($path in @((Join-Path -Path $PSScriptRoot -ChildPath 'InstallCall.ps1'), $InstallScript)) {
    if (($path -eq '') -or (-not (Test-Path -LiteralPath $path -PathType Leaf))) {
        Write-Output "'$path' is missing."
        exit 20009
    }
}
. (Join-Path -Path $PSScriptRoot -ChildPath 'InstallCall.ps1')
if (-not (Test-InstallCall -Path $InstallScript)) {
    Write-Output "$InstallScript starts Windows Installer in a way that is not known here. It was not run."
    exit 20015
}

# What install.ps1 gives its only call, by the names of the cmdlet.
function Start-Process {
    param(
        [string] $FilePath,
        [string[]] $ArgumentList,
        [string] $WorkingDirectory,
        [string] $RedirectStandardOutput,
        [string] $RedirectStandardError,
        [switch] $NoNewWindow,
        [switch] $PassThru,
        [switch] $Wait
    )
    if ([IO.Path]::GetFileName($FilePath) -eq 'msiexec.exe') {
        $PSBoundParameters['ArgumentList'] = @($ArgumentList) + '/norestart'
        [Console]::WriteLine("$FilePath gets /norestart.")
    }
    Microsoft.PowerShell.Management\Start-Process @PSBoundParameters
}

# Tracing registers a scheduled task and may ask for a password: never unattended.
$switches = @{ NoEtl = $true; NoMSILog = $NoMsiLog; Passive = $Passive }
# install.ps1 is not written for strict mode, and decides itself which errors end it.
Set-StrictMode -Off
$ErrorActionPreference = 'Continue'
$global:LASTEXITCODE = $null
& $InstallScript @switches
# It ends without "exit" when all went well; then the code is of some program that it ran. Without any code it did not run,
# as where a policy demands signed scripts and does not trust Microsoft's certificate.
$well = $?
$code = $LASTEXITCODE
if ($well) {
    exit 0
}
if (-not $code) {
    exit 1
}
exit $code
