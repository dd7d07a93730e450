package dev.garrison.cli;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.DiagnosticCode;
import dev.garrison.language.Message;

/** Problems of the command line itself. */
enum CliCode implements DiagnosticCode {
  UNEXPECTED_FAILURE(701),
  COMMAND_LINE_WRONG(702),
  OUT_OF_MEMORY(703);

  private final int number;

  CliCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }

  /** A failure that no part of Garrison expected: a bug, and said as such. */
  static Diagnostic unexpected(Throwable failure) {
    String kind = failure.getClass().getSimpleName();
    return Diagnostic.error(
        UNEXPECTED_FAILURE,
        failure.getMessage() == null
            ? Message.of("program.unexpected", "kind", kind)
            : Message.of("program.unexpected-told", "kind", kind, "message", failure.getMessage()));
  }

  /** Java's heap is full. */
  static Diagnostic outOfMemory() {
    return Diagnostic.error(
        OUT_OF_MEMORY,
        Message.of("program.out-of-memory", "limit", Runtime.getRuntime().maxMemory() >> 20));
  }
}
