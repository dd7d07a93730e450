package dev.garrison.payload.onboarding.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.payload.onboarding.script.ScriptCommands.Unknown;
import dev.garrison.payload.sample.Scripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a script beside what published ones have. */
final class ScriptCommandsTest {
  private static final String BLOB = "{\"body\":\"{\\\"orgId\\\":\\\"x\\\"}\"}";

  @Test
  void aScriptInTheShapeOfThePortalsHasNothingUnknown() {
    for (String reg : new String[] {Scripts.OLD_REG, Scripts.NEW_REG}) {
      for (boolean local : new boolean[] {true, false}) {
        for (boolean onboards : new boolean[] {true, false}) {
          assertThat(ScriptCommands.unknown(new Scripts(reg, "\r\n", local, onboards).text(BLOB)))
              .isEmpty();
        }
      }
    }
  }

  /** One of each form that published scripts of 2020 to 2026 have; the long ones by digest. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@echo off",
        "echo.",
        "echo power state (plugged in vs. battery powered).",
        ":USER_CONSENT",
        "set /p shouldContinue= \"Press (Y) to confirm and continue or (N) to cancel and exit: \"",
        "IF /I \"%shouldContinue%\"==\"N\" (",
        "\tGOTO CLEANUP",
        "IF [%PROCESSOR_ARCHITEW6432%] EQU [] (",
        "  set powershellPath=%windir%\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
        ") ELSE (",
        "%windir%\\System32\\net.exe session >NUL 2>&1",
        "\t@echo Script is running with insufficient privileges> %WINDIR%\\temp\\senseTmp.txt",
        "reg add HKLM\\SYSTEM\\CurrentControlSet\\Control\\WMI\\Security /v 14f8138e-3b61-580b-544b-2609378ae460 /t REG_BINARY /d %sdbin% /f >NUL 2>&1",
        "REG add \"HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\DataCollection\" /v DisableEnterpriseAuthProxy /t REG_DWORD /f /d 1 >NUL 2>&1",
        "REG query \"HKLM\\SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status\" /v OnboardingState /reg:64 | find /i \"0x1\" >NUL 2>&1",
        "sc query \"SENSE\" | find /i \"RUNNING\" >NUL 2>&1",
        "if %ERRORLEVEL% EQU 0 GOTO RUNNING",
        "net start sense > %TMP%\\senseTmp.txt 2>&1",
        "Set /P errorMsg=<%TMP%\\senseTmp.txt",
        "set \"errorOutput=[Error Id: %errorCode%] %errorDescription% Error message: %errorMsg%\"",
        "eventcreate /l Application /so WDATPOnboarding /t Error /id %errorCode% /d \"%errorOutput%\" >NUL 2>&1",
        "\tset /a counter=%counter%+1",
        "\t%windir%\\System32\\timeout.exe 10 >NUL 2>&1",
        "\"%PROGRAMFILES%\\Windows Defender\\MpCmdRun.exe\" -ReloadEngine >NUL 2>&1",
        "if exist %TMP%\\senseTmp.txt del %TMP%\\senseTmp.txt",
        "EXIT /B %errorCode%",
        "set sdbin=0100048044000000540000000000000014000000020030000200000000001400FF0F120001010000000000051200000000001400E104120001010000000000050B0000000102000000000005200000002002000001020000000000052000000020020000 >NUL 2>&1"
      })
  void whatPublishedScriptsDoIsKnown(String line) {
    assertThat(ScriptCommands.unknown(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "net user evil /add",
        "net start sense2",
        "net session & net user evil /add",
        "echo ready && calc",
        "echo ready | calc",
        "if exist x net user evil /add",
        "if not \"a\"==\"b\" (calc)",
        ") else calc",
        "((((((((((calc",
        "@calc",
        "call other.cmd",
        "for %%i in (a b) do %%i",
        "powershell -EncodedCommand AAAA",
        "%powershellPath% -ExecutionPolicy Bypass -NoProfile -Command \"Add-Type 'x'\"",
        "%ComSpec% /c calc",
        "set PATH=C:\\evil",
        "set powershellPath=C:\\evil\\powershell.exe",
        "set sdbin=0100",
        "set \"errorCode=1&calc\"",
        "echo x > C:\\Windows\\x.cmd",
        "echo x > %TMP%\\senseTmp.txt.cmd",
        "echo ^& calc",
        "echo x >& calc",
        "del C:\\x",
        "reg delete HKLM\\SOFTWARE /f",
        "reg add \"HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender\" /v DisableAntiSpyware /t REG_DWORD /d 1 /f",
        "reg add \"HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\DataCollection\" /v DisableEnterpriseAuthProxy /t REG_DWORD /f /d 0",
        "C:\\evil\\net.exe session",
        "mpcmdrun.exe -removedefinitions -all"
      })
  void whatNoPublishedScriptDoesIsTold(String line) {
    assertThat(ScriptCommands.unknown("@echo off\r\n" + line + "\r\nEXIT /B 0"))
        .singleElement()
        .extracting(Unknown::line)
        .isEqualTo(2);
  }

  @Test
  void theCommandIsToldUpToWhereABlobCouldBegin() {
    assertThat(ScriptCommands.unknown("net user evil /add\nupload {\"body\":\"secret\"}"))
        .containsExactly(new Unknown(1, "net user evil /add"), new Unknown(2, "upload..."));
    assertThat(ScriptCommands.unknown("calc " + "a\u202e".repeat(50)))
        .containsExactly(new Unknown(1, "calc " + "a?".repeat(27) + "a..."));
  }

  @Test
  void aLongLineOfAnythingIsReadInOnePass() {
    for (String part : new String[] {"(", "if ", "\"", "> ", "2>&1 ", "&", " ", "else ", "{"}) {
      assertThat(ScriptCommands.unknown(part.repeat(200_000))).hasSizeLessThanOrEqualTo(1);
    }
  }
}
