package dev.garrison.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.TerminalTime;
import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.ServerStateRules;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class StatusReportTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final String HOSTILE = "<script>alert('x' & \"y\")</script>";

  private final Fleet fleet = new Fleet(List.of("pilot"));

  private void server(String name, String system, long statusType, long state, long error) {
    int row = fleet.add(name.hashCode() & 0xFFFF_FFFFL, name);
    BitSet rows = new BitSet();
    rows.set(row);
    fleet.join(0, rows);
    fleet.system(row, system);
    fleet.presence(
        row, new Presence(true, true, false, "5.0", Optional.of(NOW.minus(Duration.ofHours(3)))));
    fleet.onboarding(row, 0, new DeploymentStatus(statusType, state, 0, "", Optional.of(NOW)));
    fleet.onboardingError(row, error);
  }

  private String page(String note) {
    FleetStanding standing =
        new FleetStanding(
            "contoso",
            "PS1",
            NOW,
            List.of(
                new RingReport(
                    "pilot",
                    RingState.OPEN,
                    "95% required",
                    Optional.empty(),
                    4,
                    25,
                    RingHealth.NONE,
                    RingGate.DEFAULT,
                    Optional.empty())),
            fleet,
            new ServerStateRules("5d1f", new ExcludedServers(Map.of())),
            List.of(note),
            Optional.empty());
    StatusServers answer =
        new StatusServers(
            KnownFleet.antivirus(standing), Optional.empty(), new TerminalTime(ZoneOffset.UTC));
    Judged<StatusLine> servers =
        new Judged<>(standing, new Selection(Optional.empty(), Optional.empty()), answer);
    return answer.report(servers, answer.count(servers));
  }

  @Test
  void thePageSaysWhereServersStandAndWhatToDo() {
    server("A1", "Microsoft Windows Server 2019 Standard", 1, 1000, 0);
    server("A2", "Microsoft Windows Server 2019 Standard", 5, 5000, 1603);
    server("A3", "Microsoft Windows Server 2022 Standard", 2, 2004, 0);
    assertThat(page("a class is missing"))
        .contains(
            "<h1>1 of 3 servers onboarded (33%): 1 in progress, 1 needs attention.</h1>",
            "<tr><th>Inventory age</th><td>Hardware inventory age: median 3 hours, oldest 3 hours.</td></tr>",
            "<tr><th>Unknown</th><td>a class is missing</td></tr>",
            "<tr><td>pilot</td><td>in progress</td><td>3</td><td>1 (33%)</td><td>95% required</td></tr>",
            "<tr><td>failed</td><td>1</td><td>A2</td><td>deployment failed, error 1603 (Windows Installer: a fatal error"
                + " during installation)</td><td>Restart the server, and then let the deployment retry:",
            "<tr><td>A3</td><td>pilot</td><td>waiting-for-window</td><td>Microsoft Windows Server 2022 Standard</td>"
                + "<td>waiting for a maintenance window</td></tr>")
        .doesNotContain("<td>A1</td><td>pilot</td>");
  }

  @Test
  void theBarsAreAsLongAsTheirShares() {
    for (int server = 0; server < 3; server++) {
      server("A" + server, "Microsoft Windows Server 2019 Standard", 1, 1000, 0);
    }
    server("B", "Microsoft Windows Server 2019 Standard", 5, 5000, 0);
    assertThat(page(""))
        .contains(
            "<title>onboarded: 3</title><rect class=\"done\" x=\"230.0\" y=\"0\" width=\"375.0\" height=\"20\"/>",
            "<title>attention: 1</title><rect class=\"look\" x=\"605.0\" y=\"0\" width=\"125.0\" height=\"20\"/>",
            "<text x=\"0\" y=\"15\">Windows Server 2019 Standard</text>");
  }

  @Test
  void whatOthersNamedIsTextAndNeverMarkup() {
    server(HOSTILE, HOSTILE, 5, 5000, 0);
    assertThat(page(HOSTILE))
        .doesNotContain("<script", "'x'", "\"y\"")
        .contains("<td>&lt;script&gt;alert(&#39;x&#39; &amp; &quot;y&quot;)&lt;/script&gt;</td>");
  }

  @Test
  void thePageLoadsNothing() {
    server("A1", "Microsoft Windows Server 2019 Standard", 1, 1000, 0);
    assertThat(page(""))
        .doesNotContain("http:", "https:", "src=", "href=", "url(", "@import", "<script");
  }

  @Test
  void fiveHundredServersAreNamedAndTheOthersCounted() {
    for (int server = 0; server < 620; server++) {
      server("S" + server, "Microsoft Windows Server 2019 Standard", 5, 5000, 0);
    }
    String page = page("");
    assertThat(Pattern.compile("<td>S\\d+</td><td>pilot</td>").matcher(page).results().count())
        .isEqualTo(500);
    assertThat(page)
        .contains("<p>And 120 more. For every server, run &quot;garrison status --csv&quot;.</p>")
        .contains("<td>S0, S1, S10, S100, S101, S102 and 614 more</td>");
  }
}
