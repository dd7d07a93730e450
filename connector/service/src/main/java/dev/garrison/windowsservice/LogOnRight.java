package dev.garrison.windowsservice;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.garrison.files.acl.Sid;
import dev.garrison.foreign.WideText;
import dev.garrison.language.Text;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * The right "Log on as a service" of accounts, in the policy of this computer.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows/win32/api/ntsecapi/nf-ntsecapi-lsaaddaccountrights">LsaAddAccountRights</a>
 */
@SuppressWarnings("restricted") // a library of C is trusted as a whole
final class LogOnRight implements AutoCloseable {
  private static final String RIGHT = "SeServiceLogonRight";
  private static final int VIEW_LOOKUP_AND_CREATE = 0x1 | 0x10 | 0x800;
  private static final int HAS_NO_RIGHTS = 0xC0000034;
  private static final int UNICODE_STRING = 16;
  private static final int LONGEST_LIST = 1000;

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment policy;

  LogOnRight() {
    MemorySegment handle = arena.allocate(ADDRESS);
    MemorySegment attributes = arena.allocate(48, 8);
    require(
        Text.of("windows-service.do-policy"),
        ServiceFunctions.OPEN_POLICY
            .call(MemorySegment.NULL, attributes, VIEW_LOOKUP_AND_CREATE, handle)
            .number());
    policy = handle.get(ADDRESS, 0);
  }

  /** Whether the account itself was given the right; a group of it may have it too. */
  boolean has(Sid account) {
    MemorySegment place = arena.allocate(ADDRESS);
    MemorySegment count = arena.allocate(JAVA_INT);
    int status = ServiceFunctions.RIGHTS.call(policy, bytes(account), place, count).number();
    if (status == HAS_NO_RIGHTS) {
      return false;
    }
    require(Text.of("windows-service.do-read-rights", "account", account), status);
    MemorySegment rights = place.get(ADDRESS, 0);
    try {
      int length = Math.min(count.get(JAVA_INT, 0), LONGEST_LIST);
      MemorySegment list = rights.reinterpret((long) UNICODE_STRING * length);
      for (int i = 0; i < length; i++) {
        if (text(list.asSlice((long) UNICODE_STRING * i)).equals(RIGHT)) {
          return true;
        }
      }
      return false;
    } finally {
      require(Text.of("windows-service.do-free"), ServiceFunctions.FREE.call(rights).number());
    }
  }

  private static String text(MemorySegment string) {
    int bytes = Short.toUnsignedInt(string.get(JAVA_SHORT, 0));
    return new String(
        string.get(ADDRESS, 8).reinterpret(bytes).toArray(JAVA_BYTE), StandardCharsets.UTF_16LE);
  }

  /** Gives the right. */
  void give(Sid account) {
    MemorySegment string = arena.allocate(UNICODE_STRING, 8);
    string.set(JAVA_SHORT, 0, (short) (2 * RIGHT.length()));
    string.set(JAVA_SHORT, 2, (short) (2 * RIGHT.length() + 2));
    string.set(ADDRESS, 8, WideText.write(arena, RIGHT));
    require(
        Text.of("windows-service.do-allow", "account", account),
        ServiceFunctions.ADD_RIGHTS.call(policy, bytes(account), string, 1).number());
  }

  private MemorySegment bytes(Sid account) {
    return arena.allocateFrom(JAVA_BYTE, account.bytes());
  }

  private static void require(Text operation, int status) {
    if (status != 0) {
      throw ServiceRefusal.refused(operation, ServiceFunctions.WIN_ERROR.call(status).number());
    }
  }

  @Override
  public void close() {
    try (arena) {
      require(
          Text.of("windows-service.do-close-policy"),
          ServiceFunctions.CLOSE_POLICY.call(policy).number());
    }
  }
}
