package dev.garrison.cli;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.NearestWord;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns a mistake in the command line into one diagnostic that names the nearest right word. */
final class MistakeReport implements IParameterExceptionHandler {
  private final Console console;

  MistakeReport(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException mistake, String[] args) {
    console.err().println(DiagnosticView.render(diagnostic(mistake)));
    return ExitCode.USAGE;
  }

  private static Diagnostic diagnostic(ParameterException mistake) {
    String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
    String more = "'" + command + " --help' shows what there is.";
    return switch (mistake) {
      case UnmatchedArgumentException unmatched ->
          Diagnostic.error(
              CliCode.COMMAND_LINE_WRONG,
              unmatched(unmatched, command),
              nearest(unmatched.getSuggestions()) + more);
      default ->
          Diagnostic.error(
              CliCode.COMMAND_LINE_WRONG, sentence(mistake), nearest(meant(mistake)) + more);
    };
  }

  private static String unmatched(UnmatchedArgumentException mistake, String command) {
    String word = mistake.getUnmatched().getFirst();
    if (mistake.isUnknownOption()) {
      return "'%s' has no option '%s'.".formatted(command, word);
    }
    CommandLine line = mistake.getCommandLine();
    return line.getSubcommands().isEmpty()
        ? "'%s' does not know what to do with '%s'.".formatted(command, word)
        : "'%s' has no command '%s'.".formatted(command, word);
  }

  /** The known value that is nearest to the one given, where an option takes only known ones. */
  private static List<String> meant(ParameterException mistake) {
    ArgSpec argument = mistake.getArgSpec();
    String written = mistake.getValue();
    if (argument == null || written == null || argument.completionCandidates() == null) {
      return List.of();
    }
    List<String> known = new ArrayList<>();
    argument.completionCandidates().forEach(known::add);
    return NearestWord.to(written, known).stream().toList();
  }

  private static String nearest(List<String> words) {
    return words.isEmpty() ? "" : "Did you mean '" + words.getFirst() + "'? ";
  }

  private static String sentence(ParameterException mistake) {
    String message = String.valueOf(mistake.getMessage()).replaceFirst("^Error: ", "");
    return message.endsWith(".") ? message : message + ".";
  }
}
