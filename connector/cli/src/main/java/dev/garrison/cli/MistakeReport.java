package dev.garrison.cli;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.NearestWord;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
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
    Text fix =
        meant(mistake)
            .map(word -> Text.of("command.meant", "command", command, "word", word))
            .orElseGet(() -> Text.of("command.help", "command", command));
    return Diagnostic.error(
        CliCode.COMMAND_LINE_WRONG, new Message(MistakeText.of(mistake, words), fix));
  }

  /** The command, option or known value that is nearest to the one given. */
  private static Optional<String> meant(ParameterException mistake) {
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      return NearestWord.to(unmatched.getUnmatched().getFirst(), known(unmatched));
    }
    ArgSpec argument = mistake.getArgSpec();
    String written = mistake.getValue();
    if (argument == null || written == null || argument.completionCandidates() == null) {
      return Optional.empty();
    }
    List<String> known = new ArrayList<>();
    argument.completionCandidates().forEach(known::add);
    return NearestWord.to(written, known);
  }

  /** Words that could stand in the place of the unmatched one. */
  private static List<String> known(UnmatchedArgumentException mistake) {
    CommandSpec command = mistake.getCommandLine().getCommandSpec();
    return mistake.isUnknownOption()
        ? command.options().stream()
            .filter(option -> !option.hidden())
            .flatMap(option -> Stream.of(option.names()))
            .toList()
        : command.subcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .filter(below -> !below.usageMessage().hidden())
            .map(CommandSpec::name)
            .toList();
  }
}
