package dev.garrison.diagnostic;

import dev.garrison.language.Language;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.util.Optional;

/**
 * One problem, reported once.
 *
 * @param code the stable code
 * @param severity whether it stops the command
 * @param message the problem and its remedy
 * @param where the line of the user's file that causes it, if there is one
 */
public record Diagnostic(
    DiagnosticCode code, Severity severity, Message message, Optional<SourceLocation> where) {
  /** An error that no single line of a file causes. */
  public static Diagnostic error(DiagnosticCode code, Message message) {
    return new Diagnostic(code, Severity.ERROR, message, Optional.empty());
  }

  /** An error caused by a line of a file. */
  public static Diagnostic error(DiagnosticCode code, SourceLocation where, Message message) {
    return new Diagnostic(code, Severity.ERROR, message, Optional.of(where));
  }

  /** A warning that no single line of a file causes. */
  public static Diagnostic warning(DiagnosticCode code, Message message) {
    return new Diagnostic(code, Severity.WARNING, message, Optional.empty());
  }

  /** A warning caused by a line of a file. */
  public static Diagnostic warning(DiagnosticCode code, SourceLocation where, Message message) {
    return new Diagnostic(code, Severity.WARNING, message, Optional.of(where));
  }

  /** An error that no single line of a file causes, in English alone. */
  public static Diagnostic error(DiagnosticCode code, String problem, String remedy) {
    return error(code, verbatim(problem, remedy));
  }

  /** An error caused by a line of a file, in English alone. */
  public static Diagnostic error(
      DiagnosticCode code, SourceLocation where, String problem, String remedy) {
    return error(code, where, verbatim(problem, remedy));
  }

  /** A warning that no single line of a file causes, in English alone. */
  public static Diagnostic warning(DiagnosticCode code, String problem, String remedy) {
    return warning(code, verbatim(problem, remedy));
  }

  /** A warning caused by a line of a file, in English alone. */
  public static Diagnostic warning(
      DiagnosticCode code, SourceLocation where, String problem, String remedy) {
    return warning(code, where, verbatim(problem, remedy));
  }

  private static Message verbatim(String problem, String remedy) {
    return new Message(Text.verbatim(problem), Text.verbatim(remedy));
  }

  /** The same problem with another severity. */
  public Diagnostic as(Severity other) {
    return new Diagnostic(code, other, message, where);
  }

  /** One sentence that names the problem, in English. */
  public String problem() {
    return message.problem().in(Language.ENGLISH);
  }

  /** The steps to take, as one or more sentences, in English. */
  public String remedy() {
    return message.fix().in(Language.ENGLISH);
  }

  /** The complete message on one line in English, for logs and tests. */
  @Override
  public String toString() {
    String place = where.map(location -> " (" + location + ")").orElse("");
    return Text.clause(message.problem())
        + place
        + ". "
        + remedy()
        + " ["
        + code.name()
        + " "
        + code.label()
        + "]";
  }
}
