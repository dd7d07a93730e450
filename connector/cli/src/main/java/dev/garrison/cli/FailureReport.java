package dev.garrison.cli;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.diagnostic.RefusalException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command threw into diagnostics. A stack trace appears with {@code --debug} only. */
final class FailureReport implements IExecutionExceptionHandler {
  private final Console console;
  private final RootCommand root;

  FailureReport(Console console, RootCommand root) {
    this.console = console;
    this.root = root;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parsed) {
    if (failure instanceof RefusalException refusal) {
      refusal
          .diagnostics()
          .forEach(diagnostic -> console.err().println(DiagnosticView.render(diagnostic)));
    } else {
      console.err().println(DiagnosticView.render(CliCode.unexpected(failure)));
    }
    if (root.debug) {
      failure.printStackTrace(console.err());
    }
    return ExitCode.ERROR;
  }
}
