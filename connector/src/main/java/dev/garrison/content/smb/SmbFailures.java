package dev.garrison.content.smb;

import dev.garrison.content.share.ContentShareException;
import dev.garrison.content.share.ContentShareException.Kind;
import java.io.IOException;
import jcifs.smb.NtStatus;
import jcifs.smb.SmbAuthException;
import jcifs.smb.SmbException;

/**
 * What a failure of jcifs-ng means. Status values: MS-ERREF section 2.3.1. What has no status is
 * told by the class or, for signatures, by the message of jcifs-ng 2.1.10.
 */
final class SmbFailures {
  private static final int QUOTA_EXCEEDED = 0xC0000044;
  private static final int FILE_CLOSED = 0xC0000128;
  private static final int MEDIA_WRITE_PROTECTED = 0xC00000A2;
  private static final int CONNECTION_DISCONNECTED = 0xC000020C;
  private static final int USER_SESSION_DELETED = 0xC0000203;
  private static final int NETWORK_SESSION_EXPIRED = 0xC000035C;

  /** Something that talks to the share. */
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws IOException, InterruptedException;
  }

  /** Once a request has been answered, silence means that the share went away. */
  private volatile boolean reached;

  <T> T during(String doing, String path, Attempt<T> attempt) {
    try {
      T result = attempt.run();
      reached = true;
      return result;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ContentShareException(Kind.INTERRUPTED, doing, path, "", e);
    } catch (IOException e) {
      Kind kind = kind(e);
      reached |= kind != Kind.UNREACHABLE && kind != Kind.LOGON_FAILED;
      throw new ContentShareException(kind, doing, path, detail(kind, e), e);
    }
  }

  private Kind kind(IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        return Kind.INTERRUPTED;
      }
      String message = String.valueOf(cause.getMessage());
      if (message.contains("ignature v")
          || message.contains("igning ")
          || message.contains("not compatible with the server")) {
        return Kind.SIGNING_REFUSED;
      }
    }
    return failure instanceof SmbException answered && !silent(answered) ? kind(answered) : lost();
  }

  /** jcifs-ng gives "unsuccessful" with a text of its own when there was no answer at all. */
  private static boolean silent(SmbException failure) {
    int status = failure.getNtStatus();
    return status == NtStatus.NT_STATUS_OK
        || (status == NtStatus.NT_STATUS_UNSUCCESSFUL
            && !SmbException.getMessageByCode(status).equals(failure.getMessage()));
  }

  private Kind lost() {
    return reached ? Kind.GONE : Kind.UNREACHABLE;
  }

  private Kind kind(SmbException failure) {
    return switch (failure.getNtStatus()) {
      case NtStatus.NT_STATUS_OBJECT_NAME_NOT_FOUND,
          NtStatus.NT_STATUS_OBJECT_PATH_NOT_FOUND,
          NtStatus.NT_STATUS_NO_SUCH_FILE,
          NtStatus.NT_STATUS_NOT_FOUND ->
          Kind.NOT_FOUND;
      case NtStatus.NT_STATUS_BAD_NETWORK_NAME -> reached ? Kind.GONE : Kind.NOT_FOUND;
      case NtStatus.NT_STATUS_ACCESS_DENIED,
          NtStatus.NT_STATUS_NETWORK_ACCESS_DENIED,
          NtStatus.NT_STATUS_CANNOT_DELETE ->
          Kind.ACCESS_DENIED;
      case NtStatus.NT_STATUS_DISK_FULL, QUOTA_EXCEEDED -> Kind.FULL;
      case MEDIA_WRITE_PROTECTED -> Kind.READ_ONLY;
      case NtStatus.NT_STATUS_NETWORK_NAME_DELETED,
          CONNECTION_DISCONNECTED,
          USER_SESSION_DELETED,
          NETWORK_SESSION_EXPIRED,
          FILE_CLOSED,
          NtStatus.NT_STATUS_INVALID_HANDLE ->
          Kind.GONE;
      case NtStatus.NT_STATUS_SHARING_VIOLATION, NtStatus.NT_STATUS_DELETE_PENDING -> Kind.HELD;
      case NtStatus.NT_STATUS_OBJECT_NAME_COLLISION -> Kind.EXISTS;
      default -> failure instanceof SmbAuthException ? Kind.LOGON_FAILED : Kind.OTHER;
    };
  }

  private static String detail(Kind kind, IOException failure) {
    return switch (kind) {
      case OTHER, GONE, UNREACHABLE, LOGON_FAILED -> innermost(failure);
      case NOT_FOUND,
          ACCESS_DENIED,
          FULL,
          READ_ONLY,
          SIGNING_REFUSED,
          HELD,
          EXISTS,
          DIGEST_DIFFERS,
          SOURCE_UNREADABLE,
          INTERRUPTED ->
          "";
    };
  }

  private static String innermost(Throwable failure) {
    Throwable cause = failure;
    for (Throwable next = cause.getCause(); next != null; next = next.getCause()) {
      cause = next;
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message.strip();
  }
}
