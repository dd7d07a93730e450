package dev.garrison.server.page.job;

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
      case "done" -> "succeeded";
      case "pending" -> "needs approval";
      case "findings" -> job.equals(JobKind.DRIFT.word()) ? "drift found" : "problems found";
      case "busy" -> "skipped (locked)";
      default -> outcome; // waiting, stopped, interrupted, failed, running
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
