package dev.garrison.cli.readiness;

import dev.garrison.cli.fleet.ServersCommand;
import dev.garrison.cli.output.Console;
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
      "3:none is known not to be ready, and not everything is known, or a ring is empty",
      "130:ended by Ctrl-C; with --live what came until then was shown"
    })
public final class PrerequisitesCommand extends ServersCommand {
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
    super(console, sessions, waiting);
  }

  @Override
  protected ReadinessServers read(Session session, Optional<LiveQuery> query) {
    return new ReadinessServers(session.readiness(query), Optional.ofNullable(only));
  }
}
