package dev.garrison.mecm.deployment;

import java.util.regex.Pattern;

/**
 * Descriptions of companion deployments, which set an antivirus mode or write settings. The
 * description distinguishes them from a deployment that onboards: they move no server, and exist
 * for both deployment methods.
 */
public final class BesideNote {
  private static final Pattern NOTE =
      Pattern.compile("(Antivirus (active|passive)|Settings) in ring .*");

  private BesideNote() {}

  /** The description of a deployment that sets a mode, without the mark. */
  public static String ofMode(String mode, String ring) {
    return "Antivirus " + mode + " in ring " + ring + ".";
  }

  /** The description of a deployment that writes settings, without the mark. */
  public static String ofSettings(String ring) {
    return "Settings in ring " + ring + ".";
  }

  /** Whether a description belongs to a deployment that onboards no server. */
  public static boolean isIn(String description) {
    return NOTE.matcher(description).matches();
  }
}
