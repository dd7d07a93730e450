package dev.garrison.fleet;

import java.util.Locale;

/** Names of servers as people and servers themselves write them. */
public final class ServerName {
  private ServerName() {}

  /** Whether they may name one server: one in NetBIOS form says nothing of a domain. */
  public static boolean same(String one, String other) {
    return key(one).equals(key(other));
  }

  /** What NetBIOS and full DNS name of a server have in common, in lower case. */
  public static String key(String name) {
    int dot = name.indexOf('.');
    return (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
  }
}
