package dev.garrison.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.Printed;
import dev.garrison.cli.output.StreamedServers;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.fleet.ServerState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StatusAnswerTest {
  private final StatusServers answer =
      new StatusServers(
          new KnownFleet().antivirus(),
          Optional.<ServerState>empty(),
          new TerminalTime(ZoneOffset.UTC));
  private final Judged<StatusLine> servers =
      new Judged<>(answer.standing(), new Selection(Optional.empty(), Optional.empty()), answer);
  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);

  @Test
  void theAnswerIsAsItWasPrintedBefore() {
    new StreamedServers(out)
        .print(
            answer.head(answer.count(servers)),
            lines -> servers.each(each -> lines.accept(answer.line(each))));
    Printed.asBefore(StatusAnswerTest.class, "status.json", text.toString());
  }

  @Test
  void theColumnsAreAsTheyWerePrintedBefore() {
    answer.columns().print(out, servers::each);
    Printed.asBefore(StatusAnswerTest.class, "status.csv", text.toString());
  }

  @Test
  void oneServerIsShownWithWhatProtectsItAndHowThatIsKnown() {
    answer.printOne(out, servers);
    assertThat(text.toString().replace("\r\n", "\n"))
        .contains(
            """
              antivirus danger  passive without another antivirus product
              protected by      not known: mode Passive (live question, 2026-11-24 21:00 UTC); other antivirus products unknown
            """,
            "  protected by      not known: mode not known\n");
  }
}
