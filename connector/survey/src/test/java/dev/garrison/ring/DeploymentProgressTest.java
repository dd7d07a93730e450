package dev.garrison.ring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the site's number for a server's state means. */
final class DeploymentProgressTest {
  @ParameterizedTest
  @CsvSource({
    "1, ONBOARDED",
    "2, UNDER_WAY",
    "3, NOT_READY",
    "5, FAILED",
    "0, SILENT",
    "4, SILENT",
    "6, SILENT",
    "7, SILENT",
    "-1, SILENT",
    "4294967297, SILENT",
    "9223372036854775807, SILENT"
  })
  void aNumberThatIsNotKnownIsSilence(long statusType, DeploymentProgress standing) {
    assertThat(DeploymentProgress.of(statusType, 0)).isEqualTo(standing);
  }

  @ParameterizedTest
  @CsvSource({
    "20003, NOT_READY",
    "20004, NOT_READY",
    "20005, NOT_READY",
    "20006, NOT_READY",
    "20007, NOT_READY",
    "20008, NOT_READY",
    "20014, NOT_READY",
    "0, FAILED",
    "1603, FAILED",
    "20001, FAILED",
    "20002, FAILED",
    "20009, FAILED",
    "20010, FAILED",
    "20011, FAILED",
    "20012, FAILED",
    "20013, FAILED",
    "20015, FAILED",
    "20020, FAILED",
    "20022, FAILED",
    "20046, FAILED",
    "20099, FAILED",
  })
  void aServerThatAScriptRefusedForWhatItIsIsNotReady(long code, DeploymentProgress standing) {
    assertThat(DeploymentProgress.of(5, 5000, code)).isEqualTo(standing);
  }

  @ParameterizedTest
  @CsvSource({"1, ONBOARDED", "2, UNDER_WAY", "3, NOT_READY", "4, SILENT"})
  void anOldErrorCodeChangesNothingElse(long statusType, DeploymentProgress standing) {
    assertThat(DeploymentProgress.of(statusType, 0, 20004)).isEqualTo(standing);
  }

  @Test
  void aSimulatedSuccessIsNoSuccess() {
    assertThat(DeploymentProgress.of(1, 1002)).isEqualTo(DeploymentProgress.SILENT);
  }

  @Test
  void theWorseOfTwoIsTheLater() {
    assertThat(DeploymentProgress.values())
        .containsExactly(
            DeploymentProgress.ONBOARDED,
            DeploymentProgress.UNDER_WAY,
            DeploymentProgress.NOT_READY,
            DeploymentProgress.SILENT,
            DeploymentProgress.FAILED);
  }
}
