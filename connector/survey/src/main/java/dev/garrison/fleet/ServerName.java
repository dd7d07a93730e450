package dev.garrison.fleet;

import dev.garrison.diagnostic.NearestWord;
import dev.garrison.language.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares the names of servers, as administrators and servers write them. */
public final class ServerName {
  private ServerName() {}

  /** Checks whether two names may be names of one server; a NetBIOS name contains no domain. */
  public static boolean same(String one, String other) {
    return key(one).equals(key(other));
  }

  /** Names that none of the servers has, as clauses that end with the name that may be meant. */
  public static List<String> strangers(List<String> names, List<String> servers) {
    Map<String, String> known = new HashMap<>();
    servers.forEach(server -> known.put(key(server), server));
    return names.stream()
        .filter(name -> !known.containsKey(key(name)))
        .map(name ->
            NearestWord.to(key(name), known.keySet())
                .map(key ->
                    Text.of(
                        "server-name.meant", "server", name, "meant", known.getOrDefault(key, key)))
                .orElseGet(() -> Text.of("server-name.stranger", "server", name))
                .toString())
        .toList();
  }

  /** Common part of a server's NetBIOS and full DNS names, in lower case. */
  public static String key(String name) {
    int dot = name.indexOf('.');
    return (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
  }
}
