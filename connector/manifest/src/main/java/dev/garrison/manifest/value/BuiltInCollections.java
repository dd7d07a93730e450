package dev.garrison.manifest.value;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Collections that come with Configuration Manager (Microsoft Learn, "Introduction to collections",
 * built-in collections). Their ids begin with {@code SMS}, those of a site's own with its site
 * code; SMS is among the site codes that Microsoft reserves.
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

  /** Whether the name or id, in any case, is one of them. */
  public static boolean contains(String collection) {
    return NAMES.contains(collection.toLowerCase(Locale.ROOT))
        || ID.matcher(collection.toUpperCase(Locale.ROOT)).matches();
  }

  /** Whether the name or id stands for every device of the site. */
  public static boolean isAllSystems(String collection) {
    return ALL_SYSTEMS.contains(collection.toLowerCase(Locale.ROOT));
  }
}
