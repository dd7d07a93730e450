package dev.garrison.manifest.value;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Collections that come with Configuration Manager.
 *
 * <p>Their ids begin with {@code SMS}; the ids of a site's own collections begin with its site
 * code. SMS is among the site codes that Microsoft reserves. Source: Microsoft Learn, "Introduction
 * to collections", built-in collections.
 */
public final class BuiltInCollections {
  private static final Pattern ID = Pattern.compile("SMS[0-9A-Z]{5}");
  private static final Set<String> ALL_SYSTEMS = Set.of("all systems", "sms00001");
  private static final Set<String> NAMES =
      Set.of(
          "all systems",
          "all desktop and server clients",
          "all mobile devices",
          "all unknown computers",
          "all users",
          "all user groups",
          "all users and user groups",
          "all custom resources",
          "co-management eligible devices");

  private BuiltInCollections() {}

  /** Whether the name or id, in upper or lower case, is that of a built-in collection. */
  public static boolean contains(String collection) {
    return NAMES.contains(collection.toLowerCase(Locale.ROOT))
        || ID.matcher(collection.toUpperCase(Locale.ROOT)).matches();
  }

  /** Whether the name or id is that of the collection of every device of the site. */
  public static boolean isAllSystems(String collection) {
    return ALL_SYSTEMS.contains(collection.toLowerCase(Locale.ROOT));
  }
}
