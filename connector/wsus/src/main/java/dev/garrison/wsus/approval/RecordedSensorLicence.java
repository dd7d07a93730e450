package dev.garrison.wsus.approval;

import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;
import java.util.UUID;

/** Journal form of the acceptance of license terms. */
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
