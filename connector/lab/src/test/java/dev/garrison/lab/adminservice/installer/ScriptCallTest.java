package dev.garrison.lab.adminservice.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of a script, as PowerShell takes or refuses them. */
final class ScriptCallTest {
  private static final String SCRIPT =
      """
      # A script.
      [CmdletBinding(PositionalBinding = $false)]
      param(
          # The tenant. Not [string] $Nobody.
          [string] $OrgId = '',
          [double] $UninstallMinutes = 30,
          [switch] $AllowRestart,
          [string] $LogPath = ''
      )
      function Set-It {
          param([string] $Inner)
      }
      """;

  @TempDir Path folder;

  private boolean isRefused(String words) throws IOException {
    Files.writeString(folder.resolve("r.ps1"), SCRIPT.replace("\n", "\r\n"));
    return ScriptCall.in("powershell.exe -NoProfile -File r.ps1" + words)
        .isRefused(Optional.of(folder));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " -OrgId a",
        " -orgid a -AllowRestart -LogPath \"C:\\the logs\\a.log\"",
        " -AllowRestart -OrgId -1"
      })
  void aCallWithParametersOfTheScriptIsTaken(String words) throws IOException {
    assertThat(isRefused(words)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " -Uninstall",
        " -OrgId a -Other b",
        " -Nobody a",
        " -Inner a",
        " -OrgId",
        " -OrgId -AllowRestart",
        " -OrgId a b",
        " -OrgId a -OrgId b",
        " -AllowRestart yes",
        " a"
      })
  void aCallThatPowerShellCannotBindIsRefused(String words) throws IOException {
    assertThat(isRefused(words)).isTrue();
  }

  @Test
  void aScriptThatIsNotThereOrStatesNoParametersTakesEveryWord() throws IOException {
    Files.writeString(folder.resolve("bare.ps1"), "exit");
    for (String script : new String[] {"bare.ps1", "away.ps1"}) {
      assertThat(
              ScriptCall.in("powershell.exe -File " + script + " -A b")
                  .isRefused(Optional.of(folder)))
          .isFalse();
    }
    assertThat(ScriptCall.in("setup.exe /quiet").isRefused(Optional.of(folder))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          powershell.exe -File m.ps1 -Antivirus passive,           passive
          powershell.exe -file "m.ps1" -ANTIVIRUS "passive",       passive
          powershell.exe -File m.ps1 -AntivirusProxy http://p:1,   -
          powershell.exe -File m.ps1 -Antivirus,                   -
          setup.exe -Antivirus passive,                            -
          """)
  void aValueIsTheWordAfterItsParameter(String command, String value) {
    assertThat(ScriptCall.in(command).value("Antivirus")).isEqualTo(Optional.ofNullable(value));
  }
}
