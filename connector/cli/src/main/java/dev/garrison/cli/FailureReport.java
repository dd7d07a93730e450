package dev.garrison.cli;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.ManifestCode;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command threw into diagnostics. A stack trace appears with {@code --debug} only. */
final class FailureReport implements IExecutionExceptionHandler {
  private final Console console;
  private final RootCommand root;
  private final CommandLineDefaults defaults;

  FailureReport(Console console, RootCommand root, CommandLineDefaults defaults) {
    this.console = console;
    this.root = root;
    this.defaults = defaults;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parsed) {
    if (failure instanceof RefusalException refusal) {
      boolean isOfEnvironment = defaults.isManifestOf(parsed);
      refusal.diagnostics().stream()
          .map(diagnostic -> isOfEnvironment ? withSource(diagnostic) : diagnostic)
          .forEach(diagnostic -> console.err().println(DiagnosticView.render(diagnostic)));
    } else {
      console.err().println(DiagnosticView.render(CliCode.unexpected(failure)));
    }
    if (root.debug) {
      failure.printStackTrace(console.err());
    }
    return ExitCode.ERROR;
  }

  /** Says where the path of an unreadable manifest comes from, as the command line lacks it. */
  private static Diagnostic withSource(Diagnostic diagnostic) {
    return diagnostic.code() == ManifestCode.MANIFEST_UNREADABLE
        ? new Diagnostic(
            diagnostic.code(),
            diagnostic.severity(),
            new Message(
                diagnostic.message().problem(),
                Text.of(
                    "command.manifest-variable",
                    "variable",
                    CommandLineDefaults.MANIFEST,
                    "fix",
                    diagnostic.message().fix())),
            diagnostic.where())
        : diagnostic;
  }
}
