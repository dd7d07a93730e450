package dev.garrison.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.history.Outbox;
import dev.garrison.job.JobMode;
import dev.garrison.language.Language;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.job.JobsSection;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Jobs, as a Japanese administrator sees them. */
final class JobViewTest {
  private static final List<JobView.JobLine> JOBS =
      List.of(
          new JobView.JobLine(
              JobKind.DRIFT, JobMode.PAUSED, Optional.empty(), Optional.empty(), Optional.empty()));

  @Test
  void theListIsShownInJapanese() {
    JobView view = new JobView(ZoneId.of("UTC"));
    assertThat(
            Language.JAPANESE.<String, RuntimeException>during(
                () -> view.list(JOBS, List.<Outbox.Tally>of())))
        .isEqualToNormalizingNewlines(
            """
            ジョブ  モード  スケジュール  次回  前回の実行
            drift   paused  なし          -     なし

            時刻は UTC です。「plan-only」のジョブは変更を行いません。\
            """);
  }

  @Test
  void aDecisionIsShownInJapanese() {
    assertThat(
            Language.JAPANESE.<String, RuntimeException>during(
                () -> JobWords.decided(JobKind.DRIFT, JobMode.PAUSED, JobsSection.NONE)))
        .isEqualTo("drift は一時停止中で、スケジュールどおりに実行されません。再開するには「garrison job enable drift」を実行してください。");
  }
}
