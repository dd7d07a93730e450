package dev.garrison.files.acl;

import dev.garrison.digest.LegacyDigest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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

  /** The account whose list replaces what an owner may do by being the owner. */
  public static final Sid OWNER_RIGHTS = new Sid("S-1-3-4");

  /** The service that owns the files of Windows itself. */
  public static final Sid TRUSTED_INSTALLER = ofService("TrustedInstaller");

  /** The service {@code garrison}, whatever account it runs as. */
  public static final Sid GARRISON_SERVICE = ofService("garrison");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("S-1-1-0", "Everyone"),
          Map.entry("S-1-3-0", "Creator Owner"),
          Map.entry("S-1-3-1", "Creator Group"),
          Map.entry("S-1-3-4", "Owner Rights"),
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

  /**
   * Reads a SID in bytes (MS-DTYP 2.4.2.2).
   *
   * @param at where it begins; the order of the bytes is little-endian
   * @throws IndexOutOfBoundsException if it is cut off
   */
  public static Sid read(ByteBuffer bytes, int at) {
    long authority = 0;
    for (int i = 2; i < 8; i++) {
      authority = authority << 8 | Byte.toUnsignedLong(bytes.get(at + i));
    }
    StringBuilder text =
        new StringBuilder("S-").append(bytes.get(at)).append('-').append(authority);
    int count = Byte.toUnsignedInt(bytes.get(at + 1));
    for (int i = 0; i < count; i++) {
      text.append('-').append(Integer.toUnsignedString(bytes.getInt(at + 8 + 4 * i)));
    }
    return new Sid(text.toString());
  }

  /** The SID in bytes, as {@link #read} reads it. */
  public byte[] bytes() {
    String[] numbers = text.split("-", -1);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + 4 * (numbers.length - 3)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(Byte.parseByte(numbers[1])).put((byte) (numbers.length - 3));
    long authority = Long.parseLong(numbers[2]);
    for (int shift = 40; shift >= 0; shift -= 8) {
      bytes.put((byte) (authority >> shift));
    }
    for (int i = 3; i < numbers.length; i++) {
      bytes.putInt(Integer.parseUnsignedInt(numbers[i]));
    }
    return bytes.array();
  }

  /**
   * The SID of a Windows service, {@code NT SERVICE\NAME}. It is in the token of the service's
   * process if the service has a SID type (MS-DTYP 2.4.2.4, NT_SERVICE).
   */
  public static Sid ofService(String name) {
    byte[] digest =
        LegacyDigest.sha1(name.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_16LE));
    ByteBuffer numbers = ByteBuffer.wrap(digest).order(ByteOrder.LITTLE_ENDIAN);
    StringBuilder text = new StringBuilder("S-1-5-80");
    while (numbers.hasRemaining()) {
      text.append('-').append(Integer.toUnsignedString(numbers.getInt()));
    }
    return new Sid(text.toString());
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
