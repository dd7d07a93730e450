package dev.garrison.mecm.offer;

/** Quotes text for PowerShell commands that people copy. */
public final class PowerShellText {
  private PowerShellText() {}

  /** Quotes text in single quotes and doubles those inside, so that nothing in it is expanded. */
  public static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
