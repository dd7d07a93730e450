package dev.garrison.server.page.job;

import dev.garrison.job.RunOrigin;
import dev.garrison.server.page.frame.Sentence;
import dev.garrison.server.reading.ApiAnswers;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decision or job that made a run of the journal.
 *
 * @param job that ran at its time; empty where a person approved or ordered it
 * @param isApproval whether somebody approved it, and did not order it
 * @param by who approved or ordered it; empty where a job ran at its time
 * @param number of the run of the job
 * @param run the run of the job; empty where the history no longer has it
 * @param change number of the change
 * @param comment of the approver
 */
record JournalOrigin(
    Optional<String> job,
    boolean isApproval,
    Optional<String> by,
    String number,
    Optional<ApiAnswers.Run> run,
    Optional<String> change,
    Optional<String> comment) {
  private static final Pattern RECORDED =
      Pattern.compile(
          "(?:job (?<job>\\S+)|(?<verb>approved|ordered) by (?<who>.+?)), run (?<run>\\d{1,18})"
              + "(?:, change (?<change>.+?))?(?:: (?<comment>.+))?");

  /**
   * Reads the origin that a job recorded in the place of a change number.
   *
   * @param runs the run of a job with a number, if it wrote this journal
   * @return empty for a change number that somebody gave to a command
   */
  static Optional<JournalOrigin> of(String recorded, LongFunction<Optional<ApiAnswers.Run>> runs) {
    Matcher parts = RECORDED.matcher(recorded);
    return parts.matches()
        ? Optional.of(
            new JournalOrigin(
                Optional.ofNullable(parts.group("job")),
                "approved".equals(parts.group("verb")),
                Optional.ofNullable(parts.group("who")),
                parts.group("run"),
                runs.apply(Long.parseLong(parts.group("run"))),
                Optional.ofNullable(parts.group("change")),
                Optional.ofNullable(parts.group("comment"))))
        : Optional.empty();
  }

  /** Person or job that made the run, as a sentence with the run of the job as a link. */
  Sentence sentence() {
    if (job.isPresent()) {
      return Sentence.of("page.journal.by-job", "job", job.get());
    }
    return Sentence.of(isApproval ? "page.journal.approved" : "page.journal.ordered");
  }

  /** The run whose plan was approved. */
  Optional<Long> plan() {
    return run.flatMap(ApiAnswers.Run::origin).flatMap(RunOrigin::plan);
  }
}
