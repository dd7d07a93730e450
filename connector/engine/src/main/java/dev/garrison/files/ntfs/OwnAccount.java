package dev.garrison.files.ntfs;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.garrison.files.acl.Sid;
import dev.garrison.foreign.ForeignFunction.Result;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

/**
 * Account that runs this process.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows/win32/api/winnt/ns-winnt-token_user">TOKEN_USER</a>
 */
@SuppressWarnings("restricted") // a library of C is trusted as a whole
final class OwnAccount {
  private static final int TOKEN_QUERY = 0x8;
  private static final int TOKEN_USER = 1;

  /** Enough for TOKEN_USER with the longest SID, which has 68 bytes. */
  private static final int SIZE = 256;

  private static final int LONGEST_SID = 68;

  static final Sid SID = told();

  private OwnAccount() {}

  private static Sid told() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment token = arena.allocate(ADDRESS);
      require(
          Functions.OPEN_PROCESS_TOKEN.call(
              Functions.GET_CURRENT_PROCESS.call().address(), TOKEN_QUERY, token));
      MemorySegment handle = token.get(ADDRESS, 0);
      try {
        MemorySegment user = arena.allocate(SIZE, 8);
        require(
            Functions.GET_TOKEN_INFORMATION.call(
                handle, TOKEN_USER, user, SIZE, arena.allocate(JAVA_INT)));
        MemorySegment sid = user.get(ADDRESS, 0).reinterpret(LONGEST_SID);
        int length =
            8 + 4 * Byte.toUnsignedInt(sid.get(java.lang.foreign.ValueLayout.JAVA_BYTE, 1));
        return Sid.read(sid.asSlice(0, length).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN), 0);
      } finally {
        require(Functions.CLOSE_HANDLE.call(handle));
      }
    }
  }

  private static void require(Result result) {
    if (result.number() == 0) {
      throw new IllegalStateException(
          "Windows does not tell who runs this process (error " + result.error() + ")");
    }
  }
}
