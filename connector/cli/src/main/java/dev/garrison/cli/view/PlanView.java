package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.Remark;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.recipe.offboarding.OffboardRemark;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.review.PlanCounts;
import dev.garrison.review.PlanGroup.Kind;
import dev.garrison.review.PlanGroups;
import dev.garrison.review.PlanGroups.Grouped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Screen of a plan.
 *
 * <p>The verdict comes first, then what has to be done by a person, then the changes by ring. A
 * long screen repeats the verdict at its end.
 */
public final class PlanView {
  private static final int SHORT_DIGEST = 12;
  private static final int LONG = 25;

  private final Plan plan;
  private final PlanDetail detail;
  private final PlanGroups groups;
  private final List<String> lines = new ArrayList<>();

  private PlanView(Plan plan, List<RingObjects> rings, PlanDetail detail) {
    this.plan = plan;
    this.detail = detail;
    this.groups = new PlanGroups(plan, rings);
  }

  /** The complete screen, without a final line end. */
  public static String render(Plan plan, List<RingObjects> rings) {
    return render(plan, rings, PlanDetail.USUAL);
  }

  /**
   * The complete screen, without a final line end.
   *
   * @param rings the objects of the manifest's rings, by which changes are grouped
   */
  public static String render(Plan plan, List<RingObjects> rings, PlanDetail detail) {
    return new PlanView(plan, rings, detail).screen();
  }

  /** The counts in one line. */
  public static String verdict(Plan plan) {
    if (plan.converged()) {
      return Text.of(
              plan.defers() ? "plan.nothing-yet" : "plan.nothing", "count", plan.changes().size())
          .shown();
    }
    return Text.of("plan.verdict", "counts", new PlanCounts(plan.changes()).all()).shown();
  }

  /** Changes that are not shown, with their counts in one line. */
  public static String counts(Text title, List<PlannedChange> changes) {
    return new PlanCounts(changes).group(title).shown();
  }

  private String screen() {
    lines.add(verdict(plan));
    lines.add(
        Text.of(
                "plan.subject",
                "manifest",
                plan.manifest(),
                "site",
                RecordedText.shown(plan.site()))
            .shown());
    actions();
    packages();
    groups();
    orphans();
    notes();
    if (String.join("\n", lines).lines().count() > LONG) {
      lines.add("");
      lines.add(verdict(plan));
    }
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  private void actions() {
    List<String> actions = remarks(Remark::isAction);
    List<Blockage> blockages = plan.blockages();
    if (actions.isEmpty() && blockages.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(Text.of("plan.actions", "count", actions.size() + blockages.size()).shown());
    blockages.forEach(each -> lines.addAll(blocked(each)));
    actions.forEach(
        each -> lines.add(Wrapped.hanging("  ! ", RecordedText.shown(Remark.text(each)))));
  }

  /** One cause of blocked changes with its remedy, the same in plan and apply. */
  public static List<String> blocked(Blockage blockage) {
    return List.of(
        Wrapped.hanging(
            "  x " + Text.of("plan.blocked-label").shown() + " ",
            RecordedText.shown(blockage.problem())),
        Wrapped.hanging(
            "    " + Text.of("plan.fix-label").shown() + " ",
            RecordedText.shown(blockage.remedy())));
  }

  private List<String> remarks(Predicate<String> which) {
    return plan.remarks().stream().filter(which).distinct().toList();
  }

  private void packages() {
    if (plan.packages().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(Text.of("plan.packages").shown());
    for (Map.Entry<String, String> entry : plan.packages().entrySet()) {
      String[] known = entry.getValue().split(" ", 2);
      String digest = known[0].substring(0, Math.min(SHORT_DIGEST, known[0].length()));
      String head = "    %-14s sha256 %-12s  ".formatted(entry.getKey(), digest);
      lines.add(
          known.length > 1
              ? Wrapped.hanging(head, RecordedText.shown(known[1]))
              : head.stripTrailing());
    }
  }

  private void groups() {
    List<PlannedChange> shown =
        plan.changes().stream().filter(PlanGroups.shown(detail.objects())).toList();
    PlanLines view = new PlanLines(shown, groups.reasons(), detail.objects());
    groups
        .of(shown)
        .forEach(group -> {
          lines.add("");
          lines.add(group.title().shown());
          facts(group);
          lines.addAll(view.of(group.changes()));
        });
  }

  private void facts(Grouped group) {
    groups.ring(group).ifPresent(ring -> lines.add(Wrapped.hanging("    ", ring.shown())));
    if (group.group().kind() == Kind.OFFBOARD) {
      String name = group.group().name();
      plan.offboarding().stream()
          .filter(entry -> entry.entry().equals(name))
          .map(entry -> Wrapped.hanging("    ", leaving(entry)))
          .forEach(lines::add);
      remarks(remark -> !Remark.isAction(remark) && isOf(name, remark))
          .forEach(remark -> lines.add(Wrapped.hanging("    ", RecordedText.shown(remark))));
    }
    groups.turns(group).forEach(turn -> lines.add("    " + turn.shown()));
  }

  /** Whether a remark is on this offboarding; one on all of them goes with the first. */
  private boolean isOf(String entry, String remark) {
    return OffboardRemark.isOf(entry, remark)
        || (OffboardRemark.isOfAll(remark) && plan.offboarding().getFirst().entry().equals(entry));
  }

  private boolean isShownWithAGroup(String remark) {
    return plan.offboarding().stream().anyMatch(entry -> isOf(entry.entry(), remark));
  }

  private static String leaving(OffboardDecision entry) {
    return Text.of(
            entry.servers().isEmpty() ? "plan.offboards-none" : "plan.offboards",
            "count",
            entry.servers().size(),
            "collection",
            entry.collection(),
            "most",
            entry.maxDevices(),
            "servers",
            List.copyOf(entry.servers()))
        .shown();
  }

  private void orphans() {
    if (plan.orphans().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(Text.of("plan.orphans", "count", plan.orphans().size()).shown());
    plan.orphans().forEach(orphan -> lines.add("    " + orphan));
  }

  private void notes() {
    List<String> notes = remarks(remark -> !Remark.isAction(remark) && !isShownWithAGroup(remark));
    if (detail.notes()) {
      notes("plan.notes", notes);
      return;
    }
    List<String> known = detail.known().orElse(notes);
    notes("plan.new-notes", notes.stream().filter(note -> !known.contains(note)).toList());
    long rest = notes.stream().filter(known::contains).count();
    if (rest > 0) {
      lines.add("");
      lines.add(
          Text.of(detail.known().isPresent() ? "plan.known" : "plan.more", "count", rest).shown());
    }
  }

  private void notes(String title, List<String> notes) {
    if (!notes.isEmpty()) {
      lines.add("");
      lines.add(Text.of(title, "count", notes.size()).shown());
      notes.forEach(note -> lines.add(Wrapped.hanging("    - ", RecordedText.shown(note))));
    }
  }
}
