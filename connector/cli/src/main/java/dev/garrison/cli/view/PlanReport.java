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
            "Garrison plan " + stored.plan().manifest(), PlanView.verdict(stored.plan()), STYLE);
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
    page.fact("Manifest", stored.plan().manifest() + ", SHA-256 " + stored.plan().manifestDigest());
    page.fact("Site", stored.plan().site());
    page.fact("Change", stored.changeId().orElse("none given"));
    page.fact("Decided for", time.minute(stored.plan().asOf()));
    page.fact("Expires", time.minute(stored.expires()));
    page.fact("Digest", "SHA-256 " + stored.digest());
    stored
        .plan()
        .packages()
        .forEach((role, digest) -> page.fact("Package " + role, "SHA-256 " + digest));
    stored.plan().remarks().forEach(remark -> page.fact("Note", remark));
    page.end();
  }

  private void rings() {
    page.section("Servers reached").facts();
    for (RingDecision ring : stored.plan().rings()) {
      page.fact(
          "Ring " + ring.ring(),
          "%s, %s: %d servers when the plan was made, at most %d. The plan is refused if it grows by more than a tenth."
              .formatted(ring.decision(), ring.reason(), ring.members(), ring.maxDevices()));
    }
    for (OffboardDecision leaving : stored.plan().offboarding()) {
      page.fact(
          "Offboard " + leaving.entry(),
          "%s: %s. At most %d. The plan is refused if one joins."
              .formatted(
                  leaving.collection(),
                  leaving.servers().isEmpty() ? "nobody" : String.join(", ", leaving.servers()),
                  leaving.maxDevices()));
    }
    rosters.forEach(roster -> page.fact("Names in ring " + roster.ring(), names(roster)));
    page.end();
  }

  private static String names(RingRoster roster) {
    String names = String.join(", ", roster.names());
    return roster.unnamed() > 0
        ? names + " and " + roster.unnamed() + " more"
        : names.isEmpty() ? "none" : names;
  }

  private void changes() {
    page.section("Changes").table("What", "Object", "Servers", "Values", "Taking it back");
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
                .append("Console: ")
                .append(step.console())
                .append('\n')
                .append(step.powershell()));
    page.append("<tr><td>")
        .append(change.action().toString())
        .append("</td><td>")
        .append(Html.text(change.address().toString()))
        .append("<br>")
        .append(Html.text(change.summary()))
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
            .map(roster -> "up to %d, of ring %s".formatted(roster.servers(), roster.ring()))
            .collect(Collectors.joining("; "));
    return reached.isEmpty() ? "none by itself" : reached;
  }

  private void rollback() {
    page.section("What rollback means")
        .text(
            "'garrison undo RUN' makes a plan that takes the run back, object by object as the table says. It is"
                + " refused when somebody changed one of them since. It reaches no server: an agent that was"
                + " installed stays, a server that was onboarded stays onboarded, and one that was offboarded is"
                + " not onboarded again. Taking servers out is offboarding, a change of its own.");
  }

  private static String whole(Difference difference) {
    return "%s: %s -> %s"
        .formatted(
            difference.path(),
            difference.before().orElse("(none)"),
            difference.after().orElse("(none)"));
  }
}
