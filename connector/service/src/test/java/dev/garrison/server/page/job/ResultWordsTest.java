package dev.garrison.server.page.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each result of a run has a name that says what to do about it. */
final class ResultWordsTest {
  @ParameterizedTest
  @CsvSource({
    "rollout, done, succeeded, good",
    "rollout, pending, needs approval, warn",
    "rollout, waiting, waiting, ''",
    "drift, findings, drift found, warn",
    "expiry, findings, problems found, warn",
    "status, busy, skipped (locked), warn",
    "status, stopped, stopped, warn",
    "status, interrupted, interrupted, bad",
    "status, failed, failed, bad",
    "status, running, running, ''"
  })
  void aResultIsNamed(String job, String outcome, String word, String style) {
    assertThat(ResultWords.of(job, outcome)).isEqualTo(word);
    assertThat(ResultWords.style(outcome)).isEqualTo(style);
  }
}
