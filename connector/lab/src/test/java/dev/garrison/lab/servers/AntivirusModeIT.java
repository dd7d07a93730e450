package dev.garrison.lab.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.RawSite;
import dev.garrison.lab.SampleDigest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dependencies, and the antivirus modes of Microsoft's page on Windows Server. */
@Tag("first")
final class AntivirusModeIT {
  private static final String ONBOARD = "powershell.exe -File i.ps1 -Antivirus ";
  private static final Instant DUE = Instant.parse("2026-11-25T02:00:00Z");
  @TempDir Path folder;
  private RawSite site;
  private Pilot pilot;

  @BeforeEach
  void start() throws IOException {
    site = RawSite.start("2509", Map.of(Pilot.SHARE, folder));
    pilot = new Pilot(site, folder);
    pilot.write("v1", "install.ps1", "exit");
    pilot.write(
        "v1",
        "WindowsDefenderATP.onboarding",
        "{\"body\":\"{\\\"orgId\\\":\\\"" + SampleDigest.ORG + "\\\"}\",\"sig\":\"x\"}");
    pilot.write("mode", "mode.ps1", "exit");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private SampleDigest sensor(String antivirus) throws IOException {
    return new SampleDigest()
        .content("Content_33333333-3333-4333-8333-333333333333", pilot.files("v1"))
        .command(ONBOARD + antivirus);
  }

  private SampleDigest mode(int value) throws IOException {
    return SampleDigest.mode(value)
        .content("Content_77777777-7777-4777-8777-777777777777", pilot.files("mode"))
        .location(Pilot.SHARE + "\\mode\\")
        .command("powershell.exe -File m.ps1 -Antivirus " + (value == 1 ? "passive" : "active"));
  }

  @Test
  void aDependencyIsInstalledBeforeWhatDependsOnIt() throws Exception {
    pilot.created(mode(1));
    String assignment =
        pilot.deploy(pilot.created(sensor("passive").dependingOn(mode(1), true)), "Sensor", DUE);
    site.pass(Duration.between(site.lab().clock().instant(), DUE));
    assertThat(pilot.enforcement(assignment, "WEB01")).isEqualTo(2007);
    site.pass(Duration.ofMinutes(1));
    assertThat(pilot.enforcement(assignment, "WEB01")).isEqualTo(2002);
    site.pass(Duration.ofHours(1));
    assertThat(pilot.enforcement(assignment, "WEB01")).isEqualTo(1000);
    assertThat(site.lab().servers().runningMode("WEB01")).contains("Passive Mode");
  }

  @Test
  void withoutItsContentADependencyIsWaitedForAndThenFails() throws Exception {
    pilot.create(mode(1));
    String assignment =
        pilot.deploy(pilot.created(sensor("passive").dependingOn(mode(1), true)), "Sensor", DUE);
    site.pass(Duration.between(site.lab().clock().instant(), DUE));
    assertThat(pilot.enforcement(assignment, "WEB01")).isEqualTo(2006);
    site.pass(Duration.ofHours(3));
    assertThat(pilot.enforcement(assignment, "WEB01")).isEqualTo(5005);
    assertThat(site.lab().servers().runningMode("WEB01")).isEmpty();
  }

  @Test
  void aDependencyThatClientsMayNotInstallFails() throws Exception {
    pilot.created(mode(1));
    String assignment =
        pilot.deploy(pilot.created(sensor("passive").dependingOn(mode(1), false)), "Sensor", DUE);
    site.pass(Duration.ofHours(8));
    assertThat(pilot.enforcement(assignment, "WEB01")).isEqualTo(5004);
  }

  @Test
  void aDependencyThatIsNotDetectedAfterItsInstallationFails() throws Exception {
    SampleDigest wrong = mode(1).command("powershell.exe -File m.ps1 -Antivirus active");
    pilot.created(wrong);
    String assignment =
        pilot.deploy(pilot.created(sensor("passive").dependingOn(wrong, true)), "Sensor", DUE);
    site.pass(Duration.ofHours(8));
    assertThat(pilot.enforcement(assignment, "WEB01")).isEqualTo(5004);
    assertThat(
            site.list("SMS_AppDeploymentErrorAssetDetails", "MachineName eq 'WEB01'")
                .get(0)
                .path("ErrorCode")
                .asLong())
        .isEqualTo(0x87D00324L);
  }

  @Test
  void passiveOnboardingWithoutTheValueEndsWithItsCode() throws Exception {
    String assignment = pilot.deploy(pilot.created(sensor("passive")), "Sensor", DUE);
    site.pass(Duration.ofHours(8));
    assertThat(pilot.enforcement(assignment, "WEB01")).isEqualTo(5000);
    assertThat(
            site.list("SMS_AppDeploymentErrorAssetDetails", "MachineName eq 'WEB01'")
                .get(0)
                .path("ErrorCode")
                .asLong())
        .isEqualTo(20011);
    assertThat(site.lab().servers().runningMode("WEB01")).isEmpty();
  }

  @Test
  void underTamperProtectionAnActiveAntivirusStaysActiveWhateverTheValueSays() throws Exception {
    pilot.deploy(pilot.created(sensor("active")), "Sensor", DUE);
    site.pass(Duration.ofHours(8));
    assertThat(site.lab().servers().runningMode("WEB01")).contains("Normal");
    String later = pilot.deploy(pilot.created(mode(1)), "Mode", DUE.plus(Duration.ofDays(1)));
    site.pass(Duration.ofDays(2));
    assertThat(pilot.enforcement(later, "WEB01")).isEqualTo(1000);
    assertThat(site.lab().servers().runningMode("WEB01")).contains("Normal");
    assertThat(site.lab().servers().runningMode("APP02"))
        .as("without tamper protection")
        .contains("Passive Mode");
  }

  @Test
  void aServerMayLosePassiveModeThoughTheValueIsThere() throws Exception {
    pilot.created(mode(1));
    String assignment =
        pilot.deploy(pilot.created(sensor("passive").dependingOn(mode(1), true)), "Sensor", DUE);
    site.pass(Duration.ofHours(8));
    assertThat(pilot.enforcement(assignment, "FS01")).isEqualTo(1000);
    assertThat(site.lab().servers().runningMode("FS01")).contains("Normal");
  }

  @Test
  void aPassiveAntivirusBecomesActiveWithZeroAndStaysSo() throws Exception {
    long modeId = pilot.created(mode(1));
    pilot.deploy(pilot.created(sensor("passive").dependingOn(mode(1), true)), "Sensor", DUE);
    site.pass(Duration.ofHours(8));
    RawSite.Reply revised =
        site.post("wmi/SMS_Application(" + modeId + ")", mode(0).revision(2).body());
    assertThat(revised.status()).as(revised.text()).isEqualTo(201);
    String zero =
        pilot.deploy(revised.json().path("CI_ID").asLong(), "Mode", DUE.plus(Duration.ofDays(1)));
    site.pass(Duration.ofDays(2));
    assertThat(pilot.enforcement(zero, "WEB01")).isEqualTo(1000);
    assertThat(site.lab().servers().runningMode("WEB01")).contains("Normal");
  }

  @Test
  void aDependencyOnNothingIsRefused() throws Exception {
    RawSite.Reply reply =
        site.post("wmi/SMS_Application", sensor("passive").dependingOn(mode(1), true).body());
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.message()).contains("0x80041001").contains("which does not exist");
  }

  @Test
  void whatOthersDependOnIsCountedAndNotDeleted() throws Exception {
    long modeId = pilot.create(mode(1));
    long sensorId = pilot.create(sensor("passive").dependingOn(mode(1), true));
    assertThat(
            site.list("SMS_Application", "ModelName eq '" + mode(1).model() + "'")
                .get(0)
                .path("NumberOfDependentDTs")
                .asInt())
        .isEqualTo(1);
    assertThat(site.delete("wmi/SMS_Application(" + modeId + ")").status()).isEqualTo(500);
    assertThat(site.delete("wmi/SMS_Application(" + sensorId + ")").status()).isEqualTo(204);
    assertThat(site.delete("wmi/SMS_Application(" + modeId + ")").status()).isEqualTo(204);
  }
}
