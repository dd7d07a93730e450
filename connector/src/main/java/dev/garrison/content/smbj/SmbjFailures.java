package dev.garrison.content.smbj;

import com.hierynomus.mssmb2.SMB2MessageCommandCode;
import com.hierynomus.mssmb2.SMBApiException;
import com.hierynomus.smbj.common.SMBRuntimeException;
import com.hierynomus.smbj.session.SMB2GuestSigningRequiredException;
import dev.garrison.content.share.ContentShareException;
import dev.garrison.content.share.ContentShareException.Kind;
import dev.garrison.content.share.SmbStatus;
import dev.garrison.content.smbj.SmbjConnection.GuestException;
import dev.garrison.content.smbj.SmbjConnection.OldProtocolException;
import dev.garrison.content.smbj.SmbjRights.NotKeptException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.concurrent.TimeoutException;

/** What a failure of smbj means. */
final class SmbjFailures {
  /** STATUS_NOT_SUPPORTED, the answer to a negotiation without a common dialect. */
  private static final int NOT_SUPPORTED = 0xC00000BB;

  /** Something that talks to the share. */
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws IOException, InterruptedException;
  }

  private final SmbjConnection connection;

  /** Once a request has been answered, silence means that the share went away. */
  private volatile boolean reached;

  SmbjFailures(SmbjConnection connection) {
    this.connection = connection;
  }

  <T> T during(String doing, String path, Attempt<T> attempt) {
    try {
      T result = attempt.run();
      reached = true;
      return result;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ContentShareException(Kind.INTERRUPTED, doing, path, "", e);
    } catch (IOException | SMBRuntimeException e) {
      throw failure(e, doing, path);
    }
  }

  /** As {@link #during}, and once more when only the connection was lost. May be done twice. */
  <T> T repeatable(String doing, String path, Attempt<T> attempt) {
    try {
      return during(doing, path, attempt);
    } catch (ContentShareException e) {
      if (!connectionLost(e)) {
        throw e;
      }
      return during(doing, path, attempt);
    }
  }

  /** Whether the connection ended; an answer that does not come is something else. */
  static boolean connectionLost(ContentShareException failure) {
    if (failure.kind() != Kind.GONE) {
      return false;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException || cause instanceof SMBApiException) {
        return false;
      }
    }
    return true;
  }

  private ContentShareException failure(Exception cause, String doing, String path) {
    Kind kind = kind(cause);
    if (kind == Kind.GONE || kind == Kind.INTERRUPTED) {
      forget(cause);
    }
    reached |= kind != Kind.UNREACHABLE && kind != Kind.LOGON_FAILED;
    return new ContentShareException(kind, doing, path, detail(kind, cause), cause);
  }

  /** An answer that was not valid may still be on its way: the next attempt begins afresh. */
  private void forget(Exception cause) {
    try {
      connection.drop();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private Kind kind(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case InterruptedException _ -> {
          Thread.currentThread().interrupt();
          return Kind.INTERRUPTED;
        }
        case OldProtocolException _ -> {
          return Kind.PROTOCOL_TOO_OLD;
        }
        case NotKeptException _ -> {
          return Kind.RIGHTS_NOT_KEPT;
        }
        case ProtocolException _ -> {
          return Kind.OTHER;
        }
        case GuestException _, SMB2GuestSigningRequiredException _ -> {
          return Kind.LOGON_FAILED;
        }
        case SMBApiException answered -> {
          return kind(answered);
        }
        default -> {}
      }
    }
    return reached ? Kind.GONE : Kind.UNREACHABLE;
  }

  private Kind kind(SMBApiException answered) {
    SMB2MessageCommandCode command = answered.getFailedCommand();
    int status = (int) answered.getStatusCode();
    if (command == SMB2MessageCommandCode.SMB2_NEGOTIATE && status == NOT_SUPPORTED) {
      return Kind.PROTOCOL_TOO_OLD;
    }
    if (command == SMB2MessageCommandCode.SMB2_SESSION_SETUP) {
      return Kind.LOGON_FAILED;
    }
    return SmbStatus.kind(status, reached).orElse(Kind.OTHER);
  }

  private static String detail(Kind kind, Exception failure) {
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
    if (cause instanceof TimeoutException) {
      return "no valid answer came in time";
    }
    if (cause instanceof SMBApiException answered) {
      return (int) answered.getStatusCode() == SmbStatus.DIRECTORY_NOT_EMPTY
          ? "the folder is not empty"
          : answered.getStatus().name();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message.strip();
  }
}
