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
    console.err().println(DiagnosticView.render(diagnostic(mistake)));
    return ExitCode.USAGE;
  }

  private static Diagnostic diagnostic(ParameterException mistake) {
    String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
    return switch (mistake) {
      case UnmatchedArgumentException unmatched ->
          report(command, unmatched(unmatched, command), unmatched.getSuggestions());
      default -> report(command, Text.verbatim(sentence(mistake)), meant(mistake));
    };
  }

  private static Diagnostic report(String command, Text problem, List<String> meant) {
    Text fix =
        meant.isEmpty()
            ? Text.of("command.help", "command", command)
            : Text.of("command.meant", "command", command, "word", meant.getFirst());
    return Diagnostic.error(CliCode.COMMAND_LINE_WRONG, new Message(problem, fix));
  }

  private static Text unmatched(UnmatchedArgumentException mistake, String command) {
    String word = mistake.getUnmatched().getFirst();
    if (mistake.isUnknownOption()) {
      return Text.of("command.option-unknown", "command", command, "option", word);
    }
    String key =
        mistake.getCommandLine().getSubcommands().isEmpty()
            ? "command.argument-unexpected"
            : "command.unknown";
    return Text.of(key, "command", command, "word", word);
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

  private static String sentence(ParameterException mistake) {
    String message = String.valueOf(mistake.getMessage()).replaceFirst("^Error: ", "");
    return message.endsWith(".") ? message : message + ".";
  }
}
