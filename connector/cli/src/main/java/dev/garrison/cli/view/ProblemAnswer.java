package dev.garrison.cli.view;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.json.JsonForm;

/**
 * What is wrong and what to do, as a part of answers to programs.
 *
 * @param code such as {@code GAR-0101}
 */
public record ProblemAnswer(String code, String problem, String remedy) implements JsonForm {
  /** That of a diagnostic. */
  public static ProblemAnswer of(Diagnostic problem) {
    return new ProblemAnswer(problem.code().label(), problem.problem(), problem.remedy());
  }
}
