package dev.garrison.wsus.problem;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;

/** Diagnostics for problems with the sensor's updates on a server. */
public final class SensorProblems {
  /** English title of the product. Its ID is not published. */
  public static final String PRODUCT = "Microsoft Defender for Endpoint";

  private SensorProblems() {}

  /** No category is the product. */
  public static Diagnostic unknown(String server) {
    return Diagnostic.error(
        WsusCode.PRODUCT_NOT_THERE,
        Message.of("wsus-product.unknown", "server", server, "product", PRODUCT));
  }

  /** Several categories may be the product. */
  public static Diagnostic ambiguous(String server, int found) {
    return Diagnostic.error(
        WsusCode.PRODUCT_AMBIGUOUS,
        Message.of("wsus-product.ambiguous", "server", server, "count", found, "product", PRODUCT));
  }

  /** The groups do not form a tree. */
  public static Diagnostic groups(String server, String why) {
    return Diagnostic.error(
        WsusCode.GROUPS_NOT_UNDERSTOOD,
        Message.of("wsus-groups.no-tree", "server", server, "reason", why));
  }

  /** There are more updates than is plausible. */
  public static Diagnostic tooMany(String server, int found, int most) {
    return Diagnostic.error(
        WsusCode.TOO_MANY_UPDATES,
        Message.of("wsus-updates.too-many", "server", server, "count", found, "limit", most));
  }
}
