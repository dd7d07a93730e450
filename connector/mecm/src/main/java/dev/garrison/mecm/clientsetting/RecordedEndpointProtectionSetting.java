package dev.garrison.mecm.clientsetting;

import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;
import java.util.Set;

/** The client settings that install SCEP as journals hold them. */
record RecordedEndpointProtectionSetting(Set<String> installingScep)
    implements RecordedState<EndpointProtectionSetting> {
  static final StateForm<EndpointProtectionSetting> FORM =
      StateForm.of(
          EndpointProtectionSetting.class,
          RecordedEndpointProtectionSetting.class,
          RecordedEndpointProtectionSetting::of);

  static RecordedEndpointProtectionSetting of(EndpointProtectionSetting setting) {
    return new RecordedEndpointProtectionSetting(setting.installingScep());
  }

  @Override
  public EndpointProtectionSetting state() {
    return new EndpointProtectionSetting(installingScep);
  }
}
