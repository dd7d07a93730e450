package dev.garrison.server.page.fleet;

import dev.garrison.job.JobRun;
import dev.garrison.job.service.JobDesk;
import dev.garrison.server.page.frame.Links;
import dev.garrison.server.page.frame.Tab;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
   * @param link where more is
   */
  record Need(
      boolean isError, String code, String problem, String remedy, Instant since, String link) {}

  List<Need> at(Instant now) {
    List<Need> needs = new ArrayList<>();
    desk.runs().planned().forEach(run -> needs.add(plan(run, now)));
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
                    link(known.fact().family()))));
    needs.sort((one, other) -> Boolean.compare(other.isError(), one.isError()));
    return needs;
  }

  /** Where more of it is: on the rollout, or with the runs of its job. */
  private static String link(String family) {
    if (family.equals("rings")) {
      return Tab.ROLLOUT.path();
    }
    String job = family.substring(family.indexOf('/') + 1);
    return Links.to(Tab.RUNS.path(), Map.of("job", job));
  }

  private Need plan(JobRun run, Instant now) {
    boolean isOver = !now.isBefore(desk.runs().plan(run.id()).expires());
    return new Need(
        false,
        "",
        isOver
            ? "A plan of the job '%s' expired before somebody approved it."
                .formatted(run.job().word())
            : "A plan of the job '%s' waits for approval.".formatted(run.job().word()),
        isOver ? "The job's next run makes another." : sentence(run.summary()),
        run.started(),
        "/runs/%d/plan".formatted(run.id()));
  }

  private static String sentence(String summary) {
    return summary.endsWith(".") ? summary : summary + ".";
  }
}
