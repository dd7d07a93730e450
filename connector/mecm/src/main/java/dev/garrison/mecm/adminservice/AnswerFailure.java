package dev.garrison.mecm.adminservice;

import dev.garrison.connection.TransportException;
import dev.garrison.connection.resilience.NotAskedException;
import dev.garrison.language.Text;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Failure of one answer, before it is known which request it belongs to. */
final class AnswerFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  /**
   * Providers to which the same request may be sent once more.
   *
   * @param elsewhere whether to another provider
   * @param here shortest wait before the same one is asked; empty if it may not be asked
   */
  record Again(boolean elsewhere, Optional<Duration> here) {
    static final Again NOWHERE = new Again(false, Optional.empty());
    static final Again ELSEWHERE = new Again(true, Optional.empty());
    static final Again ANYWHERE = after(Duration.ZERO);

    static Again after(Duration wait) {
      return new Again(true, Optional.of(wait));
    }
  }

  private final FailureKind kind;
  private final int status;
  private final transient Text reason;
  private final transient Again again;

  private AnswerFailure(
      FailureKind kind, int status, Text reason, Again again, @Nullable Throwable cause) {
    super(reason.toString(), cause);
    this.kind = kind;
    this.status = status;
    this.reason = reason;
    this.again = again;
  }

  /** A failure that will be the same next time. */
  static AnswerFailure lasting(FailureKind kind, int status, Text reason) {
    return new AnswerFailure(kind, status, reason, Again.NOWHERE, null);
  }

  /**
   * An error of the server itself. The SMS Provider passes on every cause alike: a deadlock of the
   * database as well as a query that it never understands.
   */
  static AnswerFailure unexplained(int status, Text reason) {
    return new AnswerFailure(FailureKind.REFUSED, status, reason, Again.ANYWHERE, null);
  }

  /**
   * A failure of a server that may be able to answer soon.
   *
   * @param wait how long it asks to wait, if it does
   */
  static AnswerFailure passing(int status, Text reason, Optional<Duration> wait) {
    return new AnswerFailure(
        FailureKind.UNAVAILABLE,
        status,
        wait.map(time -> Text.of("admin-service.asked-to-wait", "reason", reason, "wait", time))
            .orElse(reason),
        Again.after(wait.orElse(Duration.ZERO)),
        null);
  }

  /** A read without a complete answer. A silent server is not asked again, but another one is. */
  static AnswerFailure ofRead(TransportException cause) {
    Text reason = cause.words();
    return switch (cause.stage()) {
      case NOT_SENT, NO_ANSWER ->
          new AnswerFailure(FailureKind.UNAVAILABLE, 0, reason, Again.ANYWHERE, cause);
      case CUT_ANSWER ->
          new AnswerFailure(FailureKind.BROKEN_ANSWER, 0, reason, Again.ANYWHERE, cause);
      case TIMED_OUT -> new AnswerFailure(FailureKind.TIMEOUT, 0, reason, Again.ELSEWHERE, cause);
    };
  }

  /** A write without a complete answer: unless it was never sent, its effect is unknown. */
  static AnswerFailure ofWrite(TransportException cause) {
    Text reason = cause.words();
    return switch (cause.stage()) {
      case NOT_SENT -> new AnswerFailure(FailureKind.UNAVAILABLE, 0, reason, Again.ANYWHERE, cause);
      case NO_ANSWER, CUT_ANSWER, TIMED_OUT ->
          new AnswerFailure(FailureKind.LOST_ANSWER, 0, reason, Again.NOWHERE, cause);
    };
  }

  /** A request that Garrison itself did not send. */
  static AnswerFailure ofHeldBack(NotAskedException cause) {
    FailureKind kind =
        switch (cause.reason()) {
          case SET_ASIDE -> FailureKind.SET_ASIDE;
          case NO_FREE_PLACE -> FailureKind.NO_FREE_PLACE;
        };
    return new AnswerFailure(kind, 0, cause.words(), Again.ELSEWHERE, cause);
  }

  /**
   * The same failure for a write. A gateway that gave up, and a confirmation that cannot be read,
   * leave open whether the change was made.
   */
  AnswerFailure asOfWrite() {
    boolean open = kind == FailureKind.BROKEN_ANSWER || status == 502 || status == 504;
    FailureKind meaning = open ? FailureKind.LOST_ANSWER : kind;
    return new AnswerFailure(meaning, status, reason(), Again.NOWHERE, this);
  }

  FailureKind kind() {
    return kind;
  }

  int status() {
    return status;
  }

  Again again() {
    return again;
  }

  Text reason() {
    return reason;
  }

  Text detail() {
    return status == 0
        ? reason
        : Text.of("admin-service.http-status", "status", String.valueOf(status), "reason", reason);
  }

  /** A server's text, shortened: it may be long and contain line ends and control characters. */
  static Text said(String text) {
    String line = text.strip().lines().findFirst().orElse("").replaceAll("\\p{Cc}", " ").strip();
    if (line.isEmpty()) {
      return Text.of("admin-service.no-message");
    }
    return Text.verbatim(line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line);
  }
}
