package dev.garrison.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.declinepolicy.InstallationState;
import dev.garrison.catalog.group.ApprovalAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of the WSUS administration API. */
final class EnumNumbersTest {
  @ParameterizedTest
  @CsvSource({"0, PUBLISHED", "1, EXPIRED", "2, IN_TESTING"})
  void publicationStates(int number, Publication state) {
    assertThat(Publication.ofNumber(number)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "1, LICENSE_AGREEMENT_NOT_READY",
    "2, INSTALLATION_IMPOSSIBLE",
    "3, NOT_NEEDED",
    "4, NOT_READY",
    "5, READY",
    "6, CANCELED",
    "7, FAILED",
    "8, LICENSE_AGREEMENT_FAILED"
  })
  void contentStates(int number, ContentState state) {
    assertThat(ContentState.ofNumber(number)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"0, INSTALL", "1, UNINSTALL", "2, DETECT", "3, BLOCK", "4, EVALUATE", "5, BUNDLE"})
  void approvalActions(int number, ApprovalAction action) {
    assertThat(ApprovalAction.ofNumber(number)).isEqualTo(action);
  }

  @ParameterizedTest
  @CsvSource({
    "1, NOT_APPLICABLE",
    "2, NOT_INSTALLED",
    "3, DOWNLOADED",
    "4, INSTALLED",
    "5, FAILED",
    "6, INSTALLED_PENDING_REBOOT"
  })
  void installationStates(int number, InstallationState state) {
    assertThat(InstallationState.ofNumber(number)).isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 9, 99, Integer.MAX_VALUE})
  void otherNumbersAreUnknown(int number) {
    assertThat(Publication.ofNumber(number)).isEqualTo(Publication.UNKNOWN);
    assertThat(ContentState.ofNumber(number)).isEqualTo(ContentState.UNKNOWN);
    assertThat(ApprovalAction.ofNumber(number)).isEqualTo(ApprovalAction.UNKNOWN);
    assertThat(InstallationState.ofNumber(number)).isEqualTo(InstallationState.UNKNOWN);
  }

  @Test
  void zeroIsNoContentStateAndNoReport() {
    assertThat(ContentState.ofNumber(0)).isEqualTo(ContentState.UNKNOWN);
    assertThat(InstallationState.ofNumber(0)).isEqualTo(InstallationState.UNKNOWN);
    assertThat(ApprovalAction.ofNumber(6)).isEqualTo(ApprovalAction.UNKNOWN);
  }
}
