package dev.garrison.survey;

import dev.garrison.engine.plan.Remark;
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
        notes.add(
            "client setting '%s' does not show its parts: whether it demands signed scripts is unknown, look in the console"
                .formatted(setting.name()));
      } else if (setting.demandsSignedScripts().orElse(false)) {
        notes.add(
            Remark.action(
                "client setting '%s' demands signed scripts (PowerShell execution policy: All Signed), and ours are not: 'garrison scripts sign', then 'packages.clientScripts'"
                    .formatted(setting.name())));
      }
    }
    if (settings.stream().allMatch(setting -> setting.demandsSignedScripts().isEmpty())) {
      notes.add(
          "whether scripts must be signed is unknown: the default client setting decides, which cannot be read here and demands it unless somebody changed it (Computer Agent > PowerShell execution policy)");
    }
    notes.add(
        Remark.action(
            "our scripts are not signed: where application control (WDAC, AppLocker) restricts scripts, servers leave with 20013. To sign them: garrison scripts sign"));
    return notes;
  }
}
