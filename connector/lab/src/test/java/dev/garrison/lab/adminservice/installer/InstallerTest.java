package dev.garrison.lab.adminservice.installer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.adminservice.digest.Digest;
import dev.garrison.lab.device.AntivirusTraits;
import dev.garrison.lab.device.Antiviruses;
import dev.garrison.lab.device.Contact;
import dev.garrison.lab.device.Detection;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.InstallTraits;
import dev.garrison.lab.device.ListedFleet;
import dev.garrison.lab.device.OperatingSystem;
import dev.garrison.lab.device.Sensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Onboarding and offboarding one after the other, while the sensor does not reach its service. */
final class InstallerTest {
  private static final String ORG = "5d1f0b3e-7c52-4f0c-9a57-2f4be1a3d8c2";
  private static final String OTHER = "00000000-0000-4000-8000-000000000001";
  private static final int NOT_PROVEN = 20022;
  private static final int NOT_OFFBOARDED = 20043;

  private static final Device DEVICE =
      new Device(
          0,
          "SRV01",
          OperatingSystem.SERVER_2019,
          Optional.of("5.00.9141.1011"),
          List.of(),
          Optional.empty(),
          Contact.COMMON,
          InstallTraits.COMMON,
          AntivirusTraits.COMMON,
          Device.Condition.healthy(OperatingSystem.SERVER_2019),
          List.of());

  @TempDir Path folder;
  private final Sensors sensors = Sensors.of(List.of(DEVICE), Instant.EPOCH);
  private final Antiviruses antiviruses = new Antiviruses(new ListedFleet(List.of(DEVICE)));
  private final Installer installer =
      new Installer(sensors, antiviruses, new Workspaces(), () -> Instant.EPOCH);

  @BeforeEach
  void files() throws IOException {
    String body =
        "{\\\"orgId\\\":\\\""
            + ORG
            + "\\\",\\\"expirationTimestamp\\\":\\\"139000000000000000\\\"}";
    for (String name : List.of("a.onboarding", "a.offboarding")) {
      Files.writeString(folder.resolve(name), "{\"body\":\"" + body + "\"}");
    }
  }

  private int run(String file, String orgId) {
    return installer.run(
        new Digest.Kind(
            "DeploymentType_1",
            1,
            "",
            "",
            "Script",
            new Digest.Requirements(List.of(), false),
            List.of(),
            List.of(),
            Optional.of(new Digest.Content("Content_1", "", Map.of(file, 1L))),
            new Detection.Undecided(),
            "powershell.exe -File x.ps1 -OrgId " + orgId,
            Map.of(),
            60,
            ""),
        Optional.of(folder),
        DEVICE,
        1);
  }

  private int onboard() {
    return run("a.onboarding", ORG);
  }

  private int offboard() {
    return run("a.offboarding", ORG);
  }

  private boolean has(String name) {
    return installer.registry(DEVICE).value(Sensors.POLICY, name).isPresent();
  }

  private boolean isNoted() {
    return installer
        .registry(DEVICE)
        .value("SOFTWARE\\Garrison\\DefenderForEndpoint", "OnboardingPending")
        .isPresent();
  }

  @Test
  void onboardingThatDoesNotReachTheServiceIsNotProvenAndHappensLater() {
    sensors.connect(0, false);
    assertThat(onboard()).isEqualTo(NOT_PROVEN);
    assertThat(has(Sensors.ONBOARDING_VALUE)).isTrue();
    assertThat(isNoted()).isFalse();
    sensors.connect(0, true);
    assertThat(sensors.orgId(0)).contains(ORG);
    assertThat(onboard()).isZero();
  }

  @Test
  void offboardingWhileOnboardingIsPendingTakesOnboardingInfoAway() {
    sensors.connect(0, false);
    onboard();
    assertThat(offboard()).isZero();
    assertThat(has(Sensors.ONBOARDING_VALUE)).isFalse();
    assertThat(has(Sensors.OFFBOARDING_VALUE)).isFalse();
    sensors.connect(0, true);
    assertThat(sensors.orgId(0)).isEmpty();
  }

  @Test
  void onboardingInfoOfAnotherTenantStays() {
    sensors.connect(0, false);
    onboard();
    assertThat(run("a.offboarding", OTHER)).isEqualTo(20003);
    assertThat(has(Sensors.ONBOARDING_VALUE)).isTrue();
  }

  @Test
  void offboardingThatDoesNotReachTheServiceHappensLater() {
    onboard();
    sensors.connect(0, false);
    assertThat(offboard()).isEqualTo(NOT_OFFBOARDED);
    assertThat(sensors.orgId(0)).contains(ORG);
    assertThat(has(Sensors.ONBOARDING_VALUE)).isFalse();
    assertThat(has(Sensors.OFFBOARDING_VALUE)).isTrue();
    sensors.connect(0, true);
    assertThat(sensors.orgId(0)).isEmpty();
    assertThat(offboard()).isZero();
  }

  @Test
  void onboardingWhileOffboardingIsPendingIsProvenOnlyByALaterConnection() {
    onboard();
    sensors.connect(0, false);
    offboard();
    assertThat(onboard()).isEqualTo(NOT_PROVEN);
    assertThat(has(Sensors.ONBOARDING_VALUE)).isTrue();
    assertThat(has(Sensors.OFFBOARDING_VALUE)).isFalse();
    assertThat(isNoted()).isTrue();
    assertThat(onboard()).as("the note still stands").isEqualTo(NOT_PROVEN);
    sensors.connect(0, true);
    assertThat(sensors.orgId(0)).contains(ORG);
    assertThat(isNoted()).as("until a run has seen it").isTrue();
    assertThat(onboard()).isZero();
    assertThat(isNoted()).isFalse();
  }

  @Test
  void theLastOrderCounts() {
    sensors.connect(0, false);
    onboard();
    offboard();
    onboard();
    sensors.connect(0, true);
    assertThat(sensors.orgId(0)).contains(ORG);
    sensors.connect(0, false);
    offboard();
    onboard();
    offboard();
    sensors.connect(0, true);
    assertThat(sensors.orgId(0)).isEmpty();
  }

  /** As after the portal's API. */
  @Test
  void offboardingRunsOnceWhereOnboardingInfoWasLeftOver() {
    onboard();
    sensors.offboard(0);
    assertThat(has(Sensors.ONBOARDING_VALUE)).isTrue();
    assertThat(offboard()).isZero();
    assertThat(has(Sensors.ONBOARDING_VALUE)).isFalse();
  }
}
