package dev.garrison.notice;

import dev.garrison.manifest.notification.NoticeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes that one check makes to the known problems, and the news among them.
 *
 * @param known the problems to keep, of the families that were checked
 * @param gone keys of the solved problems
 * @param told the problems to report
 */
public record ProblemUpdate(List<Known> known, Set<String> gone, List<NoticeItem> told) {
  /** Time after which an unsolved problem is reported again. */
  static final Duration AGAIN = Duration.ofHours(24);

  public ProblemUpdate {
    known = List.copyOf(known);
    gone = Set.copyOf(gone);
    told = List.copyOf(told);
  }

  /**
   * A known problem.
   *
   * @param since when it was first found
   * @param told when it was last reported; empty where it never was
   */
  public record Known(FoundProblem fact, Instant since, Optional<Instant> told) {}

  /**
   * Compares a check with the known problems.
   *
   * @param before the known problems of the families that were checked
   * @param at time of the check
   * @param heard the kinds that at least one webhook wants; other kinds do not count as reported
   */
  public static ProblemUpdate of(
      List<Known> before, FoundProblems look, Instant at, Set<NoticeKind> heard) {
    Map<String, Known> open = new LinkedHashMap<>();
    before.forEach(known -> open.put(known.fact().key(), known));
    List<Known> kept = new ArrayList<>();
    List<NoticeItem> told = new ArrayList<>();
    for (FoundProblem fact : look.facts()) {
      Known known = open.remove(fact.key());
      Instant since = known == null ? at : known.since();
      Optional<Instant> last = known == null ? Optional.empty() : known.told();
      if (heard.contains(fact.kind()) && due(fact, since, last, at)) {
        told.add(
            new NoticeItem(
                last.isEmpty() ? NoticeItem.State.NEW : NoticeItem.State.STILL, fact, since));
        last = Optional.of(at);
      }
      kept.add(new Known(fact, since, last));
    }
    Set<String> gone = new LinkedHashSet<>();
    for (Known over : open.values()) {
      gone.add(over.fact().key());
      if (over.told().isPresent()) {
        told.add(new NoticeItem(NoticeItem.State.OVER, over.fact(), over.since()));
      }
    }
    return new ProblemUpdate(kept, gone, told);
  }

  private static boolean due(FoundProblem fact, Instant since, Optional<Instant> last, Instant at) {
    return last.map(time -> !at.isBefore(time.plus(AGAIN)))
        .orElseGet(() -> !at.isBefore(since.plus(fact.patience())));
  }
}
