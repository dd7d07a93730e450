package dev.garrison.cli.packages;

import dev.garrison.cli.Console;
import dev.garrison.cli.ExitCode;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.cli.view.InspectionView;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.json.Json;
import dev.garrison.payload.Inspection;
import dev.garrison.payload.PackageInspector;
import dev.garrison.payload.Requirements;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code garrison package}: what package files are. Reads only, and needs no site. */
@Command(
    name = "package",
    description = "Look into the files from Microsoft's portal before they go anywhere.")
public final class PackageCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private final Console console;
  private final PackageInspector inspector;
  private final Clock clock;

  public PackageCommand(Console console, PackageInspector inspector, Clock clock) {
    this.console = console;
    this.inspector = inspector;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCode.USAGE;
  }

  @Command(
      name = "inspect",
      description = {
        "Say what each file is, told by its content, and what is wrong with it.",
        "This version knows md4ws.msi, and does not verify signatures yet."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:every file is acceptable", "1:at least one is not, or cannot be read"})
  int inspect(
      @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files.") List<Path> files,
      @Option(names = "--json", description = "Print the result as JSON, one object for each file.")
          boolean asJson) {
    Requirements requirements = new Requirements(clock.instant(), Optional.empty());
    List<Inspection> inspections = new ArrayList<>();
    List<Diagnostic> unreadable = new ArrayList<>();
    for (Path file : files) {
      try {
        inspections.add(inspector.inspect(file, requirements));
      } catch (RefusalException refusal) {
        unreadable.addAll(refusal.diagnostics());
      }
    }
    if (asJson) {
      console.out().print(InspectionView.json(new Json(), inspections));
    } else {
      console.out().println(InspectionView.render(inspections));
    }
    unreadable.forEach(problem -> console.err().println(DiagnosticView.render(problem)));
    boolean acceptable =
        unreadable.isEmpty() && inspections.stream().allMatch(Inspection::acceptable);
    return acceptable ? ExitCode.OK : ExitCode.ERROR;
  }
}
