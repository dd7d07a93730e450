package dev.garrison.wsus.updateserver;

import dev.garrison.connection.TransportException;
import dev.garrison.connection.resilience.Health;
import dev.garrison.connection.resilience.NotAskedException;
import dev.garrison.wsus.soap.SoapFault;
import dev.garrison.wsus.soap.SoapFormatException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What went wrong with one request, before it is known where. */
final class ServerFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureKind kind;
  private final transient Optional<Duration> patience;

  private ServerFailure(
      FailureKind kind, String detail, Optional<Duration> patience, @Nullable Throwable cause) {
    super(detail, cause);
    this.kind = kind;
    this.patience = patience;
  }

  /** One that would be the same next time. */
  static ServerFailure lasting(FailureKind kind, String detail, @Nullable Throwable cause) {
    return new ServerFailure(kind, detail, Optional.empty(), cause);
  }

  /**
   * One that may pass.
   *
   * @param wait how long the server asks to wait; zero where it does not
   */
  static ServerFailure passing(
      FailureKind kind, String detail, Duration wait, @Nullable Throwable cause) {
    return new ServerFailure(kind, detail, Optional.of(wait), cause);
  }

  /** What a failed exchange means. */
  static ServerFailure of(RuntimeException cause, boolean write) {
    return switch (cause) {
      case ServerFailure known -> write ? known.asOfWrite() : known;
      case SoapFault fault -> FaultMeaning.of(fault);
      case SoapFormatException broken ->
          lasting(
              write ? FailureKind.LOST_ANSWER : FailureKind.BROKEN_ANSWER,
              String.valueOf(broken.getMessage()),
              broken);
      case NotAskedException held ->
          lasting(
              switch (held.reason()) {
                case SET_ASIDE -> FailureKind.SET_ASIDE;
                case NO_FREE_PLACE -> FailureKind.NO_FREE_PLACE;
              },
              String.valueOf(held.getMessage()),
              held);
      case TransportException cut -> ofTransport(cut, write);
      default -> throw cause;
    };
  }

  private static ServerFailure ofTransport(TransportException cut, boolean write) {
    String why = String.valueOf(cut.getMessage());
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

  /** A gateway that gave up leaves open whether the change was made. */
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

  String detail() {
    return String.valueOf(getMessage());
  }

  /** What a failed exchange says of the server's health. */
  static Health health(Throwable cause) {
    return switch (cause) {
      case TransportException cut -> new Health.Fails(String.valueOf(cut.getMessage()));
      case ServerFailure known when known.kind == FailureKind.UNAVAILABLE ->
          new Health.Fails(known.detail());
      case ServerFailure _, SoapFault _, SoapFormatException _ -> new Health.Answers();
      default -> new Health.Unknown();
    };
  }
}
