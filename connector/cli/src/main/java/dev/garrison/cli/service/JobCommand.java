package dev.garrison.cli.service;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.RowOptions;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.cli.view.PlanDetail;
import dev.garrison.cli.view.PlanView;
import dev.garrison.history.Outbox;
import dev.garrison.history.StandingHistory.Count;
import dev.garrison.history.StandingHistory.Stay;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobRun;
import dev.garrison.jobaccess.JobAccessOpening;
import dev.garrison.jobaccess.JobOnDemand;
import dev.garrison.jobaccess.OpenJobAccess;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.job.JobSection;
import dev.garrison.manifest.job.JobsSection;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.state.PlanFiles;
import dev.garrison.state.StoredPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code garrison job}: shows, runs, enables and pauses the jobs of the service. */
@Command(name = "job")
public final class JobCommand implements Callable<Integer> {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int MOST_STAYS = 1000;
  private static final int MOST_DAYS = 36_500;

  @Spec CommandSpec spec;

  private final Console console;
  private final JobAccessOpening opening;
  private final JobOnDemand onDemand;

  public JobCommand(Console console, JobAccessOpening opening, JobOnDemand onDemand) {
    this.console = console;
    this.opening = opening;
    this.onDemand = onDemand;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCode.USAGE;
  }

  @Command(name = "list")
  int list(@Mixin ManifestOptions options, @Mixin RowOptions answer) throws InterruptedException {
    try (OpenJobAccess open = options.jobs(opening)) {
      List<JobView.JobLine> lines = lines(open);
      List<Outbox.Tally> amiss = open.jobs().amiss(open.clock().instant().minus(WEEK));
      answer.print(
          console,
          () -> JobsAnswer.of(open.manifest().name(), lines, amiss),
          JobColumns.JOBS,
          () -> lines,
          () -> view(open).list(lines, amiss));
      return ExitCode.OK;
    }
  }

  private static List<JobView.JobLine> lines(OpenJobAccess open) {
    Map<JobKind, JobMode> modes = open.jobs().modes();
    Map<JobKind, Instant> next = open.jobs().next();
    List<JobView.JobLine> lines = new ArrayList<>();
    for (JobKind kind : JobKind.values()) {
      Optional<JobSection> section = open.manifest().jobs().of(kind);
      lines.add(
          new JobView.JobLine(
              kind,
              modes.getOrDefault(kind, JobMode.PLAN_ONLY),
              section,
              section.flatMap(_ -> Optional.ofNullable(next.get(kind))),
              open.jobs().latest(Optional.of(kind), 1).stream().findFirst()));
    }
    return lines;
  }

  @Command(name = "run")
  int run(
      @Parameters(
              paramLabel = "NAME",
              converter = JobConverter.class,
              completionCandidates = JobConverter.class)
          JobKind job,
      @Mixin ManifestOptions options,
      @Mixin AnswerOptions answer)
      throws InterruptedException {
    try (OpenJobAccess open = options.jobs(opening)) {
      JobRun run = onDemand.run(open, job);
      answer.print(console, () -> RunAnswer.of(run), () -> view(open).run(run));
      return exit(run);
    }
  }

  private static int exit(JobRun run) {
    JobOutcome outcome = run.outcome().orElse(JobOutcome.FAILED);
    if (outcome != JobOutcome.FAILED && run.findings().stream().anyMatch(Finding::isBlocked)) {
      return ExitCode.BLOCKED;
    }
    return switch (outcome) {
      case DONE -> ExitCode.OK;
      case PENDING -> ExitCode.CHANGES;
      case WAITING, BUSY, STOPPED -> ExitCode.WAITING;
      case FINDINGS, INTERRUPTED, FAILED -> ExitCode.ERROR;
    };
  }

  @Command(name = "enable")
  int enable(
      @Parameters(
              paramLabel = "NAME",
              converter = JobConverter.class,
              completionCandidates = JobConverter.class)
          JobKind job,
      @Option(names = "--plan-only") boolean planOnly,
      @Mixin ManifestOptions options)
      throws InterruptedException {
    return decide(job, planOnly ? JobMode.PLAN_ONLY : JobMode.ENABLED, options);
  }

