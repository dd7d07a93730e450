package dev.garrison.fleet;

import java.util.Locale;

/** Compares the names of servers, as administrators and servers write them. */
public final class ServerName {
  private ServerName() {}

  /** Checks whether two names may be names of one server; a NetBIOS name contains no domain. */
  public static boolean same(String one, String other) {
    return key(one).equals(key(other));
  }

  /** Common part of a server's NetBIOS and full DNS names, in lower case. */
  public static String key(String name) {
    int dot = name.indexOf('.');
    return (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
  }
}
