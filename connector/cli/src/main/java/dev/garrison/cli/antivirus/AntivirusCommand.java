package dev.garrison.cli.antivirus;

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

/** {@code garrison antivirus}: what protects each server, today and after the plan. */
@Command(
    name = "antivirus",
    description = {
      "Show which antivirus protects the servers of the rings, today and after the plan.",
      "Servers in danger come first: no known antivirus protects them, two products fight, or"
          + " Microsoft Defender",
      "Antivirus is passive without another product. Reads inventory; with --live also what the"
          + " servers themselves",
      "answer. A product that the list does not have cannot be seen. Writes nothing."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no server is in danger, and what protects each is known",
      "1:an error",
      "2:some are in danger",
      "3:none is known to be in danger, and not everything is known, or a ring is empty",
      "130:ended by Ctrl-C; with --live what came until then was shown"
    })
public final class AntivirusCommand extends ServersCommand {
  @Option(
      names = "--only",
      paramLabel = "WHAT",
      converter = ProtectionFilter.class,
      completionCandidates = ProtectionFilter.class,
      description = {
        "List the servers in this danger, or with this protection, one by one:"
            + " ${COMPLETION-CANDIDATES}.",
        "The exit code still speaks of all."
      })
  private @Nullable Worded only;

  /**
   * @param waiting lets time pass while servers answer
   */
  public AntivirusCommand(Console console, Sessions sessions, RepeatedApply.Waiting waiting) {
    super(console, sessions, waiting);
  }

  @Override
  protected AntivirusServers read(Session session, Optional<LiveQuery> query) {
    return new AntivirusServers(session.antivirus(query), Optional.ofNullable(only));
  }
}
