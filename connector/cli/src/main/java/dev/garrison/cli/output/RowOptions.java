package dev.garrison.cli.output;

import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options for the form of an answer that has rows for a spreadsheet: table, JSON or CSV. */
public final class RowOptions {
  @ArgGroup(exclusive = true)
  private @Nullable Choice choice;

  /** One of these. */
  private static final class Choice {
    @Option(
        names = "--output",
        paramLabel = "FORM",
        converter = AnswerForm.WithCsv.class,
        completionCandidates = AnswerForm.WithCsv.class)
    private AnswerForm form = AnswerForm.TABLE;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--csv")
    private boolean csv;

    private AnswerForm form() {
      return json ? AnswerForm.JSON : csv ? AnswerForm.CSV : form;
    }
  }

  private AnswerForm form() {
    return choice == null ? AnswerForm.TABLE : choice.form();
  }

  /** Whether the answer is for people. */
  public boolean table() {
    return form() == AnswerForm.TABLE;
  }

  /** Console for what is said beside the answer: standard error, if the answer is for programs. */
  public Console aside(Console console) {
    return table() ? console : console.aside();
  }

  /** Picks what belongs to the form that is asked for. */
  public <T> T pick(T json, T csv, T table) {
    return switch (form()) {
      case TABLE -> table;
      case JSON -> json;
      case CSV -> csv;
    };
  }

  /**
   * Prints an answer in the form that is asked for.
   *
   * @param json the answer for programs
   * @param columns of a spreadsheet
   * @param rows of a spreadsheet
   * @param table the answer for people
   */
  public <R> void print(
      Console console,
      Supplier<? extends JsonForm> json,
      Columns<R> columns,
      Supplier<List<R>> rows,
      Supplier<String> table) {
    print(
        console,
        out -> out.print(new Json().pretty(json.get())),
        out -> columns.print(out, rows.get()::forEach),
        out -> out.println(table.get()));
  }

  /** Prints a long answer, line by line, in the form that is asked for. */
  public void print(
      Console console,
      Consumer<PrintWriter> json,
      Consumer<PrintWriter> csv,
      Consumer<PrintWriter> table) {
    pick(json, csv, table).accept(console.out());
  }
}
