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
 * What a look changes in what is known, and what of it is told.
 *
 * @param known what is to be kept from now on, of the families that were looked at
 * @param gone keys of what is over
 * @param told what is news
 */
public record ProblemUpdate(List<Known> known, Set<String> gone, List<NoticeItem> told) {
  /** A fact that stays is told again after so long. */
  static final Duration AGAIN = Duration.ofHours(24);

  public ProblemUpdate {
    known = List.copyOf(known);
    gone = Set.copyOf(gone);
    told = List.copyOf(told);
  }

  /**
   * A fact that is kept.
   *
   * @param since when it was first seen
   * @param told when it was last told; empty where it never was
   */
  public record Known(FoundProblem fact, Instant since, Optional<Instant> told) {}

  /**
   * Lays a look beside what is known.
   *
   * @param before what is known of the families that were looked at
   * @param at when was looked
   * @param heard the kinds that somebody wants to be told; nothing else counts as told
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
