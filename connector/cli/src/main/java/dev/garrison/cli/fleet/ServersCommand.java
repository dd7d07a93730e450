package dev.garrison.cli.fleet;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.StreamedServers;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.cli.plan.ReadingNotice;
import dev.garrison.fleet.standing.LeavingServers.LeavingServer;
import dev.garrison.language.Text;
import dev.garrison.session.RepeatedApply;
import dev.garrison.session.Session;
import dev.garrison.session.Sessions;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.survey.live.LiveQuery;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/**
 * Reads servers, judges those that are selected, and prints the answer in the form that is asked
 * for.
 */
public abstract class ServersCommand implements Callable<Integer> {
  private final Console console;
  private final Sessions sessions;
  private final RepeatedApply.Waiting waiting;

  @Mixin private ManifestOptions options;
  @Mixin private ServerOptions servers;
  @Mixin private LiveOptions live;

  /**
   * @param waiting lets time pass while servers answer
   */
  protected ServersCommand(Console console, Sessions sessions, RepeatedApply.Waiting waiting) {
    this.console = console;
    this.sessions = sessions;
    this.waiting = waiting;
  }

  /**
   * Reads the servers.
   *
   * @param query to the servers themselves, if they are asked
   * @param time how the answer shows times
   */
  protected abstract ServersAnswer<?, ?> read(
      Session session, Optional<LiveQuery> query, TerminalTime time);

  @Override
  public final Integer call() {
    servers.report().refuseExisting();
    try (OpenSession open = options.open(sessions)) {
      return live.during(console, waiting, servers.selection(), query -> show(read(open, query)));
    }
  }

  /** Reads with a notice; servers that are asked themselves have one of their own. */
  private ServersAnswer<?, ?> read(OpenSession open, Optional<LiveQuery> query) {
    return query.isPresent()
        ? read(open.session(), query, console.time())
        : ReadingNotice.during(console, open, () -> read(open.session(), query, console.time()));
  }

  private <J, T> int show(ServersAnswer<J, T> answer) {
    Selection selection = servers.selection();
    Judged<J> judged = new Judged<>(answer.standing(), selection, answer);
    T counts = answer.count(judged);
    Optional<LeavingServer> leaving =
        answer.servers(counts) == 0 ? answer.leaving(judged) : Optional.empty();
    if (leaving.isEmpty()) {
      selection.requireServer(answer.servers(counts));
    }
    Judged<J> listed = judged.inGroups(answer.groups());
    servers
        .answer()
        .print(
            console,
            out ->
                new StreamedServers(out)
                    .print(
                        answer.head(counts),
                        lines -> listed.each(each -> lines.accept(answer.line(each)))),
            out -> answer.columns().print(out, listed::each),
            out -> {
              if (selection.server().isPresent()) {
                answer.printOne(out, judged);
              } else if (answer.isList()) {
                answer.printList(out, listed);
              } else {
                answer.print(out, counts);
                judged
                    .emptyRings()
                    .forEach(
                        ring -> out.println(ScreenText.text(Wrapped.hanging("", empty(ring)))));
              }
            });
    servers.report().write(console, () -> answer.report(judged, counts));
    if (leaving.isPresent()) {
      return switch (leaving.get().progress()) {
        case LEAVING, ONBOARDING_PENDING -> ExitCode.WAITING;
        case OFFBOARDED, KEPT_OUT -> ExitCode.OK;
      };
    }
    int exitCode =
        selection.server().isPresent() ? answer.exitCodeOfOne(counts) : answer.exitCode(counts);
    return exitCode == ExitCode.OK && !judged.emptyRings().isEmpty() ? ExitCode.WAITING : exitCode;
  }

  private static String empty(String ring) {
    return Text.of("fleet.empty-ring", "ring", ring).shown();
  }
}
