package dev.garrison.cli.readiness;

import dev.garrison.cli.Printed;
import dev.garrison.cli.fleet.KnownFleet;
import dev.garrison.cli.fleet.Selection;
import dev.garrison.cli.output.StreamedServers;
import dev.garrison.fleet.readiness.ReadinessJudge;
import dev.garrison.fleet.readiness.Requirements;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.standing.ReadinessStanding;
import java.io.PrintWriter;
import java.io.StringWriter;
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
          Set.of(),
          Map.of(),
          Map.of(),
          new Requirements.Visible(false, false, false, false));

  private static void print(PrintWriter out, ReadinessStanding standing, JudgedReadiness servers) {
    new StreamedServers(out)
        .print(
            ReadinessAnswer.of(standing, servers.tally()),
            lines ->
                servers.each((server, facts, readiness) ->
                    lines.accept(ReadinessAnswer.Line.of(server, facts, readiness))));
  }

  @Test
  void theAnswerIsAsItWasPrintedBefore() {
    FleetStanding fleet = new KnownFleet().standing();
    ReadinessStanding standing =
        new ReadinessStanding(
            fleet,
            "application",
            new ReadinessJudge(fleet.judge(), NONE),
            List.of("Free memory is not seen."));
    StringWriter text = new StringWriter();
    print(
        new PrintWriter(text),
        standing,
        new JudgedReadiness(standing, new Selection(Optional.empty(), Optional.empty())));
    Printed.asBefore(ReadinessAnswerTest.class, "prerequisites.json", text.toString());
  }
}
