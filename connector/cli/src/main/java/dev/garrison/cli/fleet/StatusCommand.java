package dev.garrison.cli.fleet;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.TerminalTime;
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
@Command(name = "status")
public final class StatusCommand extends ServersCommand {
  @Option(names = "--only", paramLabel = "STATE", converter = StateConverter.class)
  private @Nullable ServerState only;

  /**
   * @param waiting lets time pass while servers answer
   */
  public StatusCommand(Console console, Sessions sessions, RepeatedApply.Waiting waiting) {
    super(console, sessions, waiting);
  }

  @Override
  protected StatusServers read(Session session, Optional<LiveQuery> query, TerminalTime time) {
    return new StatusServers(session.status(query), Optional.ofNullable(only), time);
  }
}
