package dev.garrison.share.smbj;

import com.hierynomus.mssmb2.SMB2MessageCommandCode;
import com.hierynomus.mssmb2.SMBApiException;
import com.hierynomus.smbj.common.SMBRuntimeException;
import com.hierynomus.smbj.session.SMB2GuestSigningRequiredException;
import dev.garrison.language.Text;
import dev.garrison.language.TextFailure;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.SmbStatus;
import dev.garrison.share.smbj.SmbjConnection.GuestException;
import dev.garrison.share.smbj.SmbjConnection.OldProtocolException;
import dev.garrison.share.smbj.SmbjRights.NotKeptException;
import dev.garrison.share.smbj.WatchedTransport.AlteredException;
import dev.garrison.share.transfer.Attempts;
import dev.garrison.share.transfer.FailureWords;
import java.net.ProtocolException;
import java.util.concurrent.TimeoutException;

/** Classifies the failures of smbj. */
final class SmbjFailures implements FailureWords {
  /** STATUS_NOT_SUPPORTED, the answer to a negotiation without a common dialect. */
  private static final int NOT_SUPPORTED = 0xC00000BB;

  /** The text of smbj 0.14.0 when the server offers no sign-in that Garrison accepts. */
  private static final String NO_COMMON_WAY = "Could not find a configured authenticator";

  private final SmbjConnection connection;

  SmbjFailures(SmbjConnection connection) {
    this.connection = connection;
  }

  @Override
  public boolean concerns(RuntimeException failure) {
    return failure instanceof SMBRuntimeException;
  }

  /** Whether the connection ended; a missing answer is a different failure. */
  @Override
  public boolean connectionLost(ContentShareException failure) {
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

  /**
   * Drops the connection, because an invalid answer may still arrive; the next attempt reconnects.
   */
  @Override
  public void abandon(Exception failure) {
    connection.drop();
  }

  @Override
  public Kind kind(Exception failure, boolean reached) {
    if (String.valueOf(failure.getMessage()).startsWith(NO_COMMON_WAY)) {
      return Kind.LOGON_FAILED;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case InterruptedException _ -> {
          Thread.currentThread().interrupt();
          return Kind.INTERRUPTED;
        }
        case AlteredException _ -> {
          return Kind.ALTERED;
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
          return kind(answered, reached);
        }
        default -> {}
      }
    }
    if (reached && connection.isAltered()) {
      return Kind.ALTERED;
    }
    return reached ? Kind.GONE : Kind.UNREACHABLE;
  }

  private static Kind kind(SMBApiException answered, boolean reached) {
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

  @Override
  public Text detail(Throwable innermost) {
    return switch (innermost) {
      case TimeoutException _ -> Text.of("share.no-answer-in-time");
      case TextFailure told -> told.words();
      case SMBApiException answered ->
          (int) answered.getStatusCode() == SmbStatus.DIRECTORY_NOT_EMPTY
              ? Text.of("share.folder-not-empty")
              : Text.verbatim(answered.getStatus().name());
      default -> Text.verbatim(Attempts.message(innermost));
    };
  }
}
