package dev.garrison.cli.init;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Text;
import dev.garrison.manifest.draft.FirstAnswer;
import dev.garrison.manifest.draft.FirstAnswers;
import dev.garrison.manifest.draft.FirstManifest;
import dev.garrison.survey.NamesOnSite;
import dev.garrison.takeover.draft.SiteAccess;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code garrison init}: a first manifest, by asking on a terminal or from options. */
@Command(name = "init", modelTransformer = FirstAnswerOptions.OfInit.class)
public final class InitCommand implements Callable<Integer> {
  private final Console console;
  private final BufferedReader input;
  private final FirstManifest manifest;
  private final NamedSite site;

  @Spec CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "FILE", defaultValue = "garrison.yaml")
  private Path file;

  @Mixin private AccessOptions access;

  @Option(names = "--offline")
  private boolean offline;

  /**
   * @param input what a person types; read only on a terminal
   * @param site read only on a terminal
   */
  public InitCommand(
      Console console, BufferedReader input, FirstManifest manifest, NamedSite site) {
    this.site = site;
    this.console = console;
    this.input = input;
    this.manifest = manifest;
  }

  @Override
  public Integer call() {
    Map<String, List<String>> given = FirstAnswerOptions.lists(spec);
    List<String> lines = access.to("").furtherLines();
    if (console.terminal()) {
      manifest.write(
          file, given, lines, new Dialogue(console, input, new Offers(this::namesOnSite)));
    } else {
      manifest.write(file, given, lines);
    }
    console.out().println(Text.of("init.written", "file", file).shown());
    console.out().println(Text.of("init.next").shown());
    return ExitCode.OK;
  }

  /** Reads the site; if that fails, says so, because names can be typed. */
  private Optional<NamesOnSite> namesOnSite(FirstAnswers given) {
    if (offline) {
      return Optional.empty();
    }
    String code = given.of(FirstAnswer.SITE_CODE, 0).orElseThrow();
    SiteAccess provider = access.to(given.of(FirstAnswer.PROVIDER, 0).orElseThrow());
    console.err().println(Text.of("init.reading", "site", code).shown());
    try {
      return Optional.of(site.names(file, provider, code));
    } catch (RefusalException e) {
      e.diagnostics().forEach(problem -> console.err().println(DiagnosticView.render(problem)));
      console.err().println(Text.of("init.not-read").shown());
      return Optional.empty();
    }
  }

  /** The site that the answers name. */
  @FunctionalInterface
  public interface NamedSite {
    /**
     * Reads the names to which the manifest may refer.
     *
     * @param file the future manifest; files with secrets are searched for next to it
     * @throws RefusalException when the site can't be read
     */
    NamesOnSite names(Path file, SiteAccess access, String code);
  }
}
