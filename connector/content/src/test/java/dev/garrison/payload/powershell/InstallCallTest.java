package dev.garrison.payload.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.payload.judge.InstallScripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a caller of install.ps1 can keep Windows Installer from restarting a server. */
final class InstallCallTest {
  private static final String SCRIPT =
      """
      <# It runs msiexec.exe, and "msiexec.exe" as well. #>
      param([switch] $Passive)
      # & msiexec /i md4ws.msi
      function Measure-Process {
          param ([string] $FilePath, [string[]] $ArgumentList)
          $startParams = @{
              FilePath = $FilePath
              Wait     = $true
          }
          if ($ArgumentList) {
              $startParams.ArgumentList = $ArgumentList
          }
          Use-Object ($proc = Start-Process @startParams) { $proc.ExitCode }
      }

      function Get-Table {
          $installer = New-Object -ComObject:WindowsInstaller.Installer
      }
      $code = Measure-Process -FilePath:$((Get-Command 'wusa.exe').Path) -ArgumentList:@('x') -PassThru
      $code = Measure-Process -FilePath:$((Get-Command 'msiexec.exe').Path) -ArgumentList:$arguments -PassThru
      """;

  @Test
  void aCallByNameIsRecognised() {
    assertThat(InstallCall.isRecognised(SCRIPT)).isTrue();
    assertThat(InstallCall.isRecognised(SCRIPT.replace("\n", "\r\n"))).isTrue();
  }

  @Test
  void aScriptThatStartsNothingRestartsNothing() {
    assertThat(InstallCall.isRecognised(InstallScripts.current())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Start-Process @startParams|Microsoft.PowerShell.Management\\Start-Process @startParams",
        "Start-Process @startParams|Start-Process -FilePath $FilePath",
        "Start-Process @startParams|[Diagnostics.Process]::Start($FilePath)",
        "function Measure-Process|function Invoke-Process",
        "$startParams.ArgumentList = $ArgumentList|$startParams.Arguments = $ArgumentList",
        "FilePath = $FilePath|Path = $FilePath",
        "Measure-Process -FilePath:$((Get-Command 'msiexec.exe').Path) -ArgumentList:$arguments|& 'msiexec.exe' $arguments",
        "$code = Measure-Process -FilePath:$((Get-Command 'msiexec.exe')|Start-Process msiexec.exe; $code = Measure-Process -FilePath:$((Get-Command 'msiexec.exe')",
        "Get-Table {|Get-Table { $installer.InstallProduct('md4ws.msi');"
      })
  void anyOtherCallIsNot(String call, String other) {
    assertThat(SCRIPT).contains(call);
    assertThat(InstallCall.isRecognised(SCRIPT.replace(call, other))).isFalse();
  }
}
