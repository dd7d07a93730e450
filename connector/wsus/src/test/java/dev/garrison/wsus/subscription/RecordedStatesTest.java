package dev.garrison.wsus.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.recorded.RecordedStates;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * States as journals hold them. The lines in {@code recorded/1} are of the version before there
 * were forms, and are never made anew.
 */
final class RecordedStatesTest {
  private static final ProductSubscription SUBSCRIPTION =
      new ProductSubscription("wsus01.contoso.example:8531", true, false);

  private static final RecordedStates<ProductSubscription> SUBSCRIPTIONS =
      RecordedStates.of(
          RecordedStatesTest.class, ProductSubscription.KIND, RecordedProductSubscription.FORM, 1);

  @Test
  void aSubscriptionOfTheFirstFormIsReadAsItWas() {
    assertThat(SUBSCRIPTIONS.read()).containsExactly(SUBSCRIPTION);
  }

  @Test
  void aSubscriptionIsWrittenAsItWas() {
    assertThat(SUBSCRIPTIONS.written(List.of(SUBSCRIPTION))).isEqualTo(SUBSCRIPTIONS.lines());
  }
}
