package dev.garrison.cli.rollout;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.plan.AgreedPlan;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.standing.HaltedServers;
import dev.garrison.job.JobMode;
import dev.garrison.jobaccess.JobAccessOpening;
import dev.garrison.jobaccess.OpenJobAccess;
import dev.garrison.language.Text;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.ring.RingReport;
import dev.garrison.session.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Halts every ring, and pauses the jobs that write before anything is written. Rings are halted
 * even if the jobs cannot be paused.
 */
final class HaltAll {
  private final Console console;
  private final AgreedPlan agreed;
  private final JobAccessOpening opening;

  HaltAll(Console console, AgreedPlan agreed, JobAccessOpening opening) {
    this.console = console;
    this.agreed = agreed;
    this.opening = opening;
  }

  /**
   * Servers that may still run the deployments, as they were before the halt.
   *
   * @param failure why they could not be read
   */
  record StillRunning(List<HaltedServers> rings, Optional<RefusalException> failure) {
    static StillRunning of(Session session) {
      try {
        FleetStanding standing = session.fleet();
        return new StillRunning(
            standing.rings().stream()
                .map(RingReport::ring)
                .map(ring -> HaltedServers.of(standing.fleet(), ring))
                .filter(servers -> servers.targeted() > 0)
                .toList(),
            Optional.empty());
      } catch (RefusalException failure) {
        return new StillRunning(List.of(), Optional.of(failure));
      }
    }
  }

  int run(String reason, boolean yes, AnswerOptions answer, ManifestOptions options)
      throws InterruptedException {
    OpenJobAccess jobs;
    try {
      jobs = options.jobs(opening);
    } catch (RefusalException refusal) {
      return halt(reason, yes, answer, options, new Pausing(Optional.empty(), refusal));
    }
    try (jobs) {
      return halt(reason, yes, answer, options, new Pausing(Optional.of(jobs), null));
    }
  }

  /** Pauses the scheduled jobs that write; a job that cannot be paused keeps no other from it. */
  private static final class Pausing {
    private final Optional<OpenJobAccess> open;
    private final List<JobKind> paused = new ArrayList<>();
    private @Nullable RefusalException failure;
    private boolean tried;

    /**
     * @param failure why the history of jobs cannot be opened
     */
    Pausing(Optional<OpenJobAccess> open, @Nullable RefusalException failure) {
      this.open = open;
      this.failure = failure;
    }

    void pause() {
      tried = true;
      open.ifPresent(jobs ->
          Arrays.stream(JobKind.values())
              .filter(JobKind::canWrite)
              .filter(job -> jobs.manifest().jobs().of(job).isPresent())
              .forEach(job -> pause(jobs, job)));
    }

    private void pause(OpenJobAccess jobs, JobKind job) {
      try {
        if (jobs.jobs().modes().get(job) != JobMode.PAUSED) {
          jobs.jobs().decide(job, JobMode.PAUSED, jobs.clock().instant(), jobs.who());
          paused.add(job);
        }
      } catch (RefusalException refusal) {
        failure = refusal;
      }
    }
  }

  private int halt(
      String reason, boolean yes, AnswerOptions answer, ManifestOptions options, Pausing pausing) {
    int exit;
    try {
      exit =
          agreed.carryOut(
              options::open,
              yes,
              answer.aside(console),
              (session, asOf) -> session.haltAll(reason, asOf),
              Text.of("confirm.halt-all"),
              pausing::pause,
              session -> {
                StillRunning running = StillRunning.of(session);
                return applied ->
                    answer.print(
                        console,
                        () -> HaltAllAnswer.of(pausing.paused, running, applied),
                        () -> AgreedPlan.text(applied, words(pausing, running)));
              });
    } catch (RefusalException refusal) {
      if (!pausing.paused.isEmpty()) {
        console
            .err()
            .println(Text.of("rollout.halt-failed", "jobs", names(pausing.paused)).shown());
      }
      throw refusal;
    }
    if (pausing.failure == null || !pausing.tried) {
      return exit;
    }
    pausing
        .failure
        .diagnostics()
        .forEach(each -> console.err().println(DiagnosticView.render(each)));
    console.err().println(Text.of("rollout.jobs-not-paused").shown());
    return ExitCode.ERROR;
  }

  private static List<String> names(List<JobKind> jobs) {
    return jobs.stream().map(JobKind::word).toList();
  }

  private String words(Pausing pausing, StillRunning running) {
    List<String> lines = new ArrayList<>();
    if (!running.rings().isEmpty()) {
      lines.add(StillRunningView.render(running.rings(), console.time()));
    }
    running.failure().ifPresent(why -> lines.add(StillRunningView.unread(why)));
    lines.add("");
    if (!pausing.paused.isEmpty()) {
      lines.add(Text.of("rollout.jobs-paused", "jobs", names(pausing.paused)).shown());
    } else if (pausing.failure == null) {
      lines.add(Text.of("rollout.no-job-paused").shown());
    }
    lines.add(Text.of("rollout.resume").shown());
    return String.join(System.lineSeparator(), lines);
  }
}
