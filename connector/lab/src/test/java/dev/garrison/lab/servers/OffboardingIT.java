package dev.garrison.lab.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.RawSite;
import dev.garrison.lab.SampleDigest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are off, and servers that leave. */
@Tag("first")
final class OffboardingIT {
  private static final String OTHER = "00000000-0000-4000-8000-000000000001";
  private static final String COMMAND = "powershell.exe -File r.ps1 -OrgId ";
  private static final Instant DUE = Instant.parse("2026-11-25T02:00:00Z");
  private static final Instant ENDS = Instant.parse("2026-12-20T00:00:00Z");
  @TempDir Path folder;
  private RawSite site;
  private Pilot pilot;
  private String onboarding = "";

  @BeforeEach
  void onboard() throws Exception {
    site = RawSite.start("2509", Map.of(Pilot.SHARE, folder));
    pilot = new Pilot(site, folder);
    pilot.write("v1", "install.ps1", "exit");
    pilot.write("v1", "a.onboarding", file(SampleDigest.ORG, ENDS));
    onboarding =
        pilot.deploy(
            pilot.created(
                new SampleDigest()
                    .content("Content_33333333-3333-4333-8333-333333333333", pilot.files("v1"))),
            "Sensor",
            DUE);
    site.pass(Duration.ofHours(10));
    assertThat(site.lab().servers().onboardedTo("WEB01")).contains(SampleDigest.ORG);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private static String file(String orgId, Instant end) {
    long ticks = Duration.between(Instant.parse("1601-01-01T00:00:00Z"), end).toSeconds();
    return "{\"body\":\"{\\\"orgId\\\":\\\"%s\\\",\\\"expirationTimestamp\\\":\\\"%d0000000\\\"}\",\"sig\":\"x\"}"
        .formatted(orgId, ticks);
  }

  private SampleDigest leaving(String fileOf, Instant end, String command) throws IOException {
    pilot.write("off", "a.offboarding", file(fileOf, end));
    return SampleDigest.leaving()
        .content("Content_99999999-9999-4999-8999-999999999999", pilot.files("off"))
        .location(Pilot.SHARE + "\\off\\")
        .command(command);
  }

  private void withdraw() throws Exception {
    assertThat(site.delete("wmi/SMS_ApplicationAssignment(" + onboarding + ")").status())
        .isEqualTo(204);
  }

  private String offboard(SampleDigest digest) throws Exception {
    return pilot.deploy(pilot.created(digest), "Leaving", site.lab().clock().instant());
  }

  private String asked(String server) throws Exception {
    return site.list("SMS_CombinedDeviceResources", "Name eq '" + server + "'")
        .get(0)
        .path("LastPolicyRequest")
        .asText();
  }

  @Test
  void aServerLeavesAndKeepsTheAgentUnlessToldOtherwise() throws Exception {
    withdraw();
    site.pass(Duration.ofHours(2));
    offboard(leaving(SampleDigest.ORG, ENDS, COMMAND + SampleDigest.ORG));
    site.pass(Duration.ofDays(1));
    assertThat(site.lab().servers().onboardedTo("WEB01")).isEmpty();
    assertThat(site.lab().servers().hasAgent("WEB01")).isTrue();
    assertThat(site.lab().servers().meetings()).isEmpty();
  }

  private Optional<String> value(String name) {
    return site.lab()
        .servers()
        .registryValue(
            "WEB01", "SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection", name);
  }

  @Test
  void aSensorThatDoesNotHearLeavesWhenItHears() throws Exception {
    withdraw();
    site.pass(Duration.ofHours(2));
    site.lab().servers().connectSensor("WEB01", false);
    offboard(leaving(SampleDigest.ORG, ENDS, COMMAND + SampleDigest.ORG));
    site.pass(Duration.ofDays(1));
    assertThat(error("WEB01")).isEqualTo(20043);
    assertThat(site.lab().servers().onboardedTo("WEB01")).contains(SampleDigest.ORG);
    assertThat(value("OnboardingInfo")).isEmpty();
    assertThat(value("696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A")).isPresent();
    site.lab().servers().connectSensor("WEB01", true);
    assertThat(site.lab().servers().onboardedTo("WEB01")).isEmpty();
  }

  @Test
  void theAgentOfAnOlderServerGoesToo() throws Exception {
    withdraw();
    site.pass(Duration.ofHours(2));
    offboard(
        leaving(
            SampleDigest.ORG,
            ENDS,
            COMMAND + SampleDigest.ORG + " -AfterOffboarding uninstall-agent"));
    site.pass(Duration.ofDays(1));
    assertThat(site.lab().servers().onboardedTo("WEB01")).isEmpty();
    assertThat(site.lab().servers().hasAgent("WEB01")).isFalse();
  }

  @Test
  void aParameterThatTheScriptDoesNotHaveEndsWithTheCodeOfPowerShell() throws Exception {
    pilot.write("off", "r.ps1", "param(\n    [string] $OrgId = ''\n)\n");
    withdraw();
    site.pass(Duration.ofHours(2));
    offboard(leaving(SampleDigest.ORG, ENDS, COMMAND + SampleDigest.ORG + " -Uninstall"));
    site.pass(Duration.ofDays(1));
    assertThat(error("WEB01")).isEqualTo(1);
    assertThat(site.lab().servers().onboardedTo("WEB01")).contains(SampleDigest.ORG);
  }

  @Test
  void anAnswerThatTheScriptDoesNotKnowIsRefused() throws Exception {
    withdraw();
    site.pass(Duration.ofHours(2));
    offboard(
        leaving(SampleDigest.ORG, ENDS, COMMAND + SampleDigest.ORG + " -AfterOffboarding keep"));
    site.pass(Duration.ofDays(1));
    assertThat(error("WEB01")).isEqualTo(20001);
    assertThat(site.lab().servers().onboardedTo("WEB01")).contains(SampleDigest.ORG);
  }

  @Test
  void onboardingThatIsStillDeployedMeetsOffboarding() throws Exception {
    offboard(leaving(SampleDigest.ORG, ENDS, COMMAND + SampleDigest.ORG));
    site.pass(Duration.ofHours(2));
    assertThat(site.lab().servers().meetings()).contains("WEB01: Sensor and Leaving");
  }

  @Test
  void whatAServerMayNotDoEndsWithItsCode() throws Exception {
    withdraw();
    site.pass(Duration.ofHours(2));
    offboard(leaving(SampleDigest.ORG, ENDS, COMMAND + OTHER));
    site.pass(Duration.ofDays(1));
    assertThat(error("WEB01")).isEqualTo(20003);
    assertThat(site.lab().servers().onboardedTo("WEB01")).contains(SampleDigest.ORG);
  }

  @Test
  void aPackageOfAnotherTenantIsRefused() throws Exception {
    withdraw();
    site.pass(Duration.ofHours(2));
    offboard(leaving(OTHER, ENDS, COMMAND + SampleDigest.ORG));
    site.pass(Duration.ofDays(1));
    assertThat(error("WEB01")).isEqualTo(20040);
  }

  @Test
  void aPackageThatHasExpiredIsRefused() throws Exception {
    withdraw();
    site.pass(Duration.ofHours(2));
    offboard(leaving(SampleDigest.ORG, DUE, COMMAND + SampleDigest.ORG));
    site.pass(Duration.ofDays(1));
    assertThat(error("WEB01")).isEqualTo(20041);
    assertThat(site.lab().servers().onboardedTo("WEB01")).contains(SampleDigest.ORG);
  }

  private long error(String server) throws Exception {
    return site.list("SMS_AppDeploymentErrorAssetDetails", "MachineName eq '" + server + "'")
        .get(0)
        .path("ErrorCode")
        .asLong();
  }

  @Test
  void aServerThatIsOffAsksForNothingAndKeepsWhatItHas() throws Exception {
    site.lab().servers().turnOff("WEB01");
    String before = asked("WEB01");
    withdraw();
    site.pass(Duration.ofHours(5));
    assertThat(asked("WEB01")).isEqualTo(before);
    assertThat(asked("WEB02")).isGreaterThan(before);
    offboard(leaving(SampleDigest.ORG, ENDS, COMMAND + SampleDigest.ORG));
    site.pass(Duration.ofDays(1));
    assertThat(site.lab().servers().onboardedTo("WEB01")).contains(SampleDigest.ORG);
    assertThat(site.lab().servers().onboardedTo("WEB02")).isEmpty();
    site.lab().servers().turnOn("WEB01");
    site.pass(Duration.ofDays(1));
    assertThat(asked("WEB01")).isGreaterThan(before);
    assertThat(site.lab().servers().onboardedTo("WEB01")).isEmpty();
  }
}
