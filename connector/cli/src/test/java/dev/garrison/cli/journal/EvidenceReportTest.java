package dev.garrison.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.evidence.AuditedRun;
import dev.garrison.evidence.Evidence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EvidenceReportTest {
  private static final String PAGE = EvidenceReport.render(SampleEvidence.november());

  @Test
  void thePageNamesPeriodAndZone() {
    assertThat(PAGE)
        .contains(
            "<h1>Evidence for contoso-prod, 2026-11-01 to 2026-11-30</h1>",
            "<th>Time zone of the days</th><td>Europe/Berlin</td>",
            "<th>Created</th><td>2026-12-01T08:00:00Z</td>");
  }

  @Test
  void aBrokenChainStandsAboveEverythingElse() {
    assertThat(PAGE)
        .contains(
            "<th>Journal</th><td>Not intact: 2 runs, 41 entries</td>",
            "<th>Problem in the journal</th><td>line 2 is edited</td>");
    assertThat(PAGE.indexOf("line 2 is edited")).isLessThan(PAGE.indexOf("<h2>Coverage</h2>"));
  }

  @Test
  void coverageAndExceptionsAreTables() {
    assertThat(PAGE)
        .contains(
            "<tr><td>pilot</td><td>complete</td><td>12</td><td>12</td><td>12</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>",
            "<tr><td>SQL07</td><td>2026-11-20 (ended)</td><td>db team</td><td>CHG4</td><td>vendor forbids</td></tr>");
  }

  @Test
  void theServersThatWereHandedOverToOffboardingAreATable() {
    assertThat(PAGE)
        .contains(
            "<h2>Offboarding</h2>",
            "<tr><td>OLD01</td><td>retired</td><td>2026-11-24T21:07:33Z</td><td>CHG9</td><td>anna</td></tr>");
    assertThat(PAGE.indexOf("<h2>Offboarding</h2>")).isLessThan(PAGE.indexOf("<h2>Changes</h2>"));
  }

  @Test
  void eachRunHasItsPersonAccountTicketAndWrites() {
    assertThat(PAGE)
        .contains(
            "<h3>2026-11-24T21:07:33Z, run 20261124T210733Z-1</h3>",
            "<th>Change</th><td>CHG9</td>",
            "<th>User</th><td>anna on adm01</td>",
            "<th>Account on the site</th><td>CONTOSO\\svc-garrison</td>",
            "<th>Plan</th><td>SHA-256 0123456789abcdef</td>",
            "<tr><td>CREATE</td><td>collection/a</td><td>done</td></tr>",
            "<th>End</th><td>The run was interrupted.</td>",
            "<p>No changes were made.</p>");
  }

  @Test
  void anEmptyPeriodSaysSo() {
    Evidence sample = SampleEvidence.november();
    assertThat(
            EvidenceReport.render(
                new Evidence(
                    sample.manifest(),
                    sample.site(),
                    sample.period(),
                    sample.made(),
                    List.of(),
                    List.of(),
                    List.of(),
                    new Evidence.Chain(0, 0, "", List.of()))))
        .contains(
            "<p>No exception was valid in this period.</p>",
            "<p>No server was handed over to offboarding in this period.</p>",
            "<p>No runs in this period.</p>",
            "<th>Journal</th><td>Intact: 0 runs, 0 entries</td>",
            "<th>Chain head</th><td>none</td>");
  }

  @Test
  void namesOfOthersAreTextAndNeverMarkup() {
    Evidence sample = SampleEvidence.november();
    AuditedRun run = sample.runs().getFirst();
    AuditedRun hostile =
        new AuditedRun(
            run.run(),
            run.at(),
            "<script>",
            run.host(),
            run.identity(),
            Optional.of("<script>"),
            run.manifestDigest(),
            run.planDigest(),
            List.of(new AuditedRun.Write("CREATE", "collection/<script>", "done")),
            List.of(new AuditedRun.Offboarded("<script>", "<script>")),
            true);
    assertThat(
            EvidenceReport.render(
                new Evidence(
                    sample.manifest(),
                    sample.site(),
                    sample.period(),
                    sample.made(),
                    sample.rings(),
                    sample.exceptions(),
                    List.of(hostile),
                    sample.chain())))
        .contains("collection/&lt;script&gt;")
        .doesNotContain("<script", "http:", "https:", "src=", "href=");
  }
}
