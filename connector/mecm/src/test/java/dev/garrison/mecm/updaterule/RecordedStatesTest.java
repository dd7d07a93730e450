package dev.garrison.mecm.updaterule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.recorded.RecordedStates;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * States as journals hold them. The lines in {@code recorded/1} are of the version before there
 * were forms, and are never made anew.
 */
final class RecordedStatesTest {
  private static final UpdateProduct PRODUCT =
      new UpdateProduct("Microsoft Defender for Endpoint", true);
  private static final UpdateRule RULE =
      new UpdateRule(
          "pilot", "MDE pilot", "ADR MDE sensor pilot", UpdateRule.Standing.OF_OTHER_COLLECTION);

  private static final RecordedStates<UpdateProduct> PRODUCTS =
      RecordedStates.of(
          RecordedStatesTest.class, UpdateProduct.KIND, RecordedUpdateProduct.FORM, 1);
  private static final RecordedStates<UpdateRule> RULES =
      RecordedStates.of(RecordedStatesTest.class, UpdateRule.KIND, RecordedUpdateRule.FORM, 1);

  @Test
  void aProductOfTheFirstFormIsReadAsItWas() {
    assertThat(PRODUCTS.read()).containsExactly(PRODUCT);
  }

  @Test
  void aProductIsWrittenAsItWas() {
    assertThat(PRODUCTS.written(List.of(PRODUCT))).isEqualTo(PRODUCTS.lines());
  }

  @Test
  void aRuleOfTheFirstFormIsReadAsItWas() {
    assertThat(RULES.read()).containsExactly(RULE);
  }

  @Test
  void aRuleIsWrittenAsItWas() {
    assertThat(RULES.written(List.of(RULE))).isEqualTo(RULES.lines());
  }
}
