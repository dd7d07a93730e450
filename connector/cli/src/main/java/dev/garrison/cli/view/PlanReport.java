package dev.garrison.cli.view;

import dev.garrison.cli.output.Html;
import dev.garrison.cli.output.ReportPage;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.Remark;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.engine.resource.Address;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.review.PlanGroups;
import dev.garrison.review.PlanMark;
import dev.garrison.review.PlanReason;
import dev.garrison.review.RingDecisionText;
import dev.garrison.state.StoredPlan;
import dev.garrison.survey.ring.RingRoster;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The HTML report of a plan for a change board: writes, the servers they reach, and rollbacks. */
public final class PlanReport {
  /** Values that are folded on a screen are unfolded on paper. */
  private static final String STYLE =
      """
      code{white-space:pre-wrap;word-break:break-word}
      summary{cursor:pointer}
      @media print{details::details-content{content-visibility:visible;display:block}}
      """;

  private final StoredPlan stored;
  private final PlanGroups groups;
  private final PlanReason reasons;
  private final Map<Address, String> rollbacks;
  private final List<RingRoster> rosters;
  private final TerminalTime time;
  private final ReportPage page;

  private PlanReport(
      StoredPlan stored,
      List<RingObjects> rings,
      Map<Address, String> rollbacks,
      List<RingRoster> rosters,
      TerminalTime time) {
    this.stored = stored;
    this.groups = new PlanGroups(stored.plan(), rings);
    this.reasons = groups.reasons();
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
   * @param rings the objects of the manifest's rings, by which changes are grouped
   * @param rollbacks what taking back means for each change
   * @param rosters the servers of the rings
   * @param time how times are shown
   */
  public static String render(
      StoredPlan stored,
      List<RingObjects> rings,
      Map<Address, String> rollbacks,
      List<RingRoster> rosters,
      TerminalTime time) {
    return new PlanReport(stored, rings, rollbacks, rosters, time).page();
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
        .blockages()
        .forEach(each ->
            action(RecordedText.shown(each.problem()) + " " + RecordedText.shown(each.remedy())));
    remarks(Remark::isAction).forEach(each -> action(RecordedText.shown(Remark.text(each))));
    remarks(Predicate.not(Remark::isAction))
        .forEach(each -> page.fact(Text.of("plan-report.note").shown(), RecordedText.shown(each)));
    page.end();
  }

  private void action(String text) {
    page.fact(Text.of("plan-report.action-needed").shown(), text);
  }

  private Stream<String> remarks(Predicate<String> which) {
    return stored.plan().remarks().stream().filter(which).distinct();
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
    page.section(Text.of("plan-report.changes").shown());
    groups
        .of(stored.plan().changes().stream().filter(PlanGroups.shown(false)).toList())
        .forEach(group -> {
          page.subsection(group.title().shown());
          groups.ring(group).ifPresent(ring -> page.text(ring.shown()));
          groups.turns(group).forEach(turn -> page.text(turn.shown()));
          if (!group.changes().isEmpty()) {
            changes(group.changes());
          }
        });
  }

  private void changes(List<PlannedChange> changes) {
    page.table(
        Text.of("plan-report.action").shown(),
        Text.of("plan-report.object").shown(),
        Text.of("report.servers").shown(),
        Text.of("plan-report.values").shown(),
        Text.of("plan-report.rollback").shown());
    changes.forEach(this::change);
    page.end();
  }

  private void change(PlannedChange change) {
    PlanMark mark = PlanMark.of(change);
    page.append("<tr><td>")
        .append(Html.text(mark.sign() + " " + mark.word()))
        .append("</td><td>")
        .append(Html.text(change.address().kind()))
        .append(" <strong>")
        .append(Html.text(change.address().name()))
        .append("</strong><br>")
        .append(Html.text(reasons.of(change)));
    change.notes().forEach(note -> page.append("<br>").append(Html.text(RecordedText.shown(note))));
    page.append("</td><td>")
        .append(Html.text(servers(change)))
        .append("</td><td>")
        .append(values(change))
        .append("</td><td>")
        .append(Html.text(rollbacks.getOrDefault(change.address(), "")))
        .append("</td></tr>\n");
  }

  /** Differences are unfolded where a person compares them. */
  private static String values(PlannedChange change) {
    StringBuilder values = new StringBuilder();
    if (!change.differences().isEmpty()) {
      values
          .append(
              change.differences().stream().anyMatch(each -> each.before().isPresent())
                  ? "<details open>"
                  : "<details>")
          .append("<summary>")
          .append(
              Html.text(
                  Text.of("plan-report.value-count", "count", change.differences().size()).shown()))
          .append("</summary><code>")
          .append(
              change.differences().stream()
                  .map(PlanReport::whole)
                  .map(Html::text)
                  .collect(Collectors.joining("\n")))
          .append("</code></details>");
    }
    change
        .step()
        .ifPresent(step ->
            values
                .append("<code>")
                .append(
                    Html.text(
                        Text.of("plan.step-console", "step", RecordedText.shown(step.console()))
                            .shown()))
                .append('\n')
                .append(Html.text(step.powershell()))
                .append("</code>"));
    return values.toString();
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
