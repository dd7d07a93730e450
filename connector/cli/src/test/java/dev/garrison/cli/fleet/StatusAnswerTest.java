package dev.garrison.cli.fleet;

import dev.garrison.cli.Printed;
import dev.garrison.cli.output.StreamedServers;
import dev.garrison.fleet.standing.FleetStanding;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StatusAnswerTest {
  private static void print(PrintWriter out, FleetStanding standing, JudgedServers servers) {
    new StreamedServers(out)
        .print(
            StatusAnswer.of(standing, servers.tally()),
            lines ->
                servers.each(
                    (server, verdict) -> lines.accept(StatusAnswer.Line.of(server, verdict))));
  }

  @Test
  void theAnswerIsAsItWasPrintedBefore() {
    FleetStanding standing = new KnownFleet().standing();
    StringWriter text = new StringWriter();
    print(
        new PrintWriter(text),
        standing,
        new JudgedServers(standing, new Selection(Optional.empty(), Optional.empty())));
    Printed.asBefore(StatusAnswerTest.class, "status.json", text.toString());
  }
}
