package dev.garrison.mecm.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.json.JsonException;
import dev.garrison.recorded.RecordedStates;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * States as journals hold them. The lines in {@code recorded/1} are of the version before there
 * were forms, and are never made anew.
 */
final class RecordedStatesTest {
  private static final ContentDistribution DISTRIBUTION =
      new ContentDistribution(
          "ScopeId_5A4B/Application_1",
          new TreeMap<>(
              Map.of(
                  "Headquarters", ContentDistribution.Phase.DISTRIBUTED,
                  "Branches", ContentDistribution.Phase.UNDER_WAY,
                  "Plant", ContentDistribution.Phase.FAILED)));

  private static final RecordedStates<ContentDistribution> DISTRIBUTIONS =
      RecordedStates.of(
          RecordedStatesTest.class, ContentDistribution.KIND, RecordedContentDistribution.FORM, 1);

  @Test
  void aDistributionOfTheFirstFormIsReadAsItWas() {
    assertThat(DISTRIBUTIONS.read()).containsExactly(DISTRIBUTION);
  }

  @Test
  void aDistributionIsWrittenAsItWas() {
    assertThat(DISTRIBUTIONS.written(List.of(DISTRIBUTION))).isEqualTo(DISTRIBUTIONS.lines());
  }

  @Test
  void aPhaseThatThisVersionDoesNotKnowIsRefused() {
    assertThatThrownBy(
            () -> DISTRIBUTIONS.read(DISTRIBUTIONS.lines().getFirst().replace("UNDER_WAY", "HALF")))
        .isInstanceOf(JsonException.class)
        .hasMessage("it is no state of the kind");
  }
}
