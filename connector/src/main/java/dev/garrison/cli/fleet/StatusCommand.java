package dev.garrison.cli.fleet;

import dev.garrison.cli.Console;
import dev.garrison.cli.ExitCode;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.ServerState.Group;
import dev.garrison.fleet.Tally;
import dev.garrison.fleet.standing.FleetStanding;
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

/** {@code garrison status}: where every server stands. */
@Command(
    name = "status",
    description = {
      "Show where every server of the rings stands, why, and what to do.",
      "Puts together the rings' collections, the deployments' status, and inventory. Writes nothing."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every server is onboarded",
      "1:an error",
      "2:somebody has to look: a server failed, or belongs to another tenant",
      "3:not every server is onboarded yet, and nothing failed"
    })
public final class StatusCommand implements Callable<Integer> {
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
      paramLabel = "STATE",
      converter = StateConverter.class,
      description = {
        "List the servers in this state, one by one: ${COMPLETION-CANDIDATES}.",
        "The exit code still speaks of all."
      })
  private @Nullable ServerState only;

  @Option(
      names = "--server",
      paramLabel = "NAME",
      description = "Speak of this server alone, with all that is known of it.")
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
      description =
          "Also write a page with charts, to print or to hand on. Nothing is overwritten.")
  private @Nullable Path report;

  @Option(
      names = "--overwrite",
      description = "Let the report take the place of one that is there.")
  private boolean overwrite;

  public StatusCommand(Console console, Sessions sessions) {
    this.console = console;
    this.sessions = sessions;
  }

  @Override
  public Integer call() {
    if (report != null && !overwrite) {
      ReportFile.refuseExisting(report);
    }
    try (OpenSession open = options.open(sessions)) {
      return show(open.session().fleet());
    }
  }

  private int show(FleetStanding standing) {
    Selection selection = new Selection(Optional.ofNullable(ring), Optional.ofNullable(server));
    JudgedServers servers = new JudgedServers(standing, selection);
    Tally tally = servers.tally();
    if (form != null && form.json) {
      new StatusJson(standing, new Json()).print(console.out(), servers.only(only), tally);
    } else if (form != null && form.csv) {
      StatusCsv.print(console.out(), servers.only(only));
    } else if (server != null) {
      new StatusScreen(standing).printOne(console.out(), servers);
    } else if (only != null) {
      new StatusScreen(standing).printList(console.out(), servers.only(only), only);
    } else {
      new StatusScreen(standing).print(console.out(), tally);
    }
    if (report != null) {
      ReportFile.write(report, StatusReport.render(standing, servers, tally), overwrite);
      console.err().printf("Report written to %s.%n", report);
    }
    return exitCode(tally);
  }

  private static int exitCode(Tally tally) {
    if (tally.of(Group.LOOK) > 0) {
      return ExitCode.CHANGES;
    }
    return tally.servers() > 0 && tally.of(Group.DONE) == tally.servers()
        ? ExitCode.OK
        : ExitCode.WAITING;
  }
}
