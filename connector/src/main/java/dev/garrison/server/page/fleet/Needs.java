package dev.garrison.server.page.fleet;

import dev.garrison.job.JobRun;
import dev.garrison.job.service.JobDesk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What needs somebody now: what runs found wrong and no later run found right, and plans. */
final class Needs {
  private final JobDesk desk;

  Needs(JobDesk desk) {
    this.desk = desk;
  }

  /**
   * One thing.
   *
   * @param code of the problem; empty for a plan
   * @param link where more is; empty where nothing is
   */
  record Need(
      boolean isError,
      String code,
      String problem,
      String remedy,
      Instant since,
      Optional<String> link) {}

  List<Need> at(Instant now) {
    List<Need> needs = new ArrayList<>();
    for (JobRun run : desk.runs().planned()) {
      needs.add(
          new Need(
              false,
              "",
              "A plan of the job '%s' waits for approval.".formatted(run.job().word()),
              run.summary(),
              run.started(),
              Optional.of("/runs/%d/plan".formatted(run.id()))));
    }
    desk.facts().stream()
        .filter(known -> !now.isBefore(known.since().plus(known.fact().patience())))
        .forEach(known ->
            needs.add(
                new Need(
                    known.fact().finding().severity().equals("error"),
                    known.fact().finding().code(),
                    known.fact().finding().problem(),
                    known.fact().finding().remedy(),
                    known.since(),
                    Optional.empty())));
    needs.sort((one, other) -> Boolean.compare(other.isError(), one.isError()));
    return needs;
  }
}
