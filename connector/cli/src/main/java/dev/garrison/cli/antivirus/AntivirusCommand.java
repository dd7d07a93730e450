package dev.garrison.cli.antivirus;

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

/** {@code garrison antivirus}: what protects each server, today and after the plan. */
@Command(name = "antivirus")
public final class AntivirusCommand extends ServersCommand {
  @Option(
      names = "--only",
      paramLabel = "WHAT",
      converter = ProtectionFilter.class,
      completionCandidates = ProtectionFilter.class)
  private @Nullable Worded only;

  /**
   * @param waiting lets time pass while servers answer
   */
  public AntivirusCommand(Console console, Sessions sessions, RepeatedApply.Waiting waiting) {
    super(console, sessions, waiting);
  }

  @Override
  protected AntivirusServers read(Session session, Optional<LiveQuery> query, TerminalTime time) {
    return new AntivirusServers(session.antivirus(query), Optional.ofNullable(only), time);
  }
}
