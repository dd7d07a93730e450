package dev.garrison.cli;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.DiagnosticCode;

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
    String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    return Diagnostic.error(
        UNEXPECTED_FAILURE,
        "Garrison met something it did not expect: "
            + failure.getClass().getSimpleName()
            + message
            + ".",
        "Run the command again with --debug and report what it shows. Running it again is safe.");
  }

  /** Java's heap is full. */
  static Diagnostic outOfMemory() {
    return Diagnostic.error(
        OUT_OF_MEMORY,
        "There is too little memory for this: Java may use %d MiB."
            .formatted(Runtime.getRuntime().maxMemory() >> 20),
        "Give it more, such as GARRISON_JAVA_OPTS=-Xmx1g. Running the command again is safe.");
  }
}
