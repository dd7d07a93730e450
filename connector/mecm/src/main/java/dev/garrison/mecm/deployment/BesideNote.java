package dev.garrison.mecm.deployment;

import java.util.regex.Pattern;

/**
 * What a deployment of ours says of itself that sets an antivirus mode or writes settings beside
 * onboarding. By this it is told from one that onboards: it moves no server, and is on both routes.
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

  /** Whether a description is of a deployment that onboards nobody. */
  public static boolean isIn(String description) {
    return NOTE.matcher(description).matches();
  }
}
