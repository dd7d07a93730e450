package dev.garrison.cli.output;

import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options for the form of an answer that has no rows for a spreadsheet: table or JSON. */
public final class AnswerOptions {
  @ArgGroup(exclusive = true)
  private @Nullable Choice choice;

  /** One of these. */
  private static final class Choice {
    @Option(
        names = "--output",
        paramLabel = "FORM",
        converter = AnswerForm.WithoutCsv.class,
        completionCandidates = AnswerForm.WithoutCsv.class)
    private AnswerForm form = AnswerForm.TABLE;

    @Option(names = "--json")
    private boolean json;
  }

  /** Whether JSON is asked for. */
  public boolean json() {
    return choice != null && (choice.json || choice.form == AnswerForm.JSON);
  }

  /** Console for what is said beside the answer: standard error, if the answer is JSON. */
  public Console aside(Console console) {
    return json() ? console.aside() : console;
  }

  /**
   * Prints an answer in the form that is asked for.
   *
   * @param json the answer for programs
   * @param table the answer for people
   */
  public void print(Console console, Supplier<? extends JsonForm> json, Supplier<String> table) {
    if (json()) {
      printJson(console, json);
    } else {
      console.out().println(table.get());
    }
  }

  /** Prints an answer that people have seen already, if JSON is asked for. */
  public void printJson(Console console, Supplier<? extends JsonForm> json) {
    if (json()) {
      console.out().print(new Json().pretty(json.get()));
    }
  }
}
