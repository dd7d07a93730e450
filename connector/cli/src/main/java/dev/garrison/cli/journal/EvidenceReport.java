package dev.garrison.cli.journal;

import dev.garrison.cli.output.ReportPage;
import dev.garrison.evidence.AuditedRun;
import dev.garrison.evidence.Evidence;
import dev.garrison.evidence.LeftOut;
import dev.garrison.manifest.Exemption;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The HTML report of {@code garrison evidence}, to print or to hand on. */
final class EvidenceReport {
  private static final String STYLE = "td{overflow-wrap:anywhere}\n";

  private EvidenceReport() {}

  /** The page. */
  static String render(Evidence evidence) {
    Evidence.Chain chain = evidence.chain();
    ReportPage page =
        new ReportPage(
            "Garrison evidence " + evidence.manifest(),
            "Evidence for %s, %s to %s"
                .formatted(evidence.manifest(), evidence.period().from(), evidence.period().to()),
            STYLE);
    page.facts()
        .fact("Manifest", evidence.manifest())
        .fact("Site", evidence.site())
        .fact("Time zone of the days", evidence.period().zone().getId())
        .fact("Made", evidence.made().truncatedTo(ChronoUnit.SECONDS).toString())
        .fact(
            "Journal",
            "%s: %d runs, %d entries"
                .formatted(
                    chain.problems().isEmpty() ? "Intact" : "Broken",
                    chain.runs(),
                    chain.entries()))
        .fact("Chain head", chain.head().isEmpty() ? "none" : chain.head());
    chain.problems().forEach(problem -> page.fact("Problem in the journal", problem));
    page.end();
    coverage(page, evidence.rings());
    exceptions(page, evidence.exceptions());
    changes(page, evidence.runs());
    return page.html();
  }

  private static void coverage(ReportPage page, List<RingReport> rings) {
    page.section("Coverage")
        .text("As of when this page was made. Past coverage isn't kept.")
        .table(
            "Ring",
            "State",
            "Servers",
            "Targeted",
            "Onboarded",
            "In progress",
            "Failed",
            "Requirements not met",
            "No status reported");
    for (RingReport ring : rings) {
      RingHealth health = ring.health();
      page.row(
          ring.ring(),
          ring.state().word(),
          String.valueOf(ring.members()),
          String.valueOf(health.targeted()),
          String.valueOf(health.onboarded()),
          String.valueOf(health.underWay()),
          String.valueOf(health.failed()),
          String.valueOf(health.notReady()),
          String.valueOf(health.silent()));
    }
    page.end();
  }

  private static void exceptions(ReportPage page, List<LeftOut> exceptions) {
    page.section("Exceptions");
    if (exceptions.isEmpty()) {
      page.text("No exception was valid in this period.");
      return;
    }
    page.table("Server", "Last day", "Owner", "Ticket", "Reason");
    for (LeftOut left : exceptions) {
      Exemption exception = left.exception();
      page.row(
          exception.server(),
          exception.until() + (left.ended() ? " (ended)" : ""),
          exception.owner(),
          exception.ticket().orElse(""),
          exception.reason());
    }
    page.end();
  }

  private static void changes(ReportPage page, List<AuditedRun> runs) {
    page.section("Changes");
    if (runs.isEmpty()) {
      page.text("No run in this period.");
    }
    runs.forEach(run -> change(page, run));
  }

  private static void change(ReportPage page, AuditedRun run) {
    page.subsection(run.at().truncatedTo(ChronoUnit.SECONDS) + ", run " + run.run())
        .facts()
        .fact("Change", run.changeId().orElse("not named"))
        .fact("User", run.osUser() + " on " + run.host())
        .fact("Account on the site", run.identity())
        .fact("Plan", "SHA-256 " + run.planDigest())
        .fact("Manifest", "SHA-256 " + run.manifestDigest())
        .fact("End", run.ended() ? "The run ended normally." : "The run was interrupted.")
        .end();
    if (run.writes().isEmpty()) {
      page.text("Nothing was written.");
      return;
    }
    page.table("Action", "Object", "Result");
    run.writes().forEach(write -> page.row(write.action(), write.address(), write.result()));
    page.end();
  }
}
