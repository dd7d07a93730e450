package dev.garrison.cli.journal;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.journal.JournalAnswer.Chain;
import dev.garrison.cli.option.UsageMistake;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.RowOptions;
import dev.garrison.cli.view.JournalView;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.state.JournalEntry;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.JournalFolder.Verdict;
import dev.garrison.state.StateFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code garrison journal}: shows and verifies the journals. Reads only, and makes no folder. */
@Command(name = "journal")
public final class JournalCommand implements Callable<Integer> {
  /** Minimum number of digits of a chain head; fewer could match by chance or on purpose. */
  private static final int LEAST_DIGITS = 12;

  @Spec CommandSpec spec;

  private final Console console;

  @Option(
      names = {"-f", "--manifest"},
      descriptionKey = "journal-manifest",
      paramLabel = "FILE",
      defaultValue = "garrison.yaml",
      scope = ScopeType.INHERIT)
  private Path manifest;

  @Option(names = "--state", paramLabel = "DIR", scope = ScopeType.INHERIT)
  private @Nullable Path state;

  @Option(names = "--site", paramLabel = "CODE", scope = ScopeType.INHERIT)
  private @Nullable String site;

  public JournalCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCode.USAGE;
  }

  @Command(name = "verify")
  int verify(
      @Option(names = "--expect", paramLabel = "HEAD") @Nullable String expect,
      @Mixin AnswerOptions answer) {
    if (expect != null && !expect.matches("[0-9a-f]{" + LEAST_DIGITS + ",64}")) {
      throw mistake(
          "verify", Text.of("usage.head", "value", expect, "digits", String.valueOf(LEAST_DIGITS)));
    }
    List<String> sites = sites();
    if (expect != null && sites.size() > 1) {
      throw mistake("verify", Text.of("usage.head-of-sites", "sites", sites));
    }
    List<Chain> chains = new ArrayList<>();
    for (String each : sites) {
      Verdict verdict = folder(each).verify();
      boolean fits = expect == null || verdict.head().startsWith(expect);
      chains.add(Chain.of(each, verdict, fits));
      if (!answer.json()) {
        console.out().println(JournalView.verdict(each, verdict, fits));
      }
    }
    JournalAnswer.Verified verified = JournalAnswer.Verified.of(chains);
    answer.printJson(console, () -> verified);
    return verified.intact() ? ExitCode.OK : ExitCode.ERROR;
  }

  @Command(name = "show")
  int show(
      @Parameters(arity = "0..1", paramLabel = "RUN") @Nullable String run,
      @Mixin RowOptions answer) {
    List<String> sites = sites();
    if (run == null) {
      answer.print(
          console,
          out -> out.print(new Json().pretty(JournalAnswer.Runs.of(runs(sites).toList()))),
          out -> JournalColumns.RUNS.print(out, runs(sites)::forEach),
          out -> sites.forEach(site -> list(site, out)));
      return ExitCode.OK;
    }
    List<String> having = sites.stream().filter(each -> folder(each).runs().contains(run)).toList();
    if (having.size() > 1) {
      throw mistake("show", Text.of("usage.run-of-sites", "run", run, "sites", having));
    }
    // When no site has it, the first one's folder says so.
    String chosen = having.isEmpty() ? sites.getFirst() : having.getFirst();
    List<JournalEntry> entries = folder(chosen).entries(run);
    ShownRun shown = ShownRun.of(chosen, run, entries);
    answer.print(
        console,
        () -> JournalAnswer.Whole.of(shown),
        JournalColumns.WRITES,
        shown::writes,
        () -> JournalView.render(entries, console.time()));
    return ExitCode.OK;
  }

  private Stream<ShownRun> runs(List<String> sites) {
    return sites.stream()
        .flatMap(each ->
            folder(each).runs().stream()
                .map(run -> ShownRun.of(each, run, folder(each).entries(run))));
  }

  private void list(String siteCode, PrintWriter out) {
    JournalFolder folder = folder(siteCode);
    folder.runs().forEach(run -> out.println(JournalView.summary(run, folder.entries(run))));
  }

  private List<String> sites() {
    List<String> sites = stateFolder().sites();
    if (site == null) {
      return sites;
    }
    return List.of(stateFolder().site(site));
  }

  private StateFolder stateFolder() {
    return state == null ? StateFolder.beside(manifest) : new StateFolder(state);
  }

  private JournalFolder folder(String siteCode) {
    return new JournalFolder(new Json(), stateFolder(), siteCode);
  }

  private UsageMistake mistake(String command, Text problem) {
    return UsageMistake.of(spec, command, problem);
  }
}
