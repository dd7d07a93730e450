package dev.garrison.cli.service;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.history.Outbox;
import dev.garrison.job.JobMode;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.manifest.job.ChangeKind;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.job.JobSection;
import dev.garrison.manifest.job.JobsSection;
import dev.garrison.notice.NoticeCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences about jobs. */
final class JobWords {
  private JobWords() {}

  /** Effect of a decision, with the current manifest. */
  static String decided(JobKind job, JobMode mode, JobsSection jobs) {
    Optional<JobSection> section = jobs.of(job);
    return mode == JobMode.PAUSED
        ? shown("job-mode.paused", job)
        : section.isEmpty()
            ? shown("job-mode.unscheduled", job) + System.lineSeparator() + schedule(job, jobs)
            : mode == JobMode.PLAN_ONLY
                ? shown("job-mode.plan-only", job)
                : enabled(job, section.get());
  }

  /** Lines of the manifest that give a job a schedule. */
  private static String schedule(JobKind job, JobsSection jobs) {
    List<String> lines = List.of("    - job: " + job.word(), "      every: 6h");
    return Stream.concat(
            jobs.schedules().isEmpty() ? Stream.of("jobs:", "  schedules:") : Stream.of(),
            lines.stream())
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String enabled(JobKind job, JobSection section) {
    if (!job.canWrite()) {
      return shown("job-mode.read-only", job);
    }
    List<String> kinds = section.autoApply().stream().map(ChangeKind::word).toList();
    return kinds.isEmpty()
        ? shown("job-mode.empty", job)
        : Text.of("job-mode.enabled", "job", job.word(), "kinds", kinds).shown();
  }

  private static String shown(String key, JobKind job) {
    return Text.of(key, "job", job.word()).shown();
  }

  /** Problem of a webhook. */
  static String amiss(Outbox.Tally tally) {
    String key =
        tally.givenUp() == 0
            ? "job-webhook.waiting"
            : tally.waiting() == 0 ? "job-webhook.dropped" : "job-webhook.both";
    NoticeCode code =
        tally.givenUp() > 0 ? NoticeCode.NOTICE_GIVEN_UP : NoticeCode.NOTICE_NOT_TAKEN;
    return ScreenText.text(
        Text.of(
                key,
                "webhook",
                tally.webhook(),
                "waiting",
                tally.waiting(),
                "dropped",
                tally.givenUp(),
                "answer",
                RecordedText.shown(tally.answer()),
                "code",
                code.label())
            .shown());
  }
}
