package dev.garrison.mecm.updaterule;

import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;

/** The sensor's product of a site as journals hold it. */
record RecordedUpdateProduct(String name, boolean isSubscribed)
    implements RecordedState<UpdateProduct> {
  static final StateForm<UpdateProduct> FORM =
      StateForm.of(UpdateProduct.class, RecordedUpdateProduct.class, RecordedUpdateProduct::of);

  static RecordedUpdateProduct of(UpdateProduct product) {
    return new RecordedUpdateProduct(product.name(), product.isSubscribed());
  }

  @Override
  public UpdateProduct state() {
    return new UpdateProduct(name, isSubscribed);
  }
}
