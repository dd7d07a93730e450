package dev.garrison.server.page.fleet;

import dev.garrison.diagnostic.Worded;
import dev.garrison.history.ProblemHistory;
import dev.garrison.history.RunHistory;
import dev.garrison.job.JobRun;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.notice.NoticeCode;
import dev.garrison.server.page.frame.Links;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.reading.CachedAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Items that need attention now: problems that runs found, and plans that wait for approval. */
final class AttentionList {
  private final RunHistory runs;
  private final ProblemHistory facts;
  private final CachedAnswer<List<Long>, Map<Long, Instant>> expiries = new CachedAnswer<>();

  AttentionList(RunHistory runs, ProblemHistory facts) {
    this.runs = runs;
    this.facts = facts;
  }

  /**
   * An item that needs attention.
   *
   * @param code of the problem; empty for a plan
   * @param link page with details
   */
  record Need(
      boolean isError, String code, String problem, String remedy, Instant since, String link) {
    /** A halted ring comes first. */
    private boolean isHalt() {
      return code.equals(NoticeCode.RING_HALTED.label());
    }
  }

  List<Need> at(Instant now) {
    List<Need> needs = new ArrayList<>();
    List<JobRun> planned = runs.planned();
    Map<Long, Instant> ends =
        expiries.get(planned.stream().map(JobRun::id).toList(), () -> ends(planned));
    planned.stream()
        .filter(run -> ends.containsKey(run.id()))
        .forEach(run -> needs.add(plan(run, !now.isBefore(ends.get(run.id())))));
    Map<String, String> links = new HashMap<>();
    facts
        .present(now)
        .forEach(known ->
            needs.add(
                new Need(
                    known.fact().finding().severity().equals("error"),
                    known.fact().finding().code(),
                    known.fact().finding().problem(),
                    known.fact().finding().remedy(),
                    known.since(),
                    links.computeIfAbsent(known.fact().family(), this::link))));
    needs.sort(Comparator.comparing(Need::isHalt).thenComparing(Need::isError).reversed());
    return needs;
  }

  /** Page with details: the rollout, the updates, or the newest run of a job. */
  private String link(String family) {
    if (family.equals("rings")) {
      return Tab.ROLLOUT.path();
    }
    if (family.equals("update-servers")) {
      return Tab.UPDATES.path();
    }
    String job = family.substring(family.indexOf('/') + 1);
    return Worded.of(JobKind.class, job)
        .flatMap(kind ->
            (family.startsWith("requested/")
                    ? runs.latest(Optional.of(kind), 1)
                    : runs.latestOwn(kind, 1))
                .stream().findFirst())
        .map(run -> "/runs/" + run.id())
        .orElseGet(() -> Links.to(Tab.RUNS.path(), Map.of("job", job)));
  }

  /**
   * End times of the plans; they are cached, because a plan is long and only its end is needed
   * here.
   */
  private Map<Long, Instant> ends(List<JobRun> planned) {
    Map<Long, Instant> ends = new HashMap<>();
    planned.forEach(
        run -> runs.kept(run.id()).ifPresent(stored -> ends.put(run.id(), stored.expires())));
    return ends;
  }

  private static Need plan(JobRun run, boolean isOver) {
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
