package dev.garrison.wsus.updateserver;

import dev.garrison.connection.TransportException;
import dev.garrison.connection.resilience.Health;
import dev.garrison.connection.resilience.NotAskedException;
import dev.garrison.language.Text;
import dev.garrison.wsus.soap.SoapFault;
import dev.garrison.wsus.soap.SoapFormatException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Failure of one request, without the name of the server. */
final class ServerFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureKind kind;
  private final transient Text detail;
  private final transient Optional<Duration> patience;

  private ServerFailure(
      FailureKind kind, Text detail, Optional<Duration> patience, @Nullable Throwable cause) {
    super(detail.toString(), cause);
    this.detail = detail;
    this.kind = kind;
    this.patience = patience;
  }

  /** Failure that would be the same next time. */
  static ServerFailure lasting(FailureKind kind, Text detail, @Nullable Throwable cause) {
    return new ServerFailure(kind, detail, Optional.empty(), cause);
  }

  /**
   * Failure that may pass.
   *
   * @param wait the time for which the server asks to wait; zero where it does not
   */
  static ServerFailure passing(
      FailureKind kind, Text detail, Duration wait, @Nullable Throwable cause) {
    return new ServerFailure(kind, detail, Optional.of(wait), cause);
  }

  /** Converts the exception of a failed exchange to a failure. */
  static ServerFailure of(RuntimeException cause, boolean write) {
    return switch (cause) {
      case ServerFailure known -> write ? known.asOfWrite() : known;
      case SoapFault fault -> FaultMeaning.of(fault);
      case SoapFormatException broken ->
          lasting(
              write ? FailureKind.LOST_ANSWER : FailureKind.BROKEN_ANSWER, broken.words(), broken);
      case NotAskedException held ->
          lasting(
              switch (held.reason()) {
                case SET_ASIDE -> FailureKind.SET_ASIDE;
                case NO_FREE_PLACE -> FailureKind.NO_FREE_PLACE;
              },
              held.words(),
              held);
      case TransportException cut -> ofTransport(cut, write);
      default -> throw cause;
    };
  }

  private static ServerFailure ofTransport(TransportException cut, boolean write) {
    Text why = cut.words();
    if (cut.stage() == TransportException.Stage.NOT_SENT) {
      return passing(FailureKind.UNAVAILABLE, why, Duration.ZERO, cut);
    }
    if (write) {
      return lasting(FailureKind.LOST_ANSWER, why, cut);
    }
    return switch (cut.stage()) {
      case NOT_SENT, NO_ANSWER -> passing(FailureKind.UNAVAILABLE, why, Duration.ZERO, cut);
      case CUT_ANSWER -> passing(FailureKind.BROKEN_ANSWER, why, Duration.ZERO, cut);
      case TIMED_OUT -> lasting(FailureKind.TIMEOUT, why, cut);
    };
  }

  /**
   * Converts the failure to that of a write: if a gateway gave up, the change may have been made.
   */
  private ServerFailure asOfWrite() {
    return new ServerFailure(
        kind == FailureKind.UNAVAILABLE ? FailureKind.LOST_ANSWER : kind,
        detail(),
        Optional.empty(),
        this);
  }

  FailureKind kind() {
    return kind;
  }

  Optional<Duration> patience() {
    return patience;
  }

  Text detail() {
    return detail;
  }

  /** Health of the server after a failed exchange. */
  static Health health(Throwable cause) {
    return switch (cause) {
      case TransportException cut -> new Health.Fails(cut.words());
      case ServerFailure known when known.kind == FailureKind.UNAVAILABLE ->
          new Health.Fails(known.detail());
      case ServerFailure _, SoapFault _, SoapFormatException _ -> new Health.Answers();
      default -> new Health.Unknown();
    };
  }
}
