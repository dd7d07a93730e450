package dev.garrison.server.page.job;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.diagnostic.Worded;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobRun;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.server.reading.ApiAnswers;

/** Names of modes of jobs and of triggers of runs, and what jobs do. */
public final class JobWords {
  private JobWords() {}

  /** Purpose of a job, as a sentence. */
  static String purpose(String job) {
    return switch (Worded.required(JobKind.class, job)) {
      case SENSOR_UPDATE -> t("page.job.sensor-update");
      case ROLLOUT -> t("page.job.rollout");
      case PACKAGE_REFRESH -> t("page.job.package-refresh");
      case DRIFT -> t("page.job.drift");
      case STATUS -> t("page.job.status");
      case EXPIRY -> t("page.job.expiry");
      case HOUSEKEEPING -> t("page.job.housekeeping");
    };
  }

  /** Whether a job's mode tells more than that it runs: that it writes, may not, or is paused. */
  public static boolean showsMode(ApiAnswers.Job job) {
    return job.mode().equals(JobMode.PAUSED.word()) || canWrite(job.job());
  }

  /** Whether a job may write to a site; one of a later version may. */
  public static boolean canWrite(String job) {
    return Worded.of(JobKind.class, job).map(JobKind::canWrite).orElse(true);
  }

  /** Name of a mode; the word itself where it is of a later version. */
  public static String mode(String word) {
    return Worded.of(JobMode.class, word)
        .map(mode ->
            switch (mode) {
              case ENABLED -> t("page.mode.enabled");
              case PLAN_ONLY -> t("page.mode.plan-only");
              case PAUSED -> t("page.mode.paused");
            })
        .orElse(word);
  }

  /** Name of the reason for a run; likewise. */
  static String trigger(String word) {
    return Worded.of(JobRun.Reason.class, word)
        .map(reason ->
            switch (reason) {
              case SCHEDULE -> t("page.trigger.schedule");
              case COMMAND -> t("page.trigger.command");
              case APPROVAL -> t("page.trigger.approval");
              case ORDER -> t("page.trigger.order");
            })
        .orElse(word);
  }
}
