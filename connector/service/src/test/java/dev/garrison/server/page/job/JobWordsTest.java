package dev.garrison.server.page.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.job.JobMode;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.server.reading.ApiAnswers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which jobs may write, and whose mode is shown. */
final class JobWordsTest {
  @Test
  void aJobThatOnlyReadsCannotWrite() {
    assertThat(JobWords.canWrite(JobKind.STATUS.word())).isFalse();
    assertThat(JobWords.canWrite(JobKind.ROLLOUT.word())).isTrue();
  }

  private static ApiAnswers.Job reading(JobMode mode) {
    return new ApiAnswers.Job(
        JobKind.STATUS.word(),
        "",
        mode.word(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void theModeOfAJobThatOnlyReadsIsShownWhileItIsPaused() {
    assertThat(JobWords.showsMode(reading(JobMode.PAUSED))).isTrue();
    assertThat(JobWords.showsMode(reading(JobMode.PLAN_ONLY))).isFalse();
  }

  @Test
  void aJobOfALaterVersionMayWrite() {
    assertThat(JobWords.canWrite("of-a-later-version")).isTrue();
  }
}
