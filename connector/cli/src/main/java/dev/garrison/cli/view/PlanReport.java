package dev.garrison.cli.view;

import dev.garrison.cli.output.Html;
import dev.garrison.cli.output.ReportPage;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.engine.resource.Address;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.state.StoredPlan;
import dev.garrison.survey.ring.RingRoster;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The HTML report of a plan for a change board: writes, the servers they reach, and rollbacks. */
public final class PlanReport {
  private static final String STYLE = "code{white-space:pre-wrap;word-break:break-word}\n";

  private final StoredPlan stored;
  private final Map<Address, String> rollbacks;
  private final List<RingRoster> rosters;
  private final TerminalTime time;
  private final ReportPage page;

  private PlanReport(
      StoredPlan stored,
      Map<Address, String> rollbacks,
      List<RingRoster> rosters,
      TerminalTime time) {
    this.stored = stored;
    this.rollbacks = rollbacks;
    this.rosters = rosters;
    this.time = time;
    page =
        new ReportPage(
            Text.of("plan-report.title", "manifest", stored.plan().manifest()).shown(),
            PlanView.verdict(stored.plan()),
            STYLE);
  }

  /**
   * Renders the page.
   *
   * @param rollbacks what taking back means for each change
   * @param rosters the servers of the rings
   * @param time how times are shown
   */
  public static String render(
      StoredPlan stored,
      Map<Address, String> rollbacks,
      List<RingRoster> rosters,
      TerminalTime time) {
    return new PlanReport(stored, rollbacks, rosters, time).page();
  }

  private String page() {
    facts();
    rings();
    changes();
    rollback();
    return page.html();
  }

  private void facts() {
    page.facts();
    page.fact(
        Text.of("report.manifest").shown(),
        stored.plan().manifest() + ", SHA-256 " + stored.plan().manifestDigest());
    page.fact(Text.of("report.site").shown(), RecordedText.shown(stored.plan().site()));
    page.fact(
        Text.of("plan-report.change").shown(),
        stored
            .changeId()
            .map(RecordedText::shown)
            .orElseGet(() -> Text.of("plan-report.no-change").shown()));
    page.fact(Text.of("plan-report.as-of").shown(), time.minute(stored.plan().asOf()));
    page.fact(Text.of("plan-report.expires").shown(), time.minute(stored.expires()));
    page.fact(Text.of("plan-report.digest").shown(), "SHA-256 " + stored.digest());
    stored
        .plan()
        .packages()
        .forEach((role, proof) ->
            page.fact(Text.of("plan-report.package", "role", role).shown(), proof(proof)));
    stored
        .plan()
        .remarks()
        .forEach(
            remark -> page.fact(Text.of("plan-report.note").shown(), RecordedText.shown(remark)));
    page.end();
  }

  /** The digest of a package, then what was proven of the file. */
  private static String proof(String recorded) {
    String[] parts = recorded.split(" ", 2);
    String digest = "SHA-256 " + parts[0];
    return parts.length > 1 ? digest + " " + RecordedText.shown(parts[1]) : digest;
  }

  private void rings() {
    page.section(Text.of("plan-report.servers").shown()).facts();
    for (RingDecision ring : stored.plan().rings()) {
      page.fact(
          Text.of("plan.ring", "ring", ring.ring()).shown(),
          Text.of(
                  "plan-report.ring",
                  "state",
                  RingDecisionText.of(ring, stored.plan().changes()),
                  "count",
                  ring.members(),
                  "most",
                  ring.maxDevices())
              .shown());
    }
    for (OffboardDecision leaving : stored.plan().offboarding()) {
      page.fact(
          Text.of("plan.offboarding", "entry", leaving.entry()).shown(),
          Text.of(
                  leaving.servers().isEmpty()
                      ? "plan-report.offboards-none"
                      : "plan-report.offboards",
                  "collection",
                  leaving.collection(),
                  "servers",
                  List.copyOf(leaving.servers()),
                  "most",
                  leaving.maxDevices())
              .shown());
    }
    rosters.forEach(roster ->
        page.fact(Text.of("plan-report.names", "ring", roster.ring()).shown(), names(roster)));
    page.end();
  }

  private static String names(RingRoster roster) {
    if (roster.names().isEmpty() && roster.unnamed() == 0) {
      return Text.of("plan-report.none").shown();
    }
    return Text.of(
            roster.unnamed() > 0 ? "fleet.names-more" : "fleet.names",
            "names",
            roster.names(),
            "count",
            roster.unnamed())
        .shown();
  }

  private void changes() {
    page.section(Text.of("plan-report.changes").shown())
        .table(
            Text.of("plan-report.action").shown(),
            Text.of("plan-report.object").shown(),
            Text.of("report.servers").shown(),
            Text.of("plan-report.values").shown(),
            Text.of("plan-report.rollback").shown());
    stored.plan().changes().stream()
        .filter(change -> change.action() != Action.NO_OP)
        .forEach(this::change);
    page.end();
  }

  private void change(PlannedChange change) {
    StringBuilder values = new StringBuilder();
    change.differences().forEach(difference -> values.append(whole(difference)).append('\n'));
    change
        .step()
        .ifPresent(step ->
            values
                .append(
                    Text.of("plan.step-console", "step", RecordedText.shown(step.console()))
                        .shown())
                .append('\n')
                .append(step.powershell()));
    page.append("<tr><td>")
        .append(change.action().toString())
        .append("</td><td>")
        .append(Html.text(change.address().toString()))
        .append("<br>")
        .append(Html.text(RecordedText.shown(change.summary())))
        .append("</td><td>")
        .append(Html.text(servers(change)))
        .append("</td><td><code>")
        .append(Html.text(values.toString()))
        .append("</code></td><td>")
        .append(Html.text(rollbacks.getOrDefault(change.address(), "")))
        .append("</td></tr>\n");
  }

  private String servers(PlannedChange change) {
    String reached =
        rosters.stream()
            .filter(roster -> roster.through().contains(change.address()))
            .map(roster ->
                Text.of("plan-report.reached", "count", roster.servers(), "ring", roster.ring())
                    .shown())
            .collect(Collectors.joining("; "));
    return reached.isEmpty() ? Text.of("plan-report.reached-none").shown() : reached;
  }

  private void rollback() {
    page.section(Text.of("plan-report.rollback-title").shown())
        .text(Text.of("plan-report.rollback-meaning").shown());
  }

  private static String whole(Difference difference) {
    return "%s: %s -> %s"
        .formatted(
            difference.path(),
            difference.before().orElseGet(() -> Text.of("plan.none").shown()),
            difference.after().orElseGet(() -> Text.of("plan.none").shown()));
  }
}
