package dev.garrison.rollout;

import java.util.regex.Pattern;

/**
 * What a deployment of ours says of itself that sets an antivirus mode. By this it is told from one
 * that onboards: it moves no server, and is on both routes.
 */
public final class ModeNote {
  private static final String SETTINGS = "Settings in ring ";
  private static final Pattern NOTE = Pattern.compile("Antivirus (active|passive) in ring .*");

  private ModeNote() {}

  /** The description, without the mark. */
  public static String describing(String mode, String ring) {
    return "Antivirus " + mode + " in ring " + ring + ".";
  }

  /** The description of a deployment that writes settings, without the mark. */
  public static String describingSettings(String ring) {
    return SETTINGS + ring + ".";
  }

  /** Whether a description is of a deployment that onboards nobody. */
  public static boolean isBesideOnboarding(String description) {
    return isIn(description) || description.startsWith(SETTINGS);
  }

  /** Whether a description is one. */
  public static boolean isIn(String description) {
    return NOTE.matcher(description).matches();
  }
}
