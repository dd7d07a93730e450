package dev.garrison.cli.readiness;

import dev.garrison.cli.Console;
import dev.garrison.cli.ExitCode;
import dev.garrison.cli.fleet.Selection;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.fleet.readiness.Readiness.State;
import dev.garrison.fleet.readiness.ReadinessTally;
import dev.garrison.fleet.standing.ReadinessStanding;
import dev.garrison.json.Json;
import dev.garrison.probe.report.ReportFile;
import dev.garrison.session.Sessions;
import dev.garrison.session.Sessions.OpenSession;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code garrison prerequisites}: which servers are ready, and what brings the others there. */
@Command(
    name = "prerequisites",
    description = {
      "Show which servers of the rings are ready to be onboarded, which are not, and what brings them there.",
      "Reads discovery, hardware inventory and maintenance windows. Writes nothing."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every server is ready or onboarded",
      "1:an error",
      "2:some are not ready",
      "3:none is known not to be ready, and not everything is known"
    })
public final class PrerequisitesCommand implements Callable<Integer> {
  private final Console console;
  private final Sessions sessions;

  @Mixin private ManifestOptions options;

  @Option(
      names = "--ring",
      paramLabel = "RING",
      description = "Speak of the servers of this ring alone.")
  private @Nullable String ring;

  @Option(
      names = "--only",
      paramLabel = "WHAT",
      converter = Only.Converter.class,
      completionCandidates = Only.Words.class,
      description = {
        "List the servers in this state, or with this finding, one by one: ${COMPLETION-CANDIDATES}.",
        "The exit code still speaks of all."
      })
  private @Nullable Only only;

  @Option(
      names = "--server",
      paramLabel = "NAME",
      description = "Speak of this server alone, with all that was found.")
  private @Nullable String server;

  @ArgGroup(exclusive = true)
  private @Nullable Form form;

  /** Instead of the screen. */
  private static final class Form {
    @Option(names = "--json", description = "Print every server as JSON.")
    private boolean json;

    @Option(names = "--csv", description = "Print every server as CSV, for a spreadsheet.")
    private boolean csv;
  }

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Also write a page, to print or to hand on. Nothing is overwritten.")
  private @Nullable Path report;

  @Option(
      names = "--overwrite",
      description = "Let the report take the place of one that is there.")
  private boolean overwrite;

  public PrerequisitesCommand(Console console, Sessions sessions) {
    this.console = console;
    this.sessions = sessions;
  }

  @Override
  public Integer call() {
    if (report != null && !overwrite) {
      ReportFile.refuseExisting(report);
    }
    try (OpenSession open = options.open(sessions)) {
      return show(open.session().readiness());
    }
  }

  private int show(ReadinessStanding standing) {
    Selection selection = new Selection(Optional.ofNullable(ring), Optional.ofNullable(server));
    JudgedReadiness servers = new JudgedReadiness(standing, selection);
    ReadinessTally tally = servers.tally();
    JudgedReadiness shown = servers.only(Optional.ofNullable(only));
    if (form != null && form.json) {
      new ReadinessJson(standing, new Json()).print(console.out(), shown, tally);
    } else if (form != null && form.csv) {
      ReadinessCsv.print(console.out(), shown);
    } else if (server != null) {
      new ReadinessScreen(standing).printOne(console.out(), servers);
    } else if (only != null) {
      new ReadinessScreen(standing).printList(console.out(), shown, only);
    } else {
      new ReadinessScreen(standing).print(console.out(), servers, tally);
    }
    if (report != null) {
      ReportFile.write(report, ReadinessReport.render(standing, servers, tally), overwrite);
      console.err().printf("Report written to %s.%n", report);
    }
    return exitCode(tally);
  }

  private static int exitCode(ReadinessTally tally) {
    if (tally.of(State.NOT_READY) > 0) {
      return ExitCode.CHANGES;
    }
    return tally.servers() > 0
            && tally.of(State.READY) + tally.of(State.ONBOARDED) == tally.servers()
        ? ExitCode.OK
        : ExitCode.WAITING;
  }
}
