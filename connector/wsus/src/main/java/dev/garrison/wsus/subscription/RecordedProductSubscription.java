package dev.garrison.wsus.subscription;

import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;

/** Journal form of a subscription. */
record RecordedProductSubscription(String server, boolean isKnown, boolean isSubscribed)
    implements RecordedState<ProductSubscription> {
  static final StateForm<ProductSubscription> FORM =
      StateForm.of(
          ProductSubscription.class,
          RecordedProductSubscription.class,
          RecordedProductSubscription::of);

  static RecordedProductSubscription of(ProductSubscription subscription) {
    return new RecordedProductSubscription(
        subscription.server(), subscription.isKnown(), subscription.isSubscribed());
  }

  @Override
  public ProductSubscription state() {
    return new ProductSubscription(server, isKnown, isSubscribed);
  }
}
