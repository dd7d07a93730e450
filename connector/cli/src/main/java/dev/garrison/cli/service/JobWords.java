package dev.garrison.cli.service;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.history.Outbox;
import dev.garrison.job.JobMode;
import dev.garrison.manifest.job.ChangeKind;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.job.JobSection;
import dev.garrison.notice.NoticeCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sentences about jobs. */
final class JobWords {
  private JobWords() {}

  /** Effect of a decision, with the current manifest. */
  static String decided(JobKind job, JobMode mode, Optional<JobSection> section) {
    return switch (mode) {
      case PAUSED ->
          "%s is paused: it does not run at its times. 'garrison job enable %s' lets it go on."
              .formatted(job.word(), job.word());
      case PLAN_ONLY -> "%s is plan-only: it runs and writes nothing.".formatted(job.word());
      case ENABLED -> enabled(job, section);
    };
  }

  private static String enabled(JobKind job, Optional<JobSection> section) {
    if (section.isEmpty()) {
      return "%s is enabled, and the manifest has no schedule for it: it runs by 'garrison job run %s' alone, and makes no change."
          .formatted(job.word(), job.word());
    }
    if (!job.canWrite()) {
      return "%s is enabled. It only reads.".formatted(job.word());
    }
    String kinds =
        section.get().autoApply().stream().map(ChangeKind::word).collect(Collectors.joining(", "));
    return kinds.isEmpty()
        ? "%s is enabled, and its 'autoApply' is empty: it still writes nothing."
            .formatted(job.word())
        : "%s is enabled: from its next run on it makes changes of these kinds by itself: %s."
            .formatted(job.word(), kinds);
  }

  /** Problem of a webhook. */
  static String amiss(Outbox.Tally tally) {
    List<String> words = new ArrayList<>();
    if (tally.waiting() > 0) {
      words.add(
          "%d %s tried again"
              .formatted(tally.waiting(), tally.waiting() == 1 ? "message is" : "messages are"));
    }
    if (tally.givenUp() > 0) {
      words.add("%d given up within the last week".formatted(tally.givenUp()));
    }
    return ScreenText.text(
        "Webhook '%s': %s; at last: %s. 'garrison notify test' tries it. [%s]"
            .formatted(
                tally.webhook(),
                String.join(", ", words),
                tally.answer(),
                (tally.givenUp() > 0 ? NoticeCode.NOTICE_GIVEN_UP : NoticeCode.NOTICE_NOT_TAKEN)
                    .label()));
  }
}
