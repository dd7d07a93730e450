package dev.garrison.survey;

import dev.garrison.engine.plan.Remark;
import dev.garrison.language.Text;
import dev.garrison.mecm.clientsetting.DeviceSetting;
import java.util.ArrayList;
import java.util.List;

/** Reports client settings that demand signed scripts while Garrison's scripts are not signed. */
final class ScriptSigning {
  private ScriptSigning() {}

  /** Notes for the administrator. */
  static List<String> notes(List<DeviceSetting> settings) {
    List<String> notes = new ArrayList<>();
    for (DeviceSetting setting : settings) {
      if (setting.parts().isEmpty()) {
        notes.add(Text.of("script-signing.parts-unknown", "name", setting.name()).toString());
      } else if (setting.demandsSignedScripts().orElse(false)) {
        notes.add(
            Remark.action(Text.of("script-signing.required", "name", setting.name()).toString()));
      }
    }
    if (settings.stream().allMatch(setting -> setting.demandsSignedScripts().isEmpty())) {
      notes.add(Text.of("script-signing.default-unknown").toString());
    }
    notes.add(Remark.action(Text.of("script-signing.application-control").toString()));
    return notes;
  }
}
