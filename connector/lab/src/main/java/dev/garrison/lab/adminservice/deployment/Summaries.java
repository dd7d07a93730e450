package dev.garrison.lab.adminservice.deployment;

import dev.garrison.lab.adminservice.provider.Timeline;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Device counts per deployment as of the last summarization, some minutes behind the real state.
 */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "MicrosoftDocs/SCCMdocs, sccm/develop/reference",
    says = "Summaries are 5 minutes behind.")
final class Summaries {
  private static final Duration BEHIND = Duration.ofMinutes(5);
  private final Timeline timeline;
  private final Map<Long, Summary> byAssignment = new HashMap<>();
  private final Set<Long> pending = new HashSet<>();

  /** Device counts by status type 1 to 5, at index 1 to 5. */
  record Summary(List<Integer> byStatus, Instant when) {
    Summary {
      byStatus = List.copyOf(byStatus);
    }

    int of(int statusType) {
      return byStatus.get(statusType);
    }

    int targeted() {
      return byStatus.stream().mapToInt(Integer::intValue).sum();
    }
  }

  Summaries(Timeline timeline) {
    this.timeline = timeline;
  }

  void changed(long assignment, LongFunction<List<Run>> runs) {
    if (pending.add(assignment)) {
      timeline.after(
          BEHIND,
          () -> {
            if (pending.remove(assignment)) {
              byAssignment.put(assignment, count(runs.apply(assignment)));
            }
          });
    }
  }

  private Summary count(List<Run> runs) {
    int[] counts = new int[6];
    runs.forEach(run -> counts[run.statusType()]++);
    return new Summary(Arrays.stream(counts).boxed().toList(), timeline.now());
  }

  Optional<Summary> of(long assignment) {
    return Optional.ofNullable(byAssignment.get(assignment));
  }

  void remove(long assignment) {
    byAssignment.remove(assignment);
    pending.remove(assignment);
  }
}
