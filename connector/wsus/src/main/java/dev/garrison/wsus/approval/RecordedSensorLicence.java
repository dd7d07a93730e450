package dev.garrison.wsus.approval;

import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;
import java.util.UUID;

/** Whether licence terms are accepted, as journals hold it. */
record RecordedSensorLicence(String server, UUID update, UUID terms, boolean isAccepted)
    implements RecordedState<SensorLicence> {
  static final StateForm<SensorLicence> FORM =
      StateForm.of(SensorLicence.class, RecordedSensorLicence.class, RecordedSensorLicence::of);

  static RecordedSensorLicence of(SensorLicence licence) {
    return new RecordedSensorLicence(
        licence.server(), licence.update(), licence.terms(), licence.isAccepted());
  }

  @Override
  public SensorLicence state() {
    return new SensorLicence(server, update, terms, isAccepted);
  }
}
