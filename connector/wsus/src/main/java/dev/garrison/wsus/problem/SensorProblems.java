package dev.garrison.wsus.problem;

import dev.garrison.diagnostic.Diagnostic;

/** Diagnostics for problems with the sensor's updates on a server. */
public final class SensorProblems {
  /** English title of the product. Its ID is not published. */
  public static final String PRODUCT = "Microsoft Defender for Endpoint";

  private static final String PROBE = "Run 'garrison wsus probe'.";

  private SensorProblems() {}

  /** No category is the product. */
  public static Diagnostic unknown(String server) {
    return Diagnostic.error(
        WsusCode.PRODUCT_NOT_THERE,
        "The server %s knows no product '%s'.".formatted(server, PRODUCT),
        PROBE);
  }

  /** Several categories may be the product. */
  public static Diagnostic ambiguous(String server, int found) {
    return Diagnostic.error(
        WsusCode.PRODUCT_AMBIGUOUS,
        "The server %s knows %d products '%s'.".formatted(server, found, PRODUCT),
        PROBE);
  }

  /** The groups do not form a tree. */
  public static Diagnostic groups(String server, String why) {
    return Diagnostic.error(
        WsusCode.GROUPS_NOT_UNDERSTOOD,
        "The computer groups of %s make no tree: %s.".formatted(server, why),
        "Run 'garrison wsus probe --report FILE' and report it.");
  }

  /** There are more updates than is plausible. */
  public static Diagnostic tooMany(String server, int found, int most) {
    return Diagnostic.error(
        WsusCode.TOO_MANY_UPDATES,
        "The server %s has %d updates of the sensor; more than %d are taken for a mistake."
            .formatted(server, found, most),
        "Run 'garrison wsus probe --report FILE' and report it.");
  }
}
