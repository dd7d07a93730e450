package dev.garrison.engine.plan;

import dev.garrison.language.Text;

/**
 * Remarks of a plan are plain text, also where plans are kept. One that asks for an action says so
 * in its first words, so that every reader sees it, and a screen can show it apart.
 */
public final class Remark {
  private static final String ACTION = "Action needed: ";

  private Remark() {}

  /** The remark as one that asks for an action. */
  public static String action(String text) {
    return Text.of("change.action-needed", "text", text).toString();
  }

  /** Whether the remark asks for an action. */
  public static boolean isAction(String remark) {
    return remark.startsWith(ACTION);
  }

  /** The remark without the words that mark an action. */
  public static String text(String remark) {
    return isAction(remark) ? remark.substring(ACTION.length()) : remark;
  }
}
