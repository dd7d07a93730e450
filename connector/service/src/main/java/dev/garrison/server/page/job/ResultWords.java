package dev.garrison.server.page.job;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.manifest.job.JobKind;
import dev.garrison.server.reading.ApiAnswers;

/** Names of results of runs on pages. */
final class ResultWords {
  private ResultWords() {}

  /** Name of the result of a run. */
  static String of(ApiAnswers.Run run) {
    return of(run.job(), run.outcome());
  }

  static String of(String job, String outcome) {
    return switch (outcome) {
      case "done" -> t("page.run-result.done");
      case "pending" -> t("page.run-result.pending");
      case "waiting" -> t("page.run-result.waiting");
      case "findings" ->
          job.equals(JobKind.DRIFT.word())
              ? t("page.run-result.drift")
              : t("page.run-result.findings");
      case "busy" -> t("page.run-result.busy");
      case "stopped" -> t("page.run-result.stopped");
      case "interrupted" -> t("page.run-result.interrupted");
      case "failed" -> t("page.run-result.failed");
      case "running" -> t("page.run-result.running");
      default -> outcome; // of a later version
    };
  }

  /** Style class for the color of an outcome, which is also shown in words. */
  static String style(String outcome) {
    return switch (outcome) {
      case "done" -> "good";
      case "failed", "interrupted" -> "bad";
      case "pending", "findings", "busy", "stopped" -> "warn";
      default -> "";
    };
  }
}
