package dev.garrison.wsus.decline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.recorded.RecordedStates;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * States as journals hold them. The lines in {@code recorded/1} are of the version before there
 * were forms, and are never made anew.
 */
final class RecordedStatesTest {
  private static final SensorDecline DECLINE =
      new SensorDecline(
          "wsus01.contoso.example:8531",
          UUID.fromString("6d2b1a9e-3f40-4c55-8a11-90c2f1e0b7d4"),
          true);

  private static final RecordedStates<SensorDecline> DECLINES =
      RecordedStates.of(
          RecordedStatesTest.class, SensorDecline.KIND, RecordedSensorDecline.FORM, 1);

  @Test
  void aDeclineOfTheFirstFormIsReadAsItWas() {
    assertThat(DECLINES.read()).containsExactly(DECLINE);
  }

  @Test
  void aDeclineIsWrittenAsItWas() {
    assertThat(DECLINES.written(List.of(DECLINE))).isEqualTo(DECLINES.lines());
  }
}
