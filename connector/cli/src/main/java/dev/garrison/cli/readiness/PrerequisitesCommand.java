package dev.garrison.cli.readiness;

import dev.garrison.cli.fleet.ServersCommand;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.diagnostic.Worded;
import dev.garrison.session.RepeatedApply;
import dev.garrison.session.Session;
import dev.garrison.session.Sessions;
import dev.garrison.survey.live.LiveQuery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code garrison prerequisites}: servers that are ready, and what the others need. */
@Command(name = "prerequisites")
public final class PrerequisitesCommand extends ServersCommand {
  @Option(
      names = "--only",
      paramLabel = "WHAT",
      converter = Only.class,
      completionCandidates = Only.class)
  private @Nullable Worded only;

  /**
   * @param waiting lets time pass while servers answer
   */
  public PrerequisitesCommand(Console console, Sessions sessions, RepeatedApply.Waiting waiting) {
    super(console, sessions, waiting);
  }

  @Override
  protected ReadinessServers read(Session session, Optional<LiveQuery> query, TerminalTime time) {
    return new ReadinessServers(session.readiness(query), Optional.ofNullable(only), time);
  }
}
