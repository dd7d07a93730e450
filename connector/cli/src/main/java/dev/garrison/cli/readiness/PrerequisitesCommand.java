package dev.garrison.cli.readiness;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.fleet.LiveOptions;
import dev.garrison.cli.fleet.ServerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.StreamedServers;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.readiness.Readiness.State;
import dev.garrison.fleet.readiness.ReadinessTally;
import dev.garrison.fleet.standing.ReadinessStanding;
import dev.garrison.session.RepeatedApply;
import dev.garrison.session.Sessions;
import dev.garrison.session.Sessions.OpenSession;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code garrison prerequisites}: which servers are ready, and what brings the others there. */
@Command(
    name = "prerequisites",
    description = {
      "Show which servers of the rings are ready to be onboarded, which are not, and what brings them there.",
      "Reads discovery, hardware inventory and maintenance windows; with --live also what the servers themselves",
      "answer. Writes nothing."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every server is ready or onboarded",
      "1:an error",
      "2:some are not ready",
      "3:none is known not to be ready, and not everything is known",
      "130:ended by Ctrl-C; with --live what came until then was shown"
    })
public final class PrerequisitesCommand implements Callable<Integer> {
  private final Console console;
  private final Sessions sessions;
  private final RepeatedApply.Waiting waiting;

  @Mixin private ManifestOptions options;
  @Mixin private ServerOptions servers;
  @Mixin private LiveOptions live;

  @Option(
      names = "--only",
      paramLabel = "WHAT",
      converter = Only.class,
      completionCandidates = Only.class,
      description = {
        "List the servers in this state, or with this finding, one by one: ${COMPLETION-CANDIDATES}.",
        "The exit code still speaks of all."
      })
  private @Nullable Worded only;

  /**
   * @param waiting lets time pass while servers answer
   */
  public PrerequisitesCommand(Console console, Sessions sessions, RepeatedApply.Waiting waiting) {
    this.console = console;
    this.sessions = sessions;
    this.waiting = waiting;
  }

  @Override
  public Integer call() {
    servers.report().refuseExisting();
    try (OpenSession open = options.open(sessions)) {
      return live.during(
          console, waiting, servers.selection(), wish -> show(open.session().readiness(wish)));
    }
  }

  private int show(ReadinessStanding standing) {
    JudgedReadiness judged = new JudgedReadiness(standing, servers.selection());
    ReadinessTally tally = judged.tally();
    JudgedReadiness shown = judged.only(Optional.ofNullable(only));
    if (servers.json()) {
      new StreamedServers(console.out())
          .print(
              ReadinessAnswer.of(standing, tally),
              lines ->
                  shown.each((server, facts, readiness) ->
                      lines.accept(ReadinessAnswer.Line.of(server, facts, readiness))));
    } else if (servers.csv()) {
      ReadinessCsv.print(console.out(), shown);
    } else if (servers.isOfOne()) {
      new ReadinessScreen(standing).printOne(console.out(), judged);
    } else if (only != null) {
      new ReadinessScreen(standing).printList(console.out(), shown, only);
    } else {
      new ReadinessScreen(standing).print(console.out(), judged, tally);
    }
    servers.report().write(console, () -> ReadinessReport.render(standing, judged, tally));
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
