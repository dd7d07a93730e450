package dev.garrison.review;

import dev.garrison.engine.plan.PlannedChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * New, waiting, or blocked objects of one kind about which a plan says the same, or one change
 * alone.
 *
 * @param changes at least one
 */
public record AlikeChanges(List<PlannedChange> changes) {
  private static final Set<PlanMark> TOGETHER =
      Set.of(PlanMark.CREATE, PlanMark.WAITING, PlanMark.BLOCKED);

  public AlikeChanges {
    changes = List.copyOf(changes);
  }

  /** Each of these changes alone. */
  public static List<AlikeChanges> alone(List<PlannedChange> changes) {
    return changes.stream().map(change -> new AlikeChanges(List.of(change))).toList();
  }

  /**
   * These changes, put together where they are alike and follow each other.
   *
   * @param fits whether a common name is short enough
   */
  public static List<AlikeChanges> of(
      List<PlannedChange> changes, PlanReason reasons, Predicate<String> fits) {
    List<AlikeChanges> all = new ArrayList<>();
    for (PlannedChange change : changes) {
      if (!all.isEmpty() && all.getLast().isLike(change, reasons)) {
        AlikeChanges more = all.getLast().and(change);
        if (more.isNamed() && fits.test(more.name())) {
          all.set(all.size() - 1, more);
          continue;
        }
      }
      all.add(new AlikeChanges(List.of(change)));
    }
    return all;
  }

  public PlannedChange first() {
    return changes.getFirst();
  }

  private AlikeChanges and(PlannedChange more) {
    List<PlannedChange> all = new ArrayList<>(changes);
    all.add(more);
    return new AlikeChanges(all);
  }

  private boolean isLike(PlannedChange other, PlanReason reasons) {
    PlannedChange one = changes.getLast();
    return isPlain(one)
        && isPlain(other)
        && PlanMark.of(one) == PlanMark.of(other)
        && one.address().kind().equals(other.address().kind())
        && reasons.of(one).equals(reasons.of(other));
  }

  private static boolean isPlain(PlannedChange change) {
    return TOGETHER.contains(PlanMark.of(change))
        && change.notes().isEmpty()
        && change.step().isEmpty();
  }

  /** Whether a common name tells the objects apart. */
  private boolean isNamed() {
    String start = start();
    String end = end(changes.getLast());
    return !start.isEmpty()
        && changes.stream()
            .allMatch(change -> change.address().name().length() > start.length() + end.length())
        && changes.stream().allMatch(change -> end(change).equals(end));
  }

  /** The name, or what differs in the names as a list between what they have in common. */
  public String name() {
    if (changes.size() == 1) {
      return first().address().name();
    }
    String start = start();
    String end = end(first());
    String list =
        changes.stream()
            .map(change -> change.address().name())
            .map(name -> name.substring(start.length(), name.length() - end.length()))
            .collect(Collectors.joining(", "));
    return end.isEmpty() ? start + list : start + "(" + list + ")" + end;
  }

  /** Words with which all names begin. */
  private String start() {
    String start = first().address().name();
    for (PlannedChange change : changes) {
      while (!change.address().name().startsWith(start)) {
        start = words(start.stripTrailing());
      }
    }
    return start.endsWith(" ") ? start : words(start);
  }

  private static String words(String text) {
    return text.substring(0, text.lastIndexOf(' ') + 1);
  }

  /** Words without a digit with which the name ends, behind a number such as that of a release. */
  private static String end(PlannedChange change) {
    String name = change.address().name();
    int from = name.length();
    for (int space = name.lastIndexOf(' ', from - 1);
        space >= 0 && name.substring(space, from).chars().noneMatch(Character::isDigit);
        space = name.lastIndexOf(' ', from - 1)) {
      from = space;
    }
    return name.substring(from);
  }
}
