package dev.garrison.manifest.reading;

import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.job.ChangeKind;
import dev.garrison.manifest.job.CronExpression;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.job.JobSection;
import dev.garrison.manifest.job.JobsSection;
import dev.garrison.manifest.job.Rhythm;
import dev.garrison.manifest.job.WriteWindow;
import dev.garrison.manifest.yaml.Form;
import dev.garrison.manifest.yaml.Mapping;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRulesException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the section {@code jobs}. */
final class JobsForm {
  static final Form<JobsSection> FORM = Form.section(Text.of("manifest-form.jobs"), JobsForm::jobs);

  private static final Form<JobSection> JOB =
      Form.section(Text.of("manifest-form.job"), JobsForm::job);
  private static final Form<JobKind> KIND = Scalars.word(JobKind.class);
  private static final Form<ChangeKind> CHANGE = Scalars.word(ChangeKind.class);
  private static final Form<ZoneId> ZONE =
      Scalars.meant(Text.of("manifest-form.time-zone"), JobsForm::zone);
  private static final Form<CronExpression> CRON =
      Scalars.meant(Text.of("manifest-form.cron"), CronExpression::parse);
  private static final Form<WriteWindow> WINDOW =
      Scalars.meant(Text.of("manifest-form.write-window"), JobsForm::window);
  private static final Pattern HOURS =
      Pattern.compile("((?:[01][0-9]|2[0-3]):[0-5][0-9])-((?:[01][0-9]|2[0-3]):[0-5][0-9])");

  private JobsForm() {}

  private static Optional<JobsSection> jobs(Mapping jobs) {
    Optional<ZoneId> zone = jobs.optional("timeZone", ZONE);
    Optional<Integer> keep =
        jobs.optional("keepDays", Scalars.integer(31, 3650), JobsSection.KEEP_DAYS);
    Optional<List<JobSection>> schedules = jobs.required("schedules", Form.listOf(JOB, 1));
    schedules.ifPresent(list -> requireOnce(jobs, list));
    return jobs.complete(() -> new JobsSection(zone, keep.orElseThrow(), schedules.orElseThrow()));
  }

  private static void requireOnce(Mapping jobs, List<JobSection> schedules) {
    Set<JobKind> seen = EnumSet.noneOf(JobKind.class);
    for (int index = 0; index < schedules.size(); index++) {
      JobKind kind = schedules.get(index).kind();
      if (!seen.add(kind)) {
        jobs.contradiction(
            ManifestCode.JOB_DOUBLED,
            "schedules[%d].job".formatted(index),
            Message.of("manifest-section.two-schedules", "job", kind.word()));
      }
    }
  }

  private static Optional<JobSection> job(Mapping job) {
    Optional<JobKind> kind = job.required("job", KIND);
    Optional<CronExpression> cron = job.optional("cron", CRON);
    Optional<Duration> every = job.optional("every", Scalars.DURATION);
    Optional<List<ChangeKind>> changes =
        job.optional("autoApply", Form.listOf(CHANGE, 0), List.of());
    Optional<WriteWindow> window = job.optional("window", WINDOW);
    if (job.has("cron") == job.has("every")) {
      job.contradiction(
          ManifestCode.JOB_WITHOUT_RHYTHM,
          job.has("cron") ? "every" : "job",
          new Message(
              Text.of(
                  job.has("cron")
                      ? "manifest-section.cron-and-every"
                      : "manifest-section.no-schedule"),
              Text.of("manifest-section.write-schedule")));
    }
    if (every.filter(Duration::isZero).isPresent()) {
      job.contradiction(
          ManifestCode.VALUE_REFUSED, "every", Message.of("manifest-section.no-pause"));
    }
    kind.filter(each -> !each.canWrite() && (job.has("autoApply") || job.has("window")))
        .ifPresent(each -> onlyReads(job, each));
    return job.complete(() ->
        new JobSection(
            kind.orElseThrow(),
            cron.<Rhythm>map(Rhythm.At::new).or(() -> every.map(Rhythm.Every::new)).orElseThrow(),
            Set.copyOf(changes.orElseThrow()),
            window));
  }

  private static void onlyReads(Mapping job, JobKind kind) {
    String key = job.has("autoApply") ? "autoApply" : "window";
    job.contradiction(
        ManifestCode.JOB_ONLY_READS,
        key,
        Message.of(
            "manifest-section.job-reads",
            "job",
            kind.word(),
            "key",
            key,
            "jobs",
            Stream.of(JobKind.values())
                .filter(JobKind::canWrite)
                .map(JobKind::word)
                .sorted()
                .toList()));
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return text.matches("[A-Za-z0-9_+/-]{1,60}") && ZoneId.getAvailableZoneIds().contains(text)
          ? Optional.of(ZoneId.of(text))
          : Optional.empty();
    } catch (ZoneRulesException unknown) {
      return Optional.empty(); // the caller reports what is expected
    }
  }

  private static Optional<WriteWindow> window(String text) {
    Matcher hours = HOURS.matcher(text);
    if (!hours.matches() || hours.group(1).equals(hours.group(2))) {
      return Optional.empty();
    }
    return Optional.of(
        new WriteWindow(LocalTime.parse(hours.group(1)), LocalTime.parse(hours.group(2))));
  }
}
