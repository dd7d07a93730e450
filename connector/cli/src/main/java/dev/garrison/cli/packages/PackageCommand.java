package dev.garrison.cli.packages;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.RowOptions;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.packages.Inspectors.Ready;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.cli.view.InspectionView;
import dev.garrison.cli.view.IntakeView;
import dev.garrison.cli.view.SignerView;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.json.Json;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.payload.Inspection;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.intake.Intake;
import dev.garrison.payload.intake.Intake.Added;
import dev.garrison.payload.intake.Intake.Holding;
import dev.garrison.payload.signer.Signer;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * {@code garrison package}: inspects package files and adds them to the package folder.
 *
 * <p>Needs no site.
 */
@Command(name = "package")
public final class PackageCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private final Console console;
  private final Inspectors inspectors;
  private final Clock clock;
  private final ManifestChoice choice;

  @Option(
      names = {"-f", "--manifest"},
      descriptionKey = "package-manifest",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT)
  private @Nullable Path manifest;

  /**
   * @param here the current folder
   */
  public PackageCommand(Console console, Inspectors inspectors, Clock clock, Path here) {
    this.console = console;
    this.inspectors = inspectors;
    this.clock = clock;
    choice = new ManifestChoice(here);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCode.USAGE;
  }

  @Command(name = "inspect")
  int inspect(
      @Parameters(arity = "1..*", paramLabel = "FILE") List<Path> files, @Mixin RowOptions answer) {
    Ready ready = ready(files, answer.aside(console));
    List<Inspection> inspections = new ArrayList<>();
    List<Diagnostic> unreadable = new ArrayList<>();
    for (Path file : files) {
      try {
        inspections.add(ready.inspector().inspect(file, requirements(ready)));
      } catch (RefusalException refusal) {
        unreadable.addAll(refusal.diagnostics());
      }
    }
    answer.print(
        console,
        out -> out.print(PackageAnswer.inspected(new Json(), inspections)),
        out -> PackageRow.COLUMNS.print(out, PackageRow.inspected(inspections)::forEach),
        out -> out.println(InspectionView.render(inspections, files.size(), console.time())));
    unreadable.forEach(problem -> console.err().println(DiagnosticView.render(problem)));
    if (!unreadable.isEmpty() || !inspections.stream().allMatch(Inspection::acceptable)) {
      return ExitCode.ERROR;
    }
    return inspections.stream().anyMatch(Inspection::warned) ? ExitCode.WARNINGS : ExitCode.OK;
  }

  @Command(name = "signer")
  int signer(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(
              names = {"-o", "--out"},
              paramLabel = "CERT.cer")
          @Nullable Path out,
      @Mixin AnswerOptions answer) {
    Ready ready = ready(List.of(file), answer.aside(console));
    Signer signer = ready.inspector().signer(file, requirements(ready));
    if (out != null) {
      CertificateFile.write(out, publisher(file, signer));
    }
    answer.print(
        console,
        () -> SignerAnswer.of(file, signer),
        () -> SignerView.render(file, signer, console.time()));
    if (out != null && !answer.json()) {
      console.out().println(Text.of("package-signer.written", "file", out).shown());
    }
    return signer.counts() ? ExitCode.OK : ExitCode.WARNINGS;
  }

  private static X509Certificate publisher(Path file, Signer signer) {
    return signer
        .publisher()
        .orElseThrow(() ->
            new RefusalException(
                signer.counts()
                    ? List.of(
                        Diagnostic.error(
                            PackageCommandCode.SIGNER_NOT_OF_CODE,
                            Message.of("package-signer.not-of-code", "file", file)))
                    : signer.findings()));
  }

  @Command(name = "add")
  int add(
      @Parameters(arity = "1..*", paramLabel = "FILE") List<Path> files,
      @Mixin AnswerOptions answer) {
    Ready ready = readyWithManifest();
    Intake intake = intake(ready);
    List<Added> added = new ArrayList<>();
    List<Diagnostic> refused = new ArrayList<>();
    for (Path file : files) {
      try {
        added.add(intake.add(file, requirements(ready)));
      } catch (RefusalException refusal) {
        refused.addAll(refusal.diagnostics());
      }
    }
    if (answer.json()) {
      console.out().print(PackageAnswer.added(new Json(), added));
    } else {
      IntakeView.lines(added).forEach(console.out()::println);
    }
    refused.forEach(problem -> console.err().println(DiagnosticView.render(problem)));
    return refused.isEmpty() ? ExitCode.OK : ExitCode.ERROR;
  }

  @Command(name = "list")
  int list(@Mixin RowOptions answer) {
    Ready ready = readyWithManifest();
    Holding held = intake(ready).list(requirements(ready));
    answer.print(
        console,
        out -> out.print(PackageAnswer.held(new Json(), held)),
        out -> PackageRow.COLUMNS.print(out, PackageRow.held(held)::forEach),
        out -> out.println(IntakeView.held(held, console.time())));
    held.findings().forEach(finding -> console.err().println(DiagnosticView.render(finding)));
    return held.findings().isEmpty()
            && held.packages().stream().allMatch(each -> each.inspection().acceptable())
        ? ExitCode.OK
        : ExitCode.ERROR;
  }

  private Ready readyWithManifest() {
    return inspectors.ready(Optional.of(choice.usual(manifest)));
  }

  private static Intake intake(Ready ready) {
    return ready
        .intake()
        .orElseThrow(() ->
            new RefusalException(
                Diagnostic.error(
                    PackageCommandCode.INTAKE_NOT_NAMED, Message.of("package-folder.unset"))));
  }

  private Ready ready(List<Path> files, Console aside) {
    ManifestChoice.Chosen chosen =
        manifest != null && isNamed()
            ? new ManifestChoice.Chosen(manifest)
            : choice.of(manifest, files);
    aside.out().println(ScreenText.text(chosen.sentence().shown()));
    return inspectors.ready(chosen.manifest());
  }

  /** Whether the manifest stands on the command line, and is no default. */
  private boolean isNamed() {
    return spec.root().commandLine().getParseResult().asCommandLineList().stream()
        .anyMatch(line -> line.getParseResult().hasMatchedOption("--manifest"));
  }

  private Requirements requirements(Ready ready) {
    return new Requirements(clock.instant(), ready.orgId());
  }
}