  @Command(name = "pause")
  int pause(
      @Parameters(
              paramLabel = "NAME",
              converter = JobConverter.class,
              completionCandidates = JobConverter.class)
          JobKind job,
      @Mixin ManifestOptions options)
      throws InterruptedException {
    return decide(job, JobMode.PAUSED, options);
  }

  private int decide(JobKind job, JobMode mode, ManifestOptions options)
      throws InterruptedException {
    try (OpenJobAccess open = options.jobs(opening)) {
      open.jobs().decide(job, mode, open.clock().instant(), open.who());
      JobsSection jobs = open.manifest().jobs();
      console.out().println(JobWords.decided(job, mode, jobs));
      return mode == JobMode.PAUSED || jobs.of(job).isPresent() ? ExitCode.OK : ExitCode.ERROR;
    }
  }

  @Command(name = "history")
  int history(
      @Parameters(
              arity = "0..1",
              paramLabel = "NAME",
              converter = JobConverter.class,
              completionCandidates = JobConverter.class)
          @Nullable JobKind job,
      @Option(names = "--last", paramLabel = "N", defaultValue = "20") int last,
      @Mixin RowOptions answer,
      @Mixin ManifestOptions options)
      throws InterruptedException {
    try (OpenJobAccess open = options.jobs(opening)) {
      List<JobRun> runs = open.jobs().latest(Optional.ofNullable(job), Math.max(1, last));
      answer.print(
          console,
          () -> RunAnswer.Several.of(runs),
          JobColumns.RUNS,
          () -> runs,
          () -> view(open).history(runs));
      return ExitCode.OK;
    }
  }

  @Command(name = "show")
  int show(
      @Parameters(paramLabel = "RUN") long run,
      @Mixin AnswerOptions answer,
      @Mixin ManifestOptions options)
      throws InterruptedException {
    try (OpenJobAccess open = options.jobs(opening)) {
      JobRun found = open.jobs().run(run);
      answer.print(console, () -> RunAnswer.of(found), () -> view(open).run(found));
      return ExitCode.OK;
    }
  }

  @Command(name = "server")
  int server(
      @Parameters(paramLabel = "NAME") String name,
      @Mixin RowOptions answer,
      @Mixin ManifestOptions options)
      throws InterruptedException {
    try (OpenJobAccess open = options.jobs(opening)) {
      List<Stay> stays = open.jobs().stays(name, MOST_STAYS);
      answer.print(
          console,
          () -> ServerStatesAnswer.of(stays),
          JobColumns.STAYS,
          () -> stays,
          () -> view(open).stays(name, stays));
      return stays.isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.OK;
    }
  }

  @Command(name = "counts")
  int counts(
      @Option(names = "--days", paramLabel = "N", defaultValue = "90") int days,
      @Mixin RowOptions answer,
      @Mixin ManifestOptions options)
      throws InterruptedException {
    try (OpenJobAccess open = options.jobs(opening)) {
      List<Count> counts =
          open.jobs()
              .counts(
                  open.clock().instant().minus(Duration.ofDays(Math.clamp(days, 1, MOST_DAYS))));
      answer.print(
          console,
          () -> ServerCountsAnswer.of(counts),
          JobColumns.COUNTS,
          () -> counts,
          () -> view(open).counts(counts));
      return counts.isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.OK;
    }
  }

  @Command(name = "plan")
  int plan(
      @Parameters(paramLabel = "RUN") long run,
      @Option(
              names = {"-o", "--out"},
              required = true,
              paramLabel = "FILE")
          Path out,
      @Mixin ManifestOptions options)
      throws InterruptedException {
    try (OpenJobAccess open = options.jobs(opening)) {
      StoredPlan plan = open.jobs().plan(run);
      new PlanFiles(new Json()).write(out, plan);
      console.show(
          PlanView.render(plan.plan(), RingObjects.of(open.manifest()), PlanDetail.WITH_NOTES));
      console
          .err()
          .println(
              Text.of("job-plan.saved", "file", out, "part", open.jobs().run(run).job().part())
                  .shown());
      console.err().println(Text.of("job-plan.digest", "digest", plan.digest()).shown());
      return ExitCode.OK;
    }
  }

  private static JobView view(OpenJobAccess open) {
    ZoneId zone = open.manifest().jobs().zone().orElse(open.clock().getZone());
    return new JobView(zone);
  }
}
