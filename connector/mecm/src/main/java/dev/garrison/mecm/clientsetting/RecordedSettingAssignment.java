package dev.garrison.mecm.clientsetting;

import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;

/** An assignment of a client setting as journals hold it. */
record RecordedSettingAssignment(String collection, String setting)
    implements RecordedState<SettingAssignment> {
  static final StateForm<SettingAssignment> FORM =
      StateForm.of(
          SettingAssignment.class, RecordedSettingAssignment.class, RecordedSettingAssignment::of);

  static RecordedSettingAssignment of(SettingAssignment assignment) {
    return new RecordedSettingAssignment(assignment.collection(), assignment.setting());
  }

  @Override
  public SettingAssignment state() {
    return new SettingAssignment(collection, setting);
  }
}
