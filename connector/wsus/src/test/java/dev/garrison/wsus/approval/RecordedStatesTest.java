package dev.garrison.wsus.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.json.JsonException;
import dev.garrison.json.Recorded;
import dev.garrison.recorded.RecordedStates;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * States as journals hold them. The lines in {@code recorded/1} are of the version before there
 * were forms, and are never made anew.
 */
final class RecordedStatesTest {
  private static final SensorApproval APPROVAL =
      new SensorApproval(
          "wsus01.contoso.example:8531",
          UUID.fromString("6d2b1a9e-3f40-4c55-8a11-90c2f1e0b7d4"),
          UUID.fromString("a0a08746-4dbe-4a37-9adf-9e7435c0b421"),
          "install",
          Optional.of(Instant.parse("2026-12-01T03:00:00Z")),
          "garrison mde-servers (CONTOSO\\adm01)",
          true);
  private static final SensorApproval APPROVAL_WITHOUT_DEADLINE =
      new SensorApproval(
          "wsus01.contoso.example:8531",
          UUID.fromString("6d2b1a9e-3f40-4c55-8a11-90c2f1e0b7d4"),
          UUID.fromString("a0a08746-4dbe-4a37-9adf-9e7435c0b421"),
          "unknown(7)",
          Optional.empty(),
          "",
          false);
  private static final SensorLicence LICENCE =
      new SensorLicence(
          "wsus01.contoso.example:8531",
          UUID.fromString("6d2b1a9e-3f40-4c55-8a11-90c2f1e0b7d4"),
          UUID.fromString("5f0c1a2b-7d3e-4f60-9a8b-1c2d3e4f5a6b"),
          true);

  private static final RecordedStates<SensorApproval> APPROVALS =
      RecordedStates.of(
          RecordedStatesTest.class, SensorApproval.KIND, RecordedSensorApproval.FORM, 1);
  private static final RecordedStates<SensorLicence> LICENCES =
      RecordedStates.of(
          RecordedStatesTest.class, SensorLicence.KIND, RecordedSensorLicence.FORM, 1);

  @Test
  void anApprovalOfTheFirstFormIsReadAsItWas() {
    assertThat(APPROVALS.read()).containsExactly(APPROVAL, APPROVAL_WITHOUT_DEADLINE);
  }

  @Test
  void anApprovalIsWrittenAsItWas() {
    assertThat(APPROVALS.written(List.of(APPROVAL, APPROVAL_WITHOUT_DEADLINE)))
        .isEqualTo(APPROVALS.lines());
  }

  @Test
  void aLicenceOfTheFirstFormIsReadAsItWas() {
    assertThat(LICENCES.read()).containsExactly(LICENCE);
  }

  @Test
  void aLicenceIsWrittenAsItWas() {
    assertThat(LICENCES.written(List.of(LICENCE))).isEqualTo(LICENCES.lines());
  }

  @Test
  void aPartThatThisVersionDoesNotKnowIsNamed() {
    Recorded<SensorApproval> read =
        APPROVALS.read(APPROVALS.lines().getFirst().replace("{", "{\"state\":7,"));
    assertThat(read.value()).isEqualTo(APPROVAL);
    assertThat(read.unknown()).containsExactly("state");
  }

  @Test
  void anOptionalPartMayBeAbsent() {
    assertThat(
            APPROVALS.read(APPROVALS.lines().getLast().replace("\"deadline\":null,", "")).value())
        .isEqualTo(APPROVAL_WITHOUT_DEADLINE);
  }

  @ParameterizedTest
  @CsvSource({"2026-12-01T03:00:00Z, deadline", "6d2b1a9e-3f40-4c55-8a11-90c2f1e0b7d4, update"})
  void whatIsNoTimeAndNoIdIsRefused(String value, String part) {
    assertThatThrownBy(
            () -> APPROVALS.read(APPROVALS.lines().getFirst().replace(value, "tomorrow")))
        .isInstanceOf(JsonException.class)
        .hasMessage("'%s' has the wrong form".formatted(part));
  }
}
