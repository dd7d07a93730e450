package dev.garrison.diagnostic;

import java.util.Optional;

/**
 * One problem, reported once.
 *
 * @param code the stable code
 * @param severity whether it stops the command
 * @param problem one sentence that names the problem
 * @param where the line of the user's file that causes it, if there is one
 * @param remedy the steps to take, as one or more sentences
 */
public record Diagnostic(
    DiagnosticCode code,
    Severity severity,
    String problem,
    Optional<SourceLocation> where,
    String remedy) {
  /** An error that no single line of a file causes. */
  public static Diagnostic error(DiagnosticCode code, String problem, String remedy) {
    return new Diagnostic(code, Severity.ERROR, problem, Optional.empty(), remedy);
  }

  /** An error caused by a line of a file. */
  public static Diagnostic error(
      DiagnosticCode code, SourceLocation where, String problem, String remedy) {
    return new Diagnostic(code, Severity.ERROR, problem, Optional.of(where), remedy);
  }

  /** A warning that no single line of a file causes. */
  public static Diagnostic warning(DiagnosticCode code, String problem, String remedy) {
    return new Diagnostic(code, Severity.WARNING, problem, Optional.empty(), remedy);
  }

  /** A warning caused by a line of a file. */
  public static Diagnostic warning(
      DiagnosticCode code, SourceLocation where, String problem, String remedy) {
    return new Diagnostic(code, Severity.WARNING, problem, Optional.of(where), remedy);
  }

  /** The complete message on one line, for logs and tests. */
  @Override
  public String toString() {
    String place = where.map(location -> " (" + location + ")").orElse("");
    String sentence = problem.endsWith(".") ? problem.substring(0, problem.length() - 1) : problem;
    return sentence + place + ". " + remedy + " [" + code.name() + " " + code.label() + "]";
  }
}
