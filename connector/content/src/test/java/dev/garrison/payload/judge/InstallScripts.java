package dev.garrison.payload.judge;

/** A script with the parameters of install.ps1, which does nothing. */
public final class InstallScripts {
  private InstallScripts() {}

  /** With lines that end as Microsoft's do. */
  public static String current() {
    return """
    <# Installs md4ws.msi; a sample. #>
    param(
        [Parameter(ParameterSetName = 'install')]
        [guid] $RemoveMMA,
        [Parameter(ParameterSetName = 'install')]
        [string] $OnboardingScript,
        [Parameter(ParameterSetName = 'uninstall', Mandatory)]
        [switch] $Uninstall,
        [switch] $Passive,
        [switch] $NoMSILog,
        [switch] $NoEtl,
        [hashtable] $ExtraWebRequestOptions)

    function Get-Trace { param([string] $Inner) $Inner }
    exit 0
    """
        .replace("\n", "\r\n");
  }
}
