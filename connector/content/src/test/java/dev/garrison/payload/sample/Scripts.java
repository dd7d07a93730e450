package dev.garrison.payload.sample;

import java.nio.charset.StandardCharsets;

/**
 * Scripts in the shape of the portal's: the same steps in the same order, in words of our own.
 *
 * @param reg how it calls reg
 * @param lineEnd of every line
 * @param local whether it asks a person first
 * @param onboards whether it onboards
 */
public record Scripts(String reg, String lineEnd, boolean local, boolean onboards) {
  public static final String OLD_REG = "REG";
  public static final String NEW_REG = "%windir%\\System32\\reg.exe";
  private static final String KEY =
      "\"HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection\"";

  /** As the portal makes them now. */
  public static final Scripts ONBOARDING = new Scripts(NEW_REG, "\r\n", false, true);

  public static final Scripts OFFBOARDING = new Scripts(NEW_REG, "\r\n", false, false);
  public static final Scripts LOCAL = new Scripts(NEW_REG, "\r\n", true, true);

  public byte[] bytes(String blob) {
    return text(blob).getBytes(StandardCharsets.ISO_8859_1);
  }

  public String text(String blob) {
    StringBuilder script = new StringBuilder("@echo off\n\n");
    if (local) {
      script.append(consent());
    }
    script.append(
        """
        echo Starting
        set errorCode=0
        net session >NUL 2>&1
        if %ERRORLEVEL% NEQ 0 (
            set errorCode=65
            GOTO ERROR
        )
        REG_PROGRAM query KEY_NAME /v OnboardingInfo /reg:64 > %TMP%\\senseTmp.txt 2>&1
        if %ERRORLEVEL% EQU 0 (
            REG_PROGRAM delete KEY_NAME /v 696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A /f > %TMP%\\senseTmp.txt 2>&1
        )

        REG_PROGRAM add KEY_NAME /v VALUE_NAME /t REG_SZ /f /d "THE_BLOB" >NUL 2>&1
        if %ERRORLEVEL% NEQ 0 (
            set errorCode=10
            GOTO ERROR
        )
        net start sense
        goto EXIT

        :ERROR
        Set /P errorMsg=<%TMP%\\senseTmp.txt
        echo %errorMsg%

        :EXIT
        if exist %TMP%\\senseTmp.txt del %TMP%\\senseTmp.txt
        """);
    if (local) {
      script.append("pause\n");
    }
    script.append("EXIT /B %errorCode%\n");
    return script
        .toString()
        .replace("REG_PROGRAM", reg)
        .replace("KEY_NAME", KEY)
        .replace("VALUE_NAME", onboards ? "OnboardingInfo" : "696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A")
        .replace("THE_BLOB", escaped(blob))
        .replace("\n", lineEnd);
  }

  private String consent() {
    return """
    :USER_CONSENT
    set /p shouldContinue= "Press (Y) to confirm and continue or (N) to cancel: "
    IF /I "%shouldContinue%"=="N" (
        EXIT /B 0
    )
    REG_PROGRAM add KEY_NAME /v latency /t REG_SZ /f /d "Demo" >NUL 2>&1
    """;
  }

  /** Inside quotation marks of a batch file, so that a Windows program gets the text. */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    int slashes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        slashes++;
        continue;
      }
      escaped.repeat('\\', c == '"' ? slashes * 2 + 1 : slashes);
      slashes = 0;
      escaped.append(c == '%' ? "%%" : String.valueOf(c));
    }
    return escaped.repeat('\\', slashes * 2).toString();
  }
}
