package dev.garrison.cli.journal;

import dev.garrison.cli.Console;
import dev.garrison.cli.ExitCode;
import dev.garrison.cli.view.JournalView;
import dev.garrison.json.Json;
import dev.garrison.record.JournalFolder;
import dev.garrison.record.JournalFolder.Verdict;
import dev.garrison.record.StateFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code garrison journal}: the evidence of what was done. */
@Command(
    name = "journal",
    description = "Show the journals of applies, or check that nothing in them was changed.")
public final class JournalCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private final Console console;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      defaultValue = ".garrison",
      scope = ScopeType.INHERIT,
      description = "Where journals are kept; ${DEFAULT-VALUE} unless named.")
  private Path state;

  public JournalCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCode.USAGE;
  }

  private JournalFolder folder() {
    return new JournalFolder(new Json(), new StateFolder(state));
  }

  @Command(
      name = "verify",
      description = {
        "Check that every line follows the one before it.",
        "This is integrity, not proof against whoever may write the folder: keep the head elsewhere and compare with --expect."
      })
  int verify(
      @Option(names = "--expect", paramLabel = "HEAD", description = "The head that must be found.")
          @Nullable String expect) {
    Verdict verdict = folder().verify();
    boolean fits = expect == null || (!expect.isEmpty() && verdict.head().startsWith(expect));
    console.out().println(JournalView.verdict(verdict, fits));
    return verdict.problems().isEmpty() && fits ? ExitCode.OK : ExitCode.ERROR;
  }

  @Command(name = "show", description = "List the runs, or show what one run did.")
  int show(
      @Parameters(arity = "0..1", paramLabel = "RUN", description = "The run's name.")
          @Nullable String run) {
    JournalFolder folder = folder();
    if (run == null) {
      folder
          .runs()
          .forEach(name -> console.out().println(JournalView.summary(name, folder.entries(name))));
    } else {
      console.out().println(JournalView.render(folder.entries(run)));
    }
    return ExitCode.OK;
  }
}
