package dev.garrison.mecm.clientsetting;

import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;
import java.util.SortedMap;

/** A client setting as journals hold it. */
record RecordedAgentSetting(String name, SortedMap<String, String> values)
    implements RecordedState<AgentSetting> {
  static final StateForm<AgentSetting> FORM =
      StateForm.of(AgentSetting.class, RecordedAgentSetting.class, RecordedAgentSetting::of);

  static RecordedAgentSetting of(AgentSetting setting) {
    return new RecordedAgentSetting(setting.name(), setting.values());
  }

  @Override
  public AgentSetting state() {
    return new AgentSetting(name, values);
  }
}
