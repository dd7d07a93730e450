package dev.garrison.cli.fleet;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.StreamedServers;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.ServerState.Group;
import dev.garrison.fleet.Tally;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.session.RepeatedApply;
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
      "Puts together the rings' collections, the deployments' status, and inventory; with --live also what the",
      "servers themselves answer. Writes nothing."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every server is onboarded",
      "1:an error",
      "2:somebody has to look: a server failed, or belongs to another tenant",
      "3:not every server is onboarded yet, and nothing failed",
      "130:ended by Ctrl-C; with --live what came until then was shown"
    })
public final class StatusCommand implements Callable<Integer> {
  private final Console console;
  private final Sessions sessions;
  private final RepeatedApply.Waiting waiting;

  @Mixin private ManifestOptions options;
  @Mixin private ServerOptions servers;
  @Mixin private LiveOptions live;

  @Option(
      names = "--only",
      paramLabel = "STATE",
      converter = StateConverter.class,
      description = {
        "List the servers in this state, one by one: ${COMPLETION-CANDIDATES}.",
        "The exit code still speaks of all."
      })
  private @Nullable ServerState only;

  /**
   * @param waiting lets time pass while servers answer
   */
  public StatusCommand(Console console, Sessions sessions, RepeatedApply.Waiting waiting) {
    this.console = console;
    this.sessions = sessions;
    this.waiting = waiting;
  }

  @Override
  public Integer call() {
    servers.report().refuseExisting();
    try (OpenSession open = options.open(sessions)) {
      return live.during(
          console, waiting, servers.selection(), wish -> show(open.session().fleet(wish)));
    }
  }

  private int show(FleetStanding standing) {
    JudgedServers judged = new JudgedServers(standing, servers.selection());
    Tally tally = judged.tally();
    if (servers.json()) {
      new StreamedServers(console.out())
          .print(
              StatusAnswer.of(standing, tally),
              lines ->
                  judged
                      .only(only)
                      .each((server, verdict) ->
                          lines.accept(StatusAnswer.Line.of(server, verdict))));
    } else if (servers.csv()) {
      StatusCsv.print(console.out(), judged.only(only));
    } else if (servers.isOfOne()) {
      new StatusScreen(standing).printOne(console.out(), judged);
    } else if (only != null) {
      new StatusScreen(standing).printList(console.out(), judged.only(only), only);
    } else {
      new StatusScreen(standing).print(console.out(), tally);
    }
    servers.report().write(console, () -> StatusReport.render(standing, judged, tally));
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
