package dev.garrison.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.garrison.mecm.clientsetting.DeviceSetting;
import dev.garrison.mecm.odata.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScriptSigningTest {
  private static final String DEFAULT_DECIDES =
      "whether scripts must be signed is unknown: the default client setting can't be read here, and requires signed scripts unless it was changed (Computer Agent > PowerShell execution policy)";

  private static final String APPLICATION_CONTROL =
      "Action needed: Garrison's scripts aren't signed. Where application control (WDAC, AppLocker) restricts scripts, the installation ends with exit code 20013. To sign the scripts, run \"garrison scripts sign\".";

  private static DeviceSetting withPolicy(String name, int policy) {
    return of(
        name,
        new Row(JsonNodeFactory.instance.objectNode().put("AgentID", 20)),
        new Row(
            JsonNodeFactory.instance
                .objectNode()
                .put("AgentID", 4)
                .put("PowerShellExecutionPolicy", policy)));
  }

  private static DeviceSetting of(String name, Row... parts) {
    return new DeviceSetting(1, name, 1, true, List.of(parts));
  }

  @Test
  void aSettingThatDemandsSignedScriptsIsNamed() {
    assertThat(ScriptSigning.notes(List.of(withPolicy("Branches", 1), withPolicy("Servers", 0))))
        .containsExactly(
            "Action needed: The client setting \"Servers\" requires signed scripts (PowerShell execution policy: All Signed), but Garrison's scripts aren't signed. Run \"garrison scripts sign\", and then set \"packages.clientScripts\".",
            APPLICATION_CONTROL);
  }

  @Test
  void otherPoliciesAreNotWorthALine() {
    assertThat(
            ScriptSigning.notes(
                List.of(withPolicy("Bypass", 1), withPolicy("Restricted", 2), withPolicy("?", 7))))
        .containsExactly(APPLICATION_CONTROL);
  }

  @Test
  void withoutASettingThatSpeaksOfItTheDefaultDecides() {
    assertThat(ScriptSigning.notes(List.of()))
        .containsExactly(DEFAULT_DECIDES, APPLICATION_CONTROL);
    Row endpointProtection = new Row(JsonNodeFactory.instance.objectNode().put("AgentID", 20));
    assertThat(ScriptSigning.notes(List.of(of("Servers", endpointProtection))))
        .containsExactly(DEFAULT_DECIDES, APPLICATION_CONTROL);
  }

  @Test
  void aSettingThatShowsNoPartsIsNeverTakenForHarmless() {
    assertThat(ScriptSigning.notes(List.of(of("Servers"), withPolicy("Branches", 1))))
        .containsExactly(
            "the client setting \"Servers\" doesn't show its parts, so whether it requires signed scripts is unknown; check it in the console",
            APPLICATION_CONTROL);
  }
}
