package dev.garrison.share;

import dev.garrison.share.ContentShareException.Kind;
import java.util.Optional;

/** Meaning of an SMB server's status, for any SMB library. Values: MS-ERREF 2.3.1. */
public final class SmbStatus {
  /** Status of a failed deletion of a folder that is not empty. */
  public static final int DIRECTORY_NOT_EMPTY = 0xC0000101;

  private SmbStatus() {}

  /**
   * The kind of failure; empty for a status without a specific meaning.
   *
   * @param reached whether the share has answered before: then it became unavailable, and is not
   *     wrong
   */
  public static Optional<Kind> kind(int status, boolean reached) {
    return Optional.ofNullable(
        switch (status) {
          // OBJECT_NAME_NOT_FOUND, OBJECT_PATH_NOT_FOUND, NO_SUCH_FILE, NOT_FOUND
          case 0xC0000034, 0xC000003A, 0xC000000F, 0xC0000225 -> Kind.NOT_FOUND;
          // BAD_NETWORK_NAME
          case 0xC00000CC -> reached ? Kind.GONE : Kind.NOT_FOUND;
          // ACCESS_DENIED, NETWORK_ACCESS_DENIED, CANNOT_DELETE
          case 0xC0000022, 0xC00000CA, 0xC0000121 -> Kind.ACCESS_DENIED;
          // DISK_FULL, QUOTA_EXCEEDED
          case 0xC000007F, 0xC0000044 -> Kind.FULL;
          // MEDIA_WRITE_PROTECTED
          case 0xC00000A2 -> Kind.READ_ONLY;
          // NETWORK_NAME_DELETED, CONNECTION_DISCONNECTED, USER_SESSION_DELETED,
          // NETWORK_SESSION_EXPIRED, FILE_CLOSED, INVALID_HANDLE
          case 0xC00000C9, 0xC000020C, 0xC0000203, 0xC000035C, 0xC0000128, 0xC0000008 -> Kind.GONE;
          // SHARING_VIOLATION, DELETE_PENDING
          case 0xC0000043, 0xC0000056 -> Kind.HELD;
          // OBJECT_NAME_COLLISION
          case 0xC0000035 -> Kind.EXISTS;
          default -> null;
        });
  }
}
