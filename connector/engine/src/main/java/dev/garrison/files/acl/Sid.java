package dev.garrison.files.acl;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Security identifier, which names an account independently of the language. Well-known ones:
 * MS-DTYP section 2.4.2.4.
 *
 * @param text such as {@code S-1-5-18}
 */
public record Sid(String text) {
  private static final Pattern FORM = Pattern.compile("S-1-[0-9]{1,15}(-[0-9]{1,10}){1,15}");

  /** The account SYSTEM. */
  public static final Sid SYSTEM = new Sid("S-1-5-18");

  /** The local group Administrators. */
  public static final Sid ADMINISTRATORS = new Sid("S-1-5-32-544");

  /** All accounts. */
  public static final Sid EVERYONE = new Sid("S-1-1-0");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("S-1-1-0", "Everyone"),
          Map.entry("S-1-3-0", "Creator Owner"),
          Map.entry("S-1-3-1", "Creator Group"),
          Map.entry("S-1-5-2", "Network"),
          Map.entry("S-1-5-4", "Interactive"),
          Map.entry("S-1-5-7", "Anonymous"),
          Map.entry("S-1-5-11", "Authenticated Users"),
          Map.entry("S-1-5-18", "SYSTEM"),
          Map.entry("S-1-5-32-544", "Administrators"),
          Map.entry("S-1-5-32-545", "Users"),
          Map.entry("S-1-5-32-546", "Guests"),
          Map.entry("S-1-5-32-547", "Power Users"));
  private static final Map<String, String> DOMAIN_NAMES =
      Map.of(
          "500", "Administrator",
          "501", "Guest",
          "512", "Domain Admins",
          "513", "Domain Users",
          "514", "Domain Guests",
          "515", "Domain Computers",
          "519", "Enterprise Admins");

  public Sid {
    if (!isOne(text)) {
      throw new IllegalArgumentException("not a security identifier: " + text);
    }
  }

  /** Whether the text has the form of a SID. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /** The well-known name with the identifier; otherwise the identifier alone. */
  public String described() {
    String name = NAMES.get(text);
    if (name == null && text.startsWith("S-1-5-21-")) {
      name = DOMAIN_NAMES.get(text.substring(text.lastIndexOf('-') + 1));
    }
    return name == null ? text : name + " (" + text + ")";
  }

  @Override
  public String toString() {
    return text;
  }
}
