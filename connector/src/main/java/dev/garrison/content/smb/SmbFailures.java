package dev.garrison.content.smb;

import dev.garrison.content.share.ContentShareException;
import dev.garrison.content.share.ContentShareException.Kind;
import dev.garrison.content.share.SmbStatus;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import jcifs.smb.NtStatus;
import jcifs.smb.SmbAuthException;
import jcifs.smb.SmbException;

/**
 * What a failure of jcifs-ng means. What has no status is told by the class or, for signatures and
 * dialects, by the message of jcifs-ng 2.1.10.
 */
final class SmbFailures {
  /** Something that talks to the share. */
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws IOException, InterruptedException;
  }

  private final BooleanSupplier encryptionDemanded;

  /** Once a request has been answered, silence means that the share went away. */
  private volatile boolean reached;

  SmbFailures(BooleanSupplier encryptionDemanded) {
    this.encryptionDemanded = encryptionDemanded;
  }

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
      if (kind == Kind.ACCESS_DENIED && !reached && encryptionDemanded.getAsBoolean()) {
        kind = Kind.ENCRYPTION_DEMANDED;
      }
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
      if (message.contains("ignature v") || message.contains("igning ")) {
        return Kind.SIGNING_REFUSED;
      }
      if (message.contains("not compatible with the server")) {
        return Kind.PROTOCOL_TOO_OLD;
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
    return SmbStatus.kind(failure.getNtStatus(), reached)
        .orElse(failure instanceof SmbAuthException ? Kind.LOGON_FAILED : Kind.OTHER);
  }

  private static String detail(Kind kind, IOException failure) {
    return switch (kind) {
      case OTHER, GONE, UNREACHABLE, LOGON_FAILED, RIGHTS_NOT_KEPT -> innermost(failure);
      case NOT_FOUND,
          ACCESS_DENIED,
          FULL,
          READ_ONLY,
          SIGNING_REFUSED,
          ENCRYPTION_DEMANDED,
          PROTOCOL_TOO_OLD,
          RIGHTS_UNSUPPORTED,
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
