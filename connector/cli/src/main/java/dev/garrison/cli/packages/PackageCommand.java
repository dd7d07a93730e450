package dev.garrison.cli.packages;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.packages.Inspectors.Ready;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.cli.view.InspectionView;
import dev.garrison.cli.view.IntakeView;
import dev.garrison.cli.view.SignerView;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.json.Json;
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
@Command(
    name = "package",
    description = "Look into the files from Microsoft's portal before they go anywhere.")
public final class PackageCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private final Console console;
  private final Inspectors inspectors;
  private final Clock clock;
  private final ManifestChoice choice;

  @Option(
      names = {"-f", "--manifest"},
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description =
          "A manifest, for its tenant and for whom it trusts besides Microsoft; garrison.yaml in the current folder unless named. 'inspect' and 'signer' need none, and take none from a package's own folder unless it is named here.")
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

  @Command(
      name = "inspect",
      description = {
        "Say what each file is, told by its content, and what is wrong with it.",
        "A signature counts when it is Microsoft's; nothing is asked of the network."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:every file is acceptable",
        "1:at least one is not, or cannot be read",
        "2:every file is acceptable, and there are warnings"
      })
  int inspect(
      @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files.") List<Path> files,
      @Mixin AnswerOptions answer) {
    Ready ready = ready(files, answer);
    List<Inspection> inspections = new ArrayList<>();
    List<Diagnostic> unreadable = new ArrayList<>();
    for (Path file : files) {
      try {
        inspections.add(ready.inspector().inspect(file, requirements(ready)));
      } catch (RefusalException refusal) {
        unreadable.addAll(refusal.diagnostics());
      }
    }
    if (answer.json()) {
      console.out().print(PackageAnswer.inspected(new Json(), inspections));
    } else {
      console.out().println(InspectionView.render(inspections, files.size()));
    }
    unreadable.forEach(problem -> console.err().println(DiagnosticView.render(problem)));
    if (!unreadable.isEmpty() || !inspections.stream().allMatch(Inspection::acceptable)) {
      return ExitCode.ERROR;
    }
    return inspections.stream().anyMatch(Inspection::warned) ? ExitCode.WARNINGS : ExitCode.OK;
  }

  @Command(
      name = "signer",
      description = {
        "Say who signed a file that is whole, with the whole chain, whether that signer counts or not.",
        "Compare it with a file that you downloaded by hand before you name a signer in 'packages.trust'.",
        "With --out, write the certificate of a signer of code that counts: in the TrustedPublisher store of a computer it lets scripts of that signer run under the policy AllSigned."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:the signer counts; with --out, written",
        "1:nobody signed it, it was changed since, or it cannot be read; with --out, nothing is written",
        "2:the signer does not count"
      })
  int signer(
      @Parameters(paramLabel = "FILE", description = "The signed file.") Path file,
      @Option(
              names = {"-o", "--out"},
              paramLabel = "CERT.cer",
              description = "Where to write the certificate, in DER. Nothing is overwritten.")
          @Nullable Path out,
      @Mixin AnswerOptions answer) {
    Ready ready = ready(List.of(file), answer);
    Signer signer = ready.inspector().signer(file, requirements(ready));
    if (out != null) {
      CertificateFile.write(out, publisher(file, signer));
    }
    answer.print(
        console, () -> SignerAnswer.of(file, signer), () -> SignerView.render(file, signer));
    if (out != null && !answer.json()) {
      console.out().printf("The signer's certificate was written to %s.%n", out);
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
                            file + " is signed inside, by no publisher of code.",
                            "Name md4ws.msi, install.ps1 or UpdatePlatform.exe, or leave out --out."))
                    : signer.findings()));
  }

  @Command(
      name = "add",
      description = {
        "Bring files into the folder that 'packages.intake' names, each once it is proven to be acceptable.",
        "Each lies there under its SHA-256. Nothing is overwritten, and the files given stay where they are."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:every file is in the folder", "1:at least one is not"})
  int add(
      @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files.") List<Path> files,
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

  @Command(
      name = "list",
      description = {
        "Say what lies in the folder that 'packages.intake' names, and what the next plan takes of it.",
        "Every file is inspected again."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:every file is acceptable", "1:at least one is not, or cannot be read"})
  int list(@Mixin AnswerOptions answer) {
    Ready ready = readyWithManifest();
    Holding held = intake(ready).list(requirements(ready));
    if (answer.json()) {
      console.out().print(PackageAnswer.held(new Json(), held));
    } else {
      console.out().println(IntakeView.held(held));
    }
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
                    PackageCommandCode.INTAKE_NOT_NAMED,
                    "The manifest names no folder for packages.",
                    "Set 'packages.intake', such as 'intake: packages/intake'.")));
  }

  private Ready ready(List<Path> files, AnswerOptions answer) {
    ManifestChoice.Chosen chosen =
        manifest != null && isNamed()
            ? new ManifestChoice.Chosen(manifest)
            : choice.of(manifest, files);
    answer.aside(console).out().println(ScreenText.text(chosen.sentence()));
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
