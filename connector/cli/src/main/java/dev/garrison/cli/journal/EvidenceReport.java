package dev.garrison.cli.journal;

import dev.garrison.cli.output.ReportPage;
import dev.garrison.cli.view.EvidenceView;
import dev.garrison.cli.view.JournalView;
import dev.garrison.evidence.AuditedRun;
import dev.garrison.evidence.Evidence;
import dev.garrison.evidence.LeftOut;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.manifest.Exemption;
import dev.garrison.review.RingStateText;
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
            Text.of("evidence.page-title", "manifest", evidence.manifest()).shown(),
            Text.of(
                    "evidence.heading",
                    "manifest",
                    evidence.manifest(),
                    "from",
                    evidence.period().from(),
                    "to",
                    evidence.period().to())
                .shown(),
            STYLE);
    page.facts()
        .fact(shown("report.manifest"), evidence.manifest())
        .fact(shown("report.site"), evidence.site())
        .fact(shown("evidence.zone"), evidence.period().zone().getId())
        .fact(shown("evidence.created"), evidence.made().truncatedTo(ChronoUnit.SECONDS).toString())
        .fact(
            shown("evidence.journal"),
            Text.of(
                    chain.problems().isEmpty() ? "evidence.intact" : "evidence.broken",
                    "runs",
                    chain.runs(),
                    "entries",
                    chain.entries())
                .shown())
        .fact(shown("evidence.chain-head"), JournalView.head(chain.head()).shown());
    chain
        .problems()
        .forEach(problem -> page.fact(shown("evidence.problem"), RecordedText.shown(problem)));
    page.end();
    coverage(page, evidence.rings());
    exceptions(page, evidence.exceptions());
    offboarded(page, evidence.runs());
    changes(page, evidence.runs());
    return page.html();
  }

  private static String shown(String key) {
    return Text.of(key).shown();
  }

  private static void coverage(ReportPage page, List<RingReport> rings) {
    page.section(shown("evidence.coverage"))
        .text(shown("evidence.coverage-note"))
        .table(
            shown("report.ring"),
            shown("report.state"),
            shown("report.servers"),
            shown("evidence.targeted"),
            shown("report.onboarded"),
            shown("evidence.in-progress"),
            shown("evidence.failed"),
            shown("evidence.not-ready"),
            shown("evidence.no-status"));
    for (RingReport ring : rings) {
      RingHealth health = ring.health();
      page.row(
          ring.ring(),
          RingStateText.of(ring.state()).shown(),
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
    page.section(shown("evidence.exceptions"));
    if (exceptions.isEmpty()) {
      page.text(shown("evidence.no-exceptions"));
      return;
    }
    page.table(
        shown("report.server"),
        shown("evidence.last-day"),
        shown("evidence.owner"),
        shown("evidence.ticket"),
        shown("evidence.reason"));
    for (LeftOut left : exceptions) {
      Exemption exception = left.exception();
      page.row(
          exception.server(),
          left.ended()
              ? Text.of("evidence.ended-day", "day", exception.until()).shown()
              : exception.until().toString(),
          exception.owner(),
          exception.ticket().orElse(""),
          exception.reason());
    }
    page.end();
  }

  private static void offboarded(ReportPage page, List<AuditedRun> runs) {
    page.section(shown("evidence.offboarded"));
    if (runs.stream().allMatch(run -> run.offboarded().isEmpty())) {
      page.text(shown("evidence.no-offboarded"));
      return;
    }
    page.text(shown("evidence.offboarded-note"))
        .table(
            shown("report.server"),
            shown("evidence.offboard-entry"),
            shown("evidence.handed-over"),
            shown("evidence.change"),
            shown("evidence.user"));
    for (AuditedRun run : runs) {
      run.offboarded()
          .forEach(each ->
              page.row(
                  each.server(),
                  each.entry(),
                  run.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                  EvidenceView.change(run).shown(),
                  run.osUser()));
    }
    page.end();
  }

  private static void changes(ReportPage page, List<AuditedRun> runs) {
    page.section(shown("evidence.changes"));
    if (runs.isEmpty()) {
      page.text(shown("evidence.no-runs"));
    }
    runs.forEach(run -> change(page, run));
  }

  private static void change(ReportPage page, AuditedRun run) {
    page.subsection(
            Text.of(
                    "evidence.run-title",
                    "time",
                    run.at().truncatedTo(ChronoUnit.SECONDS),
                    "run",
                    run.run())
                .shown())
        .facts()
        .fact(shown("evidence.change"), EvidenceView.change(run).shown())
        .fact(
            shown("evidence.user"),
            Text.of("evidence.user-host", "user", run.osUser(), "host", run.host()).shown())
        .fact(shown("evidence.account"), run.identity())
        .fact(shown("evidence.plan"), "SHA-256 " + run.planDigest())
        .fact(shown("report.manifest"), "SHA-256 " + run.manifestDigest())
        .fact(shown("evidence.end"), shown(run.ended() ? "evidence.ended" : "evidence.interrupted"))
        .end();
    if (run.writes().isEmpty()) {
      page.text(shown("evidence.nothing-written"));
      return;
    }
    page.table(shown("plan-report.action"), shown("plan-report.object"), shown("evidence.result"));
    run.writes().forEach(write -> page.row(write.action(), write.address(), write.result()));
    page.end();
  }
}
