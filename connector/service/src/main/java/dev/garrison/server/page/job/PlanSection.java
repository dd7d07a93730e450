package dev.garrison.server.page.job;

import static dev.garrison.server.page.frame.PageText.languageOf;
import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.Remark;
import dev.garrison.language.Text;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.review.AlikeChanges;
import dev.garrison.review.PlanGroup;
import dev.garrison.review.PlanGroups;
import dev.garrison.review.PlanGroups.Grouped;
import dev.garrison.review.PlanMark;
import dev.garrison.review.PlanReason;
import dev.garrison.server.page.frame.PageText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A group of a plan's changes on its page, as {@code garrison plan} shows it.
 *
 * @param title with the counts
 * @param ring whose group it is; empty for another group
 * @param facts sentences about the group
 */
record PlanSection(String title, Optional<String> ring, List<String> facts, List<Row> rows) {
  PlanSection {
    facts = List.copyOf(facts);
    rows = List.copyOf(rows);
  }

  /**
   * Changes that are shown in one row.
   *
   * @param text the summary, or the reason of a change that waits
   * @param language of the text; null for that of the page
   */
  record Row(PlanMark mark, AlikeChanges alike, String text, @Nullable String language) {
    private static Row of(AlikeChanges alike, PlanReason reasons) {
      PlannedChange change = alike.first();
      String text = reasons.of(change);
      return new Row(
          PlanMark.of(change),
          alike,
          text,
          text.equals(change.summary()) ? languageOf(text) : null);
    }

    /** Style class for the color of its mark. */
    String style() {
      return switch (mark) {
        case CREATE -> "good";
        case CHANGE, REPLACE, MANUAL -> "warn";
        case DELETE, BLOCKED -> "bad";
        case UNCHANGED, WAITING -> "of";
      };
    }

    PlannedChange first() {
      return alike.first();
    }

    boolean isAlone() {
      return alike.changes().size() == 1;
    }

    /** Number of its objects, in words. */
    String count() {
      return t("plan.objects", "count", alike.changes().size());
    }

    /** Title of the values of one of its changes. */
    String values(PlannedChange change) {
      int count = change.differences().size();
      return isAlone()
          ? t("page.plan.values", "count", count)
          : t("page.plan.values-each", "name", change.address().name(), "count", count);
    }
  }

  /** The groups of a plan with the changes that have an action or something to say. */
  static List<PlanSection> of(Plan plan, List<RingObjects> rings) {
    PlanGroups groups = new PlanGroups(plan, rings);
    PlanReason reasons = groups.reasons();
    return groups.of(plan.changes().stream().filter(PlanGroups.shown(false)).toList()).stream()
        .map(group ->
            new PlanSection(
                group.title().shown(),
                group.group().kind() == PlanGroup.Kind.RING
                    ? Optional.of(group.group().name())
                    : Optional.empty(),
                facts(plan, groups, group),
                AlikeChanges.of(group.changes(), reasons, _ -> true).stream()
                    .map(alike -> Row.of(alike, reasons))
                    .toList()))
        .toList();
  }

  private static List<String> facts(Plan plan, PlanGroups groups, Grouped group) {
    return Stream.of(
            groups.ring(group).stream().map(Text::shown),
            plan.offboarding().stream()
                .filter(_ -> group.group().kind() == PlanGroup.Kind.OFFBOARD)
                .filter(entry -> entry.entry().equals(group.group().name()))
                .map(PlanSection::leaving),
            groups.turns(group).stream().map(Text::shown))
        .flatMap(facts -> facts)
        .toList();
  }

  private static String leaving(OffboardDecision entry) {
    return t(
        "page.plan.offboard",
        "collection",
        entry.collection(),
        "servers",
        entry.servers().isEmpty()
            ? t("page.plan.offboard-none")
            : PageText.listed(List.copyOf(entry.servers())),
        "limit",
        entry.maxDevices());
  }

  /** Remarks that ask for no action. */
  static List<String> notes(Plan plan) {
    return plan.remarks().stream().filter(remark -> !Remark.isAction(remark)).distinct().toList();
  }

  /** Remarks that ask for an action, without the words that say so. */
  static List<String> actions(Plan plan) {
    return plan.remarks().stream().filter(Remark::isAction).distinct().map(Remark::text).toList();
  }

  /** The problems and the remarks that need a person, as a title with their number. */
  static String actionTitle(Plan plan) {
    return t("plan.actions", "count", actions(plan).size() + plan.blockages().size());
  }

  /** Whether a person has to do something. */
  static boolean needsAction(Plan plan) {
    return !actions(plan).isEmpty() || !plan.blockages().isEmpty();
  }
}
