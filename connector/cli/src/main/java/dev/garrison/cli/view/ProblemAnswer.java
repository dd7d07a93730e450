package dev.garrison.cli.view;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.json.JsonForm;

/**
 * A diagnostic as a part of JSON answers.
 *
 * @param code such as {@code GAR-0101}
 */
public record ProblemAnswer(String code, String problem, String remedy) implements JsonForm {
  /** The form of a diagnostic. */
  public static ProblemAnswer of(Diagnostic problem) {
    return new ProblemAnswer(problem.code().label(), problem.problem(), problem.remedy());
  }
}
