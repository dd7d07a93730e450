package dev.garrison.cli;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.DiagnosticCode;

/** Problems of the command line itself. */
enum CliCode implements DiagnosticCode {
  UNEXPECTED_FAILURE(701),
  COMMAND_LINE_WRONG(702);

  private final int number;

  CliCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }

  /** A failure that no part of Garrison expected: a bug, and said as such. */
  static Diagnostic unexpected(Exception failure) {
    String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    return Diagnostic.error(
        UNEXPECTED_FAILURE,
        "Garrison met something it did not expect: "
            + failure.getClass().getSimpleName()
            + message
            + ".",
        "Run the command again with --debug and report what it shows. Running it again is safe.");
  }
}
