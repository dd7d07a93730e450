package dev.garrison.rollout;

import java.util.regex.Pattern;

/**
 * What a deployment of ours says of itself that sets an antivirus mode. By this it is told from one
 * that onboards: it moves no server, and is on both routes.
 */
public final class ModeNote {
  private static final Pattern NOTE = Pattern.compile("Antivirus (active|passive) in ring .*");

  private ModeNote() {}

  /** The description, without the mark. */
  public static String describing(String mode, String ring) {
    return "Antivirus " + mode + " in ring " + ring + ".";
  }

  /** Whether a description is one. */
  public static boolean isIn(String description) {
    return NOTE.matcher(description).matches();
  }
}
