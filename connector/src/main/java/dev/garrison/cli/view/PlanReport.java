package dev.garrison.cli.view;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.record.StoredPlan;

/**
 * A plan as one self-contained page for a change board: every write, whom it reaches, and what
 * rollback means.
 */
public final class PlanReport {
  private static final String STYLE =
      "body{font:15px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
          + "table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.3em .6em;text-align:left;"
          + "vertical-align:top}code{white-space:pre-wrap;word-break:break-word}";

  private PlanReport() {}

  /** The page. It loads nothing from anywhere. */
  public static String render(StoredPlan stored) {
    StringBuilder page = new StringBuilder();
    page.append(
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Garrison plan ")
        .append(text(stored.plan().manifest()))
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body>\n<h1>")
        .append(text(PlanView.verdict(stored.plan())))
        .append("</h1>\n");
    facts(stored, page);
    rings(stored, page);
    changes(stored, page);
    rollback(page);
    return page.append("</body></html>\n").toString();
  }

  private static void facts(StoredPlan stored, StringBuilder page) {
    page.append("<table>");
    row(page, "Manifest", stored.plan().manifest() + ", SHA-256 " + stored.plan().manifestDigest());
    row(page, "Site", stored.plan().site());
    row(page, "Change", stored.changeId().orElse("none given"));
    row(page, "Decided for", stored.plan().asOf().toString());
    row(page, "Expires", stored.expires().toString());
    stored
        .plan()
        .packages()
        .forEach((role, digest) -> row(page, "Package " + role, "SHA-256 " + digest));
    stored.plan().remarks().forEach(remark -> row(page, "Note", remark));
    page.append("</table>\n");
  }

  private static void rings(StoredPlan stored, StringBuilder page) {
    page.append("<h2>Servers reached</h2><table>");
    for (RingDecision ring : stored.plan().rings()) {
      row(
          page,
          "Ring " + ring.ring(),
          "%s, %s: %d servers now, at most %d. The plan is refused if it grows by more than a tenth."
              .formatted(ring.decision(), ring.reason(), ring.members(), ring.maxDevices()));
    }
    page.append("</table>\n");
  }

  private static void changes(StoredPlan stored, StringBuilder page) {
    page.append("<h2>Changes</h2><table><tr><th>What</th><th>Object</th><th>Values</th></tr>");
    for (PlannedChange change : stored.plan().changes()) {
      if (change.action() != Action.NO_OP) {
        page.append("<tr><td>")
            .append(change.action())
            .append("</td><td>")
            .append(text(change.address().toString()));
        page.append("<br>").append(text(change.summary())).append("</td><td><code>");
        change
            .differences()
            .forEach(difference -> page.append(text(whole(difference))).append('\n'));
        change
            .step()
            .ifPresent(
                step -> page.append(text("Console: " + step.console() + "\n" + step.powershell())));
        page.append("</code></td></tr>");
      }
    }
    page.append("</table>\n");
  }

  private static void rollback(StringBuilder page) {
    page.append("<h2>What rollback means</h2><p>")
        .append(
            text(
                "'garrison undo RUN' takes back every object above as long as nobody changed it since: created objects are"
                    + " deleted, changed ones get their earlier values. Agents that servers have installed by then stay,"
                    + " and servers that were onboarded stay onboarded; taking those out is offboarding, a change of its"
                    + " own."))
        .append("</p>\n");
  }

  private static String whole(Difference difference) {
    return "%s: %s -> %s"
        .formatted(
            difference.path(),
            difference.before().orElse("(none)"),
            difference.after().orElse("(none)"));
  }

  private static void row(StringBuilder page, String name, String value) {
    page.append("<tr><th>")
        .append(text(name))
        .append("</th><td>")
        .append(text(value))
        .append("</td></tr>");
  }

  private static String text(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
