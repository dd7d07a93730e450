package dev.garrison.wsus.servers;

import dev.garrison.manifest.wsus.WsusServer;
import java.util.Locale;

/** Compares host names with and without a domain, because administrators often leave it out. */
public final class HostNames {
  private HostNames() {}

  /** Host in a server's address, in lower case. */
  public static String of(WsusServer server) {
    return server.url().getHost().toLowerCase(Locale.ROOT);
  }

  /** Checks whether one of two different names, in lower case, is the first part of the other. */
  public static boolean isShortFor(String one, String other) {
    return !one.isEmpty() && (other.startsWith(one + ".") || one.startsWith(other + "."));
  }
}
