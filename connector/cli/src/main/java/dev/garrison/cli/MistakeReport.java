package dev.garrison.cli;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.NearestWord;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.List;
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
    console.err().println(DiagnosticView.render(diagnostic(mistake, args)));
    return ExitCode.USAGE;
  }

  private static Diagnostic diagnostic(ParameterException mistake, String... words) {
    String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
    List<String> meant =
        mistake instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : meant(mistake);
    Text fix =
        meant.isEmpty()
            ? Text.of("command.help", "command", command)
            : Text.of("command.meant", "command", command, "word", meant.getFirst());
    return Diagnostic.error(
        CliCode.COMMAND_LINE_WRONG, new Message(MistakeText.of(mistake, words), fix));
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
}
