package dev.garrison.mecm.clientsetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.recorded.RecordedStates;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * States as journals hold them. The lines in {@code recorded/1} are of the version before there
 * were forms, and are never made anew.
 */
final class RecordedStatesTest {
  private static final AgentSetting AGENT =
      new AgentSetting(
          "MDE agent", new TreeMap<>(Map.of("EnableEP", "true", "InstallSCEPClient", "false")));
  private static final SettingAssignment ASSIGNMENT =
      new SettingAssignment("MDE pilot", "MDE agent");
  private static final EndpointProtectionSetting SCEP =
      new EndpointProtectionSetting(Set.of("Servers", "Default Client Agent Settings"));

  private static final RecordedStates<AgentSetting> AGENTS =
      RecordedStates.of(RecordedStatesTest.class, AgentSetting.KIND, RecordedAgentSetting.FORM, 1);
  private static final RecordedStates<SettingAssignment> ASSIGNMENTS =
      RecordedStates.of(
          RecordedStatesTest.class, SettingAssignment.KIND, RecordedSettingAssignment.FORM, 1);
  private static final RecordedStates<EndpointProtectionSetting> SCEP_SETTINGS =
      RecordedStates.of(
          RecordedStatesTest.class,
          EndpointProtectionSetting.KIND,
          RecordedEndpointProtectionSetting.FORM,
          1);

  @Test
  void anAgentSettingOfTheFirstFormIsReadAsItWas() {
    assertThat(AGENTS.read()).containsExactly(AGENT);
  }

  @Test
  void anAgentSettingIsWrittenAsItWas() {
    assertThat(AGENTS.written(List.of(AGENT))).isEqualTo(AGENTS.lines());
  }

  @Test
  void anAssignmentOfTheFirstFormIsReadAsItWas() {
    assertThat(ASSIGNMENTS.read()).containsExactly(ASSIGNMENT);
  }

  @Test
  void anAssignmentIsWrittenAsItWas() {
    assertThat(ASSIGNMENTS.written(List.of(ASSIGNMENT))).isEqualTo(ASSIGNMENTS.lines());
  }

  @Test
  void whatInstallsScepOfTheFirstFormIsReadAsItWas() {
    assertThat(SCEP_SETTINGS.read()).containsExactly(SCEP);
  }

  @Test
  void whatInstallsScepIsWrittenAsItWas() {
    assertThat(SCEP_SETTINGS.written(List.of(SCEP))).isEqualTo(SCEP_SETTINGS.lines());
  }
}
