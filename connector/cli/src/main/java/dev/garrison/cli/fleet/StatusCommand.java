package dev.garrison.cli.fleet;

import dev.garrison.cli.output.Console;
import dev.garrison.fleet.ServerState;
import dev.garrison.session.RepeatedApply;
import dev.garrison.session.Session;
import dev.garrison.session.Sessions;
import dev.garrison.survey.live.LiveQuery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code garrison status}: the state of every server. */
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
      "2:somebody has to look: a ring is blocked, or a server failed or belongs to another tenant",
      "3:not every server is onboarded yet, or a ring is empty, and nothing failed",
      "130:ended by Ctrl-C; with --live what came until then was shown"
    })
public final class StatusCommand extends ServersCommand {
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
    super(console, sessions, waiting);
  }

  @Override
  protected StatusServers read(Session session, Optional<LiveQuery> query) {
    return new StatusServers(session.antivirus(query), Optional.ofNullable(only));
  }
}
