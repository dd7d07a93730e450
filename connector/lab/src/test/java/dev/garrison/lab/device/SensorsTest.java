package dev.garrison.lab.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a sensor does with what it is told, at once or when it reaches its service again. */
final class SensorsTest {
  private final Sensors sensors = Sensors.of(List.of(), Instant.EPOCH);

  private boolean has(String name) {
    return sensors.written(0, Sensors.POLICY, name).isPresent();
  }

  @Test
  void aSensorThatIsConnectedJoinsAndLeavesAtOnce() {
    sensors.onboard(0, "tenant");
    assertThat(sensors.orgId(0)).contains("tenant");
    assertThat(has(Sensors.ONBOARDING_VALUE)).isTrue();
    sensors.leave(0);
    assertThat(sensors.orgId(0)).isEmpty();
    assertThat(sensors.left(0)).contains("tenant");
    assertThat(has(Sensors.ONBOARDING_VALUE)).isFalse();
    assertThat(has(Sensors.OFFBOARDING_VALUE)).as("used, and still there").isTrue();
    sensors.onboard(0, "tenant");
    assertThat(sensors.orgId(0)).contains("tenant");
    assertThat(has(Sensors.OFFBOARDING_VALUE)).isFalse();
  }

  @Test
  void aSensorThatIsDisconnectedJoinsWhenItHears() {
    sensors.connect(0, false);
    sensors.onboard(0, "tenant");
    assertThat(sensors.orgId(0)).isEmpty();
    assertThat(has(Sensors.ONBOARDING_VALUE)).isTrue();
    sensors.connect(0, true);
    assertThat(sensors.orgId(0)).contains("tenant");
  }

  @Test
  void aSensorThatIsDisconnectedLeavesWhenItHears() {
    sensors.onboard(0, "tenant");
    sensors.connect(0, false);
    sensors.leave(0);
    assertThat(sensors.orgId(0)).contains("tenant");
    assertThat(has(Sensors.ONBOARDING_VALUE)).isFalse();
    assertThat(has(Sensors.OFFBOARDING_VALUE)).isTrue();
    sensors.connect(0, true);
    assertThat(sensors.left(0)).contains("tenant");
  }

  @Test
  void whatIsWithdrawnBeforeItHearsDoesNotHappen() {
    sensors.connect(0, false);
    sensors.onboard(0, "tenant");
    sensors.withdraw(0);
    sensors.connect(0, true);
    assertThat(sensors.orgId(0)).isEmpty();
    sensors.onboard(0, "tenant");
    sensors.connect(0, false);
    sensors.leave(0);
    sensors.onboard(0, "tenant");
    sensors.connect(0, true);
    assertThat(sensors.orgId(0)).contains("tenant");
  }

  /** The portal's API offboards without the server's registry. */
  @Test
  void offboardingByOtherMeansLeavesOnboardingInfo() {
    sensors.onboard(0, "tenant");
    sensors.offboard(0);
    assertThat(has(Sensors.ONBOARDING_VALUE)).isTrue();
    sensors.connect(0, false);
    sensors.connect(0, true);
    assertThat(sensors.orgId(0)).as("it does not join again").isEmpty();
  }
}
