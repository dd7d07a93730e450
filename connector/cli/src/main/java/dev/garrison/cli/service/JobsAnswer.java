package dev.garrison.cli.service;

import dev.garrison.history.Outbox;
import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import dev.garrison.manifest.job.JobSection;
import dev.garrison.manifest.job.Rhythm;
import dev.garrison.server.reading.ApiAnswers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Jobs of a manifest as JSON. */
record JobsAnswer(
    String format, String manifest, List<Job> jobs, List<ApiAnswers.Amiss> webhooksAmiss)
    implements JsonForm {
  private static final String FORMAT = "garrison-jobs/1";

  /**
   * One job. Settings that the manifest does not contain are left out.
   *
   * @param schedule the schedule as text
   * @param cron the expression, if the job runs at times of day; otherwise {@code every} is
   *     present, such as {@code PT1H}
   * @param last its last run
   */
  record Job(
      String job,
      String mode,
      @OmittedWhenEmpty Optional<String> schedule,
      @OmittedWhenEmpty Optional<String> cron,
      @OmittedWhenEmpty Optional<String> every,
      @OmittedWhenEmpty Optional<List<String>> autoApply,
      @OmittedWhenEmpty Optional<String> window,
      @OmittedWhenEmpty Optional<Instant> next,
      @OmittedWhenEmpty Optional<RunAnswer> last)
      implements JsonForm {
    private static Job of(JobView.JobLine job) {
      Optional<Rhythm> rhythm = job.section().map(JobSection::rhythm);
      return new Job(
          job.kind().word(),
          job.mode().word(),
          rhythm.map(Rhythm::words),
          rhythm.flatMap(Job::cron),
          rhythm.flatMap(Job::every).map(Duration::toString),
          job.section()
              .map(section -> section.autoApply().stream().map(kind -> kind.word()).toList()),
          job.section().flatMap(JobSection::window).map(Object::toString),
          job.next(),
          job.last().map(RunAnswer::part));
    }

    private static Optional<String> cron(Rhythm rhythm) {
      return rhythm instanceof Rhythm.At(var cron)
          ? Optional.of(cron.toString())
          : Optional.empty();
    }

    private static Optional<Duration> every(Rhythm rhythm) {
      return rhythm instanceof Rhythm.Every(var interval)
          ? Optional.of(interval)
          : Optional.empty();
    }
  }

  static JobsAnswer of(String manifest, List<JobView.JobLine> jobs, List<Outbox.Tally> amiss) {
    return new JobsAnswer(
        FORMAT,
        manifest,
        jobs.stream().map(Job::of).toList(),
        amiss.stream().map(ApiAnswers.Amiss::of).toList());
  }
}
