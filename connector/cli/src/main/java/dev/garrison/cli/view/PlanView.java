package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A plan as a person reads it. The verdict comes last. */
public final class PlanView {
  private static final int MOST_NAME = 40;
  private static final int SHORT_DIGEST = 12;

  private PlanView() {}

  /** The whole screen, without a final line end. */
  public static String render(Plan plan) {
    List<String> lines = new ArrayList<>();
    lines.add(plan.manifest() + " \u00b7 " + plan.site());
    packages(plan, lines);
    lines.add("");
    List<PlannedChange> shown =
        plan.changes().stream()
            .filter(change -> change.action() != Action.NO_OP || !change.notes().isEmpty())
            .toList();
    int kinds = width(shown.stream().map(change -> change.address().kind()).toList(), MOST_NAME);
    int names = width(shown.stream().map(change -> change.address().name()).toList(), MOST_NAME);
    shown.forEach(change -> change(change, kinds, names, lines));
    if (!shown.isEmpty()) {
      lines.add("");
    }
    remarks(plan, lines);
    plan.blockages().forEach(each -> lines.addAll(blocked(each)));
    lines.add(verdict(plan));
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  /** The counts in one line. */
  public static String verdict(Plan plan) {
    if (plan.converged()) {
      return "Plan: nothing to do%s. %d objects are as the manifest says."
          .formatted(
              plan.defers() ? " until the rings that wait have their turn" : "",
              plan.changes().size());
    }
    return "Plan: %d to create, %d to change, %d to delete, %d wait%s%s, %d by hand."
        .formatted(
            plan.count(Action.CREATE) + plan.count(Action.REPLACE),
            plan.count(Action.UPDATE),
            plan.count(Action.DELETE),
            plan.waiting(),
            plan.waiting() == 1 ? "s" : "",
            plan.blocked() == 0 ? "" : ", %d blocked".formatted(plan.blocked()),
            plan.count(Action.MANUAL));
  }

  private static void packages(Plan plan, List<String> lines) {
    String label = "Packages   ";
    for (Map.Entry<String, String> entry : plan.packages().entrySet()) {
      String[] known = entry.getValue().split(" ", 2);
      String digest = known[0].substring(0, Math.min(SHORT_DIGEST, known[0].length()));
      lines.add(
          label
              + ScreenText.padded(entry.getKey(), 15)
              + " sha256 "
              + digest
              + (known.length > 1 ? "  " + known[1] : ""));
      label = " ".repeat(label.length());
    }
  }

  private static void change(PlannedChange change, int kinds, int names, List<String> lines) {
    String head =
        "  " + sign(change) + " " + ScreenText.padded(change.address().kind(), kinds) + " ";
    lines.add(
        (head + ScreenText.padded(change.address().name(), names) + "  " + change.summary())
            .stripTrailing());
    String indent = " ".repeat(head.length());
    if (change.action() == Action.UPDATE || change.action() == Action.REPLACE) {
      change
          .differences()
          .forEach(difference -> lines.add(indent + DifferenceView.render(difference)));
    }
    change.step().ifPresent(step -> step(step, indent, lines));
    change.notes().forEach(note -> lines.add(indent + note));
  }

  private static void step(ManualStep step, String indent, List<String> lines) {
    lines.add(indent + "Console: " + step.console());
    lines.add(indent + "or: " + step.powershell());
  }

  /** One cause of blocked changes with its remedy, the same in plan and apply. */
  public static List<String> blocked(Blockage blockage) {
    return List.of(
        Wrapped.hanging("  Blocked: ", blockage.problem()),
        Wrapped.hanging("  Fix: ", blockage.remedy()));
  }

  private static void remarks(Plan plan, List<String> lines) {
    List<String> remarks = new ArrayList<>();
    plan.rings()
        .forEach(ring ->
            remarks.add(
                "ring %s is %s (%s): %d servers now, at most %d"
                    .formatted(
                        ring.ring(),
                        ring.decision(),
                        ring.reason(),
                        ring.members(),
                        ring.maxDevices())));
    remarks.addAll(plan.remarks());
    plan.orphans()
        .forEach(orphan ->
            remarks.add(
                orphan + " is ours and no longer wanted; 'garrison plan --prune' deletes it"));
    if (!remarks.isEmpty()) {
      lines.add("  Before you apply");
      remarks.forEach(remark -> lines.add(Wrapped.hanging("    - ", remark)));
      lines.add("");
    }
  }

  private static String sign(PlannedChange change) {
    return switch (change.action()) {
      case NO_OP -> "=";
      case CREATE -> "+";
      case UPDATE -> "~";
      case REPLACE -> "#";
      case DELETE -> "-";
      case WAIT -> change.waits() ? "." : "x";
      case MANUAL -> "!";
    };
  }

  private static int width(List<String> texts, int most) {
    return Math.min(most, texts.stream().mapToInt(String::length).max().orElse(0));
  }
}
