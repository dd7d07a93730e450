package dev.garrison.cli.fleet;

import dev.garrison.cli.Console;
import dev.garrison.cli.ExitCode;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.ServerState.Group;
import dev.garrison.fleet.Tally;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.json.Json;
import dev.garrison.session.Sessions;
import dev.garrison.session.Sessions.OpenSession;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
  @Mixin private ServerOptions servers;

  @Option(
      names = "--only",
      paramLabel = "STATE",
      converter = StateConverter.class,
      description = {
        "List the servers in this state, one by one: ${COMPLETION-CANDIDATES}.",
        "The exit code still speaks of all."
      })
  private @Nullable ServerState only;

  public StatusCommand(Console console, Sessions sessions) {
    this.console = console;
    this.sessions = sessions;
  }

  @Override
  public Integer call() {
    servers.refuseExisting();
    try (OpenSession open = options.open(sessions)) {
      return show(open.session().fleet());
    }
  }

  private int show(FleetStanding standing) {
    JudgedServers judged = new JudgedServers(standing, servers.selection());
    Tally tally = judged.tally();
    if (servers.json()) {
      new StatusJson(standing, new Json()).print(console.out(), judged.only(only), tally);
    } else if (servers.csv()) {
      StatusCsv.print(console.out(), judged.only(only));
    } else if (servers.isOfOne()) {
      new StatusScreen(standing).printOne(console.out(), judged);
    } else if (only != null) {
      new StatusScreen(standing).printList(console.out(), judged.only(only), only);
    } else {
      new StatusScreen(standing).print(console.out(), tally);
    }
    servers.report(console, () -> StatusReport.render(standing, judged, tally));
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
