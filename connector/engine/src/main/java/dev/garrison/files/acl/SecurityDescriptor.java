package dev.garrison.files.acl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Security descriptor in the bytes that Windows stores and returns.
 *
 * @see <a
 *     href="https://learn.microsoft.com/openspecs/windows_protocols/ms-dtyp/7d4dac05-9cef-4563-a058-f108abecce1d">MS-DTYP
 *     2.4.6, self-relative form</a>
 */
public final class SecurityDescriptor {
  private static final int SELF_RELATIVE = 0x8000;
  private static final int LIST_PRESENT = 0x4;
  private static final int LIST_PROTECTED = 0x1000;
  private static final int ALLOWED = 0;
  private static final int DENIED = 1;
  private static final int ALLOWED_UNDER_A_CONDITION = 9;

  private final ByteBuffer bytes;

  private SecurityDescriptor(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Owner and access list in a descriptor. Without a list everyone may do everything (MS-DTYP
   * 2.4.5), and so the result says. An entry under a condition counts as one without.
   *
   * @throws IllegalArgumentException if the bytes are no such descriptor, name no owner, or have an
   *     entry of another type than "allow" and "deny"
   */
  public static AccessList parse(byte[] bytes) {
    try {
      return new SecurityDescriptor(bytes).list();
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the security descriptor is cut off", e);
    }
  }

  private AccessList list() {
    int control = Short.toUnsignedInt(bytes.getShort(2));
    int owner = bytes.getInt(4);
    int list = bytes.getInt(16);
    if (bytes.get(0) != 1 || (control & SELF_RELATIVE) == 0) {
      throw new IllegalArgumentException("the security descriptor has another form");
    }
    if (owner == 0) {
      throw new IllegalArgumentException("the security descriptor names no owner");
    }
    return new AccessList(
        Sid.read(bytes, owner),
        (control & LIST_PROTECTED) != 0,
        (control & LIST_PRESENT) == 0 || list == 0 ? List.of(everything()) : entries(list));
  }

  private static AccessEntry everything() {
    return AccessEntry.everywhere(Sid.EVERYONE, AccessEntry.FULL);
  }

  private List<AccessEntry> entries(int list) {
    int count = Short.toUnsignedInt(bytes.getShort(list + 4));
    List<AccessEntry> entries = new ArrayList<>();
    int at = list + 8;
    for (int i = 0; i < count; i++) {
      entries.add(entry(at));
      at += Short.toUnsignedInt(bytes.getShort(at + 2));
    }
    return entries;
  }

  private AccessEntry entry(int at) {
    int type = Byte.toUnsignedInt(bytes.get(at));
    if (type != ALLOWED && type != DENIED && type != ALLOWED_UNDER_A_CONDITION) {
      throw new IllegalArgumentException("an access entry of type " + type + " is unknown");
    }
    return new AccessEntry(
        type != DENIED,
        Byte.toUnsignedInt(bytes.get(at + 1)),
        Integer.toUnsignedLong(bytes.getInt(at + 4)),
        Sid.read(bytes, at + 8));
  }
}
