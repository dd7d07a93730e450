package dev.garrison.cli.view;

import dev.garrison.cli.output.Html;
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

/**
 * A plan as one self-contained page for a change board: every write, whom it reaches, and what
 * rollback means.
 */
public final class PlanReport {
  private static final String STYLE =
      "body{font:15px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
          + "table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.3em .6em;text-align:left;"
          + "vertical-align:top}code{white-space:pre-wrap;word-break:break-word}";

  private final StoredPlan stored;
  private final Map<Address, String> rollbacks;
  private final List<RingRoster> rosters;
  private final StringBuilder page = new StringBuilder();

  private PlanReport(StoredPlan stored, Map<Address, String> rollbacks, List<RingRoster> rosters) {
    this.stored = stored;
    this.rollbacks = rollbacks;
    this.rosters = rosters;
  }

  /**
   * The page. It loads nothing from anywhere.
   *
   * @param rollbacks what taking back means for each change
   * @param rosters the servers of the rings
   */
  public static String render(
      StoredPlan stored, Map<Address, String> rollbacks, List<RingRoster> rosters) {
    return new PlanReport(stored, rollbacks, rosters).page();
  }

  private String page() {
    page.append(
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Garrison plan ")
        .append(Html.text(stored.plan().manifest()))
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body>\n<h1>")
        .append(Html.text(PlanView.verdict(stored.plan())))
        .append("</h1>\n");
    facts();
    rings();
    changes();
    rollback();
    return page.append("</body></html>\n").toString();
  }

  private void facts() {
    page.append("<table>");
    row("Manifest", stored.plan().manifest() + ", SHA-256 " + stored.plan().manifestDigest());
    row("Site", stored.plan().site());
    row("Change", stored.changeId().orElse("none given"));
    row("Decided for", stored.plan().asOf().toString());
    row("Expires", stored.expires().toString());
    row("Digest", "SHA-256 " + stored.digest());
    stored.plan().packages().forEach((role, digest) -> row("Package " + role, "SHA-256 " + digest));
    stored.plan().remarks().forEach(remark -> row("Note", remark));
    page.append("</table>\n");
  }

  private void rings() {
    page.append("<h2>Servers reached</h2><table>");
    for (RingDecision ring : stored.plan().rings()) {
      row(
          "Ring " + ring.ring(),
          "%s, %s: %d servers when the plan was made, at most %d. The plan is refused if it grows by more than a tenth."
              .formatted(ring.decision(), ring.reason(), ring.members(), ring.maxDevices()));
    }
    for (OffboardDecision leaving : stored.plan().offboarding()) {
      row(
          "Offboard " + leaving.entry(),
          "%s: %s. At most %d. The plan is refused if one joins."
              .formatted(
                  leaving.collection(),
                  leaving.servers().isEmpty() ? "nobody" : String.join(", ", leaving.servers()),
                  leaving.maxDevices()));
    }
    rosters.forEach(roster -> row("Names in ring " + roster.ring(), names(roster)));
    page.append("</table>\n");
  }

  private static String names(RingRoster roster) {
    String names = String.join(", ", roster.names());
    return roster.unnamed() > 0
        ? names + " and " + roster.unnamed() + " more"
        : names.isEmpty() ? "none" : names;
  }

  private void changes() {
    page.append(
        "<h2>Changes</h2><table><tr><th>What</th><th>Object</th><th>Servers</th><th>Values</th>"
            + "<th>Taking it back</th></tr>\n");
    stored.plan().changes().stream()
        .filter(change -> change.action() != Action.NO_OP)
        .forEach(this::change);
    page.append("</table>\n");
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
        .append(change.action())
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
    page.append("<h2>What rollback means</h2><p>")
        .append(
            Html.text(
                "'garrison undo RUN' makes a plan that takes the run back, object by object as the table says. It is"
                    + " refused when somebody changed one of them since. It reaches no server: an agent that was"
                    + " installed stays, a server that was onboarded stays onboarded, and one that was offboarded is"
                    + " not onboarded again. Taking servers out is offboarding, a change of its own."))
        .append("</p>\n");
  }

  private static String whole(Difference difference) {
    return "%s: %s -> %s"
        .formatted(
            difference.path(),
            difference.before().orElse("(none)"),
            difference.after().orElse("(none)"));
  }

  private void row(String name, String value) {
    page.append("<tr><th>")
        .append(Html.text(name))
        .append("</th><td>")
        .append(Html.text(value))
        .append("</td></tr>");
  }
}
