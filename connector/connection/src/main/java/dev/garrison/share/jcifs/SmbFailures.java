package dev.garrison.share.jcifs;

import dev.garrison.language.Text;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.SmbStatus;
import dev.garrison.share.transfer.Attempts;
import dev.garrison.share.transfer.FailureWords;
import java.util.function.BooleanSupplier;
import jcifs.smb.NtStatus;
import jcifs.smb.SmbAuthException;
import jcifs.smb.SmbException;

/**
 * Classifies the failures of jcifs-ng. A failure without a status is recognized by its class or,
 * for signatures and dialects, by the message of jcifs-ng 2.1.10.
 */
final class SmbFailures implements FailureWords {
  private final BooleanSupplier encryptionDemanded;

  SmbFailures(BooleanSupplier encryptionDemanded) {
    this.encryptionDemanded = encryptionDemanded;
  }

  @Override
  public boolean concerns(RuntimeException failure) {
    return false;
  }

  /** Returns false, because jcifs-ng reconnects itself with the next request. */
  @Override
  public boolean connectionLost(ContentShareException failure) {
    return false;
  }

  @Override
  public void abandon(Exception failure) {
    // jcifs-ng ends a connection that failed itself.
  }

  @Override
  public Kind kind(Exception failure, boolean reached) {
    Kind kind = plainly(failure, reached);
    return kind == Kind.ACCESS_DENIED && !reached && encryptionDemanded.getAsBoolean()
        ? Kind.ENCRYPTION_DEMANDED
        : kind;
  }

  private static Kind plainly(Exception failure, boolean reached) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        return Kind.INTERRUPTED;
      }
      String message = String.valueOf(cause.getMessage());
      if (message.contains("ignature v") || message.contains("igning ")) {
        return Kind.SIGNING_REFUSED;
      }
      if (message.contains("requires encryption")) {
        return Kind.ENCRYPTION_DEMANDED;
      }
      if (message.contains("not compatible with the server")) {
        return Kind.PROTOCOL_TOO_OLD;
      }
    }
    if (failure instanceof SmbException answered && !silent(answered)) {
      return SmbStatus.kind(answered.getNtStatus(), reached)
          .orElse(answered instanceof SmbAuthException ? Kind.LOGON_FAILED : Kind.OTHER);
    }
    return reached ? Kind.GONE : Kind.UNREACHABLE;
  }

  /**
   * Whether there was no answer at all; jcifs-ng then gives "unsuccessful" with a text of its own.
   */
  private static boolean silent(SmbException failure) {
    int status = failure.getNtStatus();
    return status == NtStatus.NT_STATUS_OK
        || (status == NtStatus.NT_STATUS_UNSUCCESSFUL
            && !SmbException.getMessageByCode(status).equals(failure.getMessage()));
  }

  @Override
  public Text detail(Throwable innermost) {
    return Text.verbatim(Attempts.message(innermost));
  }
}
