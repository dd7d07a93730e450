package dev.garrison.wsus.decline;

import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;
import java.util.UUID;

/** Journal form of a decline. */
record RecordedSensorDecline(String server, UUID update, boolean isDeclined)
    implements RecordedState<SensorDecline> {
  static final StateForm<SensorDecline> FORM =
      StateForm.of(SensorDecline.class, RecordedSensorDecline.class, RecordedSensorDecline::of);

  static RecordedSensorDecline of(SensorDecline decline) {
    return new RecordedSensorDecline(decline.server(), decline.update(), decline.isDeclined());
  }

  @Override
  public SensorDecline state() {
    return new SensorDecline(server, update, isDeclined);
  }
}
