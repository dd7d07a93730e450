package dev.garrison.mecm.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.json.JsonException;
import dev.garrison.json.Recorded;
import dev.garrison.recorded.RecordedStates;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * States as journals hold them. The lines in {@code recorded/1} are of the version before there
 * were forms, and are never made anew.
 */
final class RecordedStatesTest {
  private static final ApplicationDeployment DEPLOYMENT =
      new ApplicationDeployment(
          "MDE pilot 2016",
          "Installs. [garrison mde-servers]",
          "ScopeId_5A4B/Application_6d2b1a9e-3f40-8c55-8a11-90c2f1e0b7d4",
          "MDE pilot - 2016",
          Optional.of(LocalDateTime.parse("2026-11-28T21:00")),
          Optional.of(LocalDateTime.parse("2026-11-30T04:30:15")),
          new TreeMap<>(Map.of("Enabled", "true", "UseGMTTimes", "false")));
  private static final ApplicationDeployment DEPLOYMENT_WITHOUT_TIMES =
      new ApplicationDeployment(
          "Available",
          "",
          "ScopeId_5A4B/Application_1",
          "All Servers",
          Optional.empty(),
          Optional.empty(),
          new TreeMap<>());

  private static final RecordedStates<ApplicationDeployment> DEPLOYMENTS =
      RecordedStates.of(
          RecordedStatesTest.class,
          ApplicationDeployment.KIND,
          RecordedApplicationDeployment.FORM,
          1);

  @Test
  void aDeploymentOfTheFirstFormIsReadAsItWas() {
    assertThat(DEPLOYMENTS.read()).containsExactly(DEPLOYMENT, DEPLOYMENT_WITHOUT_TIMES);
  }

  @Test
  void aDeploymentIsWrittenAsItWas() {
    assertThat(DEPLOYMENTS.written(List.of(DEPLOYMENT, DEPLOYMENT_WITHOUT_TIMES)))
        .isEqualTo(DEPLOYMENTS.lines());
  }

  @Test
  void aPartThatThisVersionDoesNotKnowIsNamed() {
    Recorded<ApplicationDeployment> read =
        DEPLOYMENTS.read(DEPLOYMENTS.lines().getFirst().replace("{\"coll", "{\"new\":{},\"coll"));
    assertThat(read.value()).isEqualTo(DEPLOYMENT);
    assertThat(read.unknown()).containsExactly("new");
  }

  @Test
  void anOptionalPartMayBeAbsent() {
    assertThat(
            DEPLOYMENTS
                .read(DEPLOYMENTS.lines().getLast().replace("\"deadline\":null,", ""))
                .value())
        .isEqualTo(DEPLOYMENT_WITHOUT_TIMES);
  }

  @Test
  void aTimeThatIsNoneIsRefused() {
    assertThatThrownBy(() ->
            DEPLOYMENTS.read(DEPLOYMENTS.lines().getFirst().replace("2026-11-30", "2026-11-31")))
        .isInstanceOf(JsonException.class)
        .hasMessage("'deadline' has the wrong form");
  }

  @Test
  void aPropertyWithoutAValueIsRefused() {
    assertThatThrownBy(
            () -> DEPLOYMENTS.read(DEPLOYMENTS.lines().getFirst().replace("\"true\"", "null")))
        .isInstanceOf(JsonException.class)
        .hasMessage("'properties.Enabled' has the wrong form");
  }
}
