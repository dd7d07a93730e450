package dev.garrison.mecm.adminservice;

import dev.garrison.connection.TransportException;
import org.jspecify.annotations.Nullable;

/** What a codec found wrong with one answer, before it is known which request it belongs to. */
final class AnswerFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  private final FailureKind kind;
  private final int status;
  private final boolean passing;

  private AnswerFailure(
      FailureKind kind, int status, String message, boolean passing, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.status = status;
    this.passing = passing;
  }

  /** An answer that will be the same next time. */
  static AnswerFailure lasting(FailureKind kind, int status, String message) {
    return new AnswerFailure(kind, status, firstLine(message), false, null);
  }

  /** A server that may be able to answer soon. */
  static AnswerFailure passing(int status, String message) {
    return new AnswerFailure(FailureKind.UNAVAILABLE, status, firstLine(message), true, null);
  }

  /** A read that brought no whole answer. A silent server is not asked again. */
  static AnswerFailure ofRead(TransportException cause) {
    String reason = firstLine(String.valueOf(cause.getMessage()));
    return switch (cause.stage()) {
      case NOT_SENT, NO_ANSWER ->
          new AnswerFailure(FailureKind.UNAVAILABLE, 0, reason, true, cause);
      case CUT_ANSWER -> new AnswerFailure(FailureKind.BROKEN_ANSWER, 0, reason, true, cause);
      case TIMED_OUT -> new AnswerFailure(FailureKind.TIMEOUT, 0, reason, false, cause);
    };
  }

  /** A write that brought no whole answer: unless it was never sent, its effect is unknown. */
  static AnswerFailure ofWrite(TransportException cause) {
    String reason = firstLine(String.valueOf(cause.getMessage()));
    return switch (cause.stage()) {
      case NOT_SENT -> new AnswerFailure(FailureKind.UNAVAILABLE, 0, reason, true, cause);
      case NO_ANSWER, CUT_ANSWER, TIMED_OUT ->
          new AnswerFailure(FailureKind.LOST_ANSWER, 0, reason, false, cause);
    };
  }

  /**
   * The same failure, met by a write. A gateway that gave up, and a confirmation that cannot be
   * read, leave open whether the change was made.
   */
  AnswerFailure asOfWrite() {
    boolean open = kind == FailureKind.BROKEN_ANSWER || status == 502 || status == 504;
    FailureKind meaning = open ? FailureKind.LOST_ANSWER : kind;
    return new AnswerFailure(meaning, status, reason(), false, this);
  }

  FailureKind kind() {
    return kind;
  }

  int status() {
    return status;
  }

  boolean passing() {
    return passing;
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  String detail() {
    return status == 0 ? reason() : "HTTP " + status + ": " + reason();
  }

  /** Server texts may be long, and hold line ends and control characters. */
  private static String firstLine(String text) {
    String line = text.strip().lines().findFirst().orElse("").replaceAll("\\p{Cc}", " ").strip();
    if (line.isEmpty()) {
      return "no message";
    }
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }
}
