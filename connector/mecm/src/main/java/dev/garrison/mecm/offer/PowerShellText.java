package dev.garrison.mecm.offer;

/** Text in commands that people copy. */
public final class PowerShellText {
  private PowerShellText() {}

  /** In single quotes, those inside doubled: nothing in it is expanded. */
  public static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
