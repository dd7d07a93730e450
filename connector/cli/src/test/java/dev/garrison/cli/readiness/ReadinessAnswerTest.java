package dev.garrison.cli.readiness;

import dev.garrison.cli.Printed;
import dev.garrison.cli.fleet.Judged;
import dev.garrison.cli.fleet.KnownFleet;
import dev.garrison.cli.fleet.Selection;
import dev.garrison.cli.output.StreamedServers;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.fleet.readiness.ReadinessJudge;
import dev.garrison.fleet.readiness.Requirements;
import dev.garrison.fleet.readiness.SystemFit;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.standing.ReadinessStanding;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ReadinessAnswerTest {
  private static final Requirements NONE =
      new Requirements(
          true,
          Optional.empty(),
          new SystemFit(Set.of(), Map.of()),
          Map.of(),
          new Requirements.Visible(false, false, false, false));

  static ReadinessServers answer() {
    FleetStanding fleet = new KnownFleet().standing();
    return new ReadinessServers(
        new ReadinessStanding(
            fleet,
            "application",
            new ReadinessJudge(fleet.judge(), NONE),
            List.of("Free memory is not seen.")),
        Optional.empty(),
        new TerminalTime(ZoneOffset.UTC));
  }

  private final ReadinessServers answer = answer();
  private final Judged<ReadinessLine> servers =
      new Judged<>(answer.standing(), new Selection(Optional.empty(), Optional.empty()), answer);
  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);

  @Test
  void theAnswerIsAsItWasPrintedBefore() {
    new StreamedServers(out)
        .print(
            answer.head(answer.count(servers)),
            lines -> servers.each(each -> lines.accept(answer.line(each))));
    Printed.asBefore(ReadinessAnswerTest.class, "prerequisites.json", text.toString());
  }

  @Test
  void theColumnsAreAsTheyWerePrintedBefore() {
    answer.columns().print(out, servers::each);
    Printed.asBefore(ReadinessAnswerTest.class, "prerequisites.csv", text.toString());
  }
}
