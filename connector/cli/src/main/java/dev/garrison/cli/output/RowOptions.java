package dev.garrison.cli.output;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** In which form a command answers that has rows for a spreadsheet. */
public final class RowOptions {
  @ArgGroup(exclusive = true)
  private @Nullable Choice choice;

  /** One of these. */
  private static final class Choice {
    @Option(
        names = "--output",
        paramLabel = "FORM",
        converter = AnswerForm.WithCsv.class,
        completionCandidates = AnswerForm.WithCsv.class,
        description = "Answer in this form: ${COMPLETION-CANDIDATES}; table unless named.")
    private AnswerForm form = AnswerForm.TABLE;

    @Option(names = "--json", description = "The same as --output json.")
    private boolean json;

    @Option(names = "--csv", description = "The same as --output csv.")
    private boolean csv;
  }

  /** Whether JSON is asked for. */
  public boolean json() {
    return choice != null && (choice.json || choice.form == AnswerForm.JSON);
  }

  /** Whether CSV is asked for. */
  public boolean csv() {
    return choice != null && (choice.csv || choice.form == AnswerForm.CSV);
  }
}
