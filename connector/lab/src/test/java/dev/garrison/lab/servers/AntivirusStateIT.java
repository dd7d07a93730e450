package dev.garrison.lab.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.lab.LabServers;
import dev.garrison.lab.RawSite;
import dev.garrison.lab.SampleDigest;
import dev.garrison.lab.device.DefenderMode;
import dev.garrison.lab.device.OtherAntivirus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Antivirus of servers: what the scripts change, what offboarding leaves, what a site sees. */
@Tag("first")
final class AntivirusStateIT {
  private static final Instant DUE = Instant.parse("2026-11-25T02:00:00Z");
  private static final List<String> PILOT = List.of("FS01", "WEB01", "WEB02", "APP02");
  private static final String LIST =
      """
      # products
      service;CSFalcon*;CrowdStrike Falcon;antivirus;https://example.com/falcon
      service;xagt;Trellix HX;sensor;https://example.com/hx
      program;CrowdStrike Windows Sensor;CrowdStrike Falcon;antivirus;https://example.com/falcon
      lines;3
      """;
  @TempDir Path folder;
  private RawSite site;
  private Pilot pilot;
  private LabServers servers;

  @BeforeEach
  void start() throws IOException {
    site = RawSite.start("2509", Map.of(Pilot.SHARE, folder));
    pilot = new Pilot(site, folder);
    servers = site.lab().servers();
    for (String server : PILOT) {
      servers.removeOthers(server);
    }
    String body = "{\\\"orgId\\\":\\\"" + SampleDigest.ORG + "\\\"";
    pilot.write("v1", "a.onboarding", "{\"body\":\"" + body + "}\",\"sig\":\"x\"}");
    pilot.write("v1", "ThirdPartyAntivirus.txt", LIST);
    pilot.write("mode", "mode.ps1", "exit");
    pilot.write("mode", "ThirdPartyAntivirus.txt", LIST);
    pilot.write(
        "off",
        "a.offboarding",
        "{\"body\":\"" + body + ",\\\"expirationTimestamp\\\":\\\"139000000000000000\\\"}\"}");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private SampleDigest sensor(String antivirus) throws IOException {
    return new SampleDigest()
        .content("Content_33333333-3333-4333-8333-333333333333", pilot.files("v1"))
        .command("powershell.exe -File i.ps1 -Antivirus " + antivirus);
  }

  private SampleDigest mode() throws IOException {
    return SampleDigest.mode(1)
        .content("Content_77777777-7777-4777-8777-777777777777", pilot.files("mode"))
        .location(Pilot.SHARE + "\\mode\\")
        .command("powershell.exe -File m.ps1 -Antivirus passive");
  }

  /** Onboards the pilot servers in passive mode, and withdraws the deployment. */
  private void onboardPassive() throws Exception {
    pilot.created(mode());
    String assignment =
        pilot.deploy(pilot.created(sensor("passive").dependingOn(mode(), true)), "Sensor", DUE);
    site.pass(Duration.ofHours(10));
    site.delete("wmi/SMS_ApplicationAssignment(" + assignment + ")");
    site.pass(Duration.ofHours(2));
  }

  private String offboard(String after) throws Exception {
    SampleDigest leaving =
        SampleDigest.leaving()
            .content("Content_99999999-9999-4999-8999-999999999999", pilot.files("off"))
            .location(Pilot.SHARE + "\\off\\")
            .command("powershell.exe -File r.ps1 -OrgId " + SampleDigest.ORG + after);
    String assignment =
        pilot.deploy(pilot.created(leaving), "Leaving", site.lab().clock().instant());
    site.pass(Duration.ofDays(1));
    return assignment;
  }

  private long error(String server) throws Exception {
    return site.list("SMS_AppDeploymentErrorAssetDetails", "MachineName eq '" + server + "'")
        .get(0)
        .path("ErrorCode")
        .asLong();
  }

  private void everywhere(OtherAntivirus product) {
    for (String server : PILOT) {
      servers.install(server, product);
    }
  }

  @Test
  void passiveIsRefusedWhereNoAntivirusRunsAndNoneIsStated() throws Exception {
    servers.install("WEB02", OtherAntivirus.HX);
    servers.install("APP02", OtherAntivirus.FALCON.running(false));
    servers.install("FS01", OtherAntivirus.FALCON);
    pilot.write(
        "mode",
        "OtherAntivirus.txt",
        "# ended yesterday\nserver;WEB01;Own product;antivirus;2026-11-24\nlines;1\n");
    String assignment = pilot.deploy(pilot.created(mode()), "Mode", DUE);
    site.pass(Duration.ofHours(8));
    assertThat(pilot.enforcement(assignment, "FS01")).isEqualTo(1000);
    assertThat(error("WEB01")).as("stated until yesterday").isEqualTo(20014);
    assertThat(error("WEB02")).as("a sensor only").isEqualTo(20014);
    assertThat(error("APP02")).as("stopped").isEqualTo(20014);
    assertThat(servers.passiveModeAsked("WEB01")).isFalse();
  }

  @Test
  void whatTheManifestStatesCountsUntilItsDay() throws Exception {
    pilot.write(
        "mode",
        "OtherAntivirus.txt",
        "server;web01;Own product;antivirus;2026-11-25\nservice;OwnAv;Own product;antivirus;\nlines;2\n");
    servers.install("WEB02", OtherAntivirus.of("Own product", "OwnAv", "Own"));
    String assignment = pilot.deploy(pilot.created(mode()), "Mode", DUE);
    site.pass(Duration.ofHours(8));
    assertThat(pilot.enforcement(assignment, "WEB01")).isEqualTo(1000);
    assertThat(pilot.enforcement(assignment, "WEB02")).isEqualTo(1000);
    assertThat(error("APP02")).isEqualTo(20014);
  }

  @Test
  void activeIsRefusedWhereAnotherAntivirusIsInstalled() throws Exception {
    servers.install("WEB01", OtherAntivirus.FALCON.running(false));
    servers.install("WEB02", OtherAntivirus.HX);
    String assignment = pilot.deploy(pilot.created(sensor("active")), "Sensor", DUE);
    site.pass(Duration.ofHours(8));
    assertThat(error("WEB01")).isEqualTo(20004);
    assertThat(pilot.enforcement(assignment, "WEB02")).isEqualTo(1000);
  }

  @Test
  void activeIsRefusedByTheManifestsOwnProductsAndNotByOneThatItCorrects() throws Exception {
    pilot.write(
        "v1",
        "OtherAntivirus.txt",
        """
        service;CSFalconService;Falcon without prevention;sensor;
        program;CrowdStrike Windows Sensor;Falcon without prevention;sensor;
        program;Own*;Own product;antivirus;
        lines;3
        """);
    servers.install("WEB01", OtherAntivirus.of("Own product", "OwnAv", "Own Antivirus 7"));
    servers.install("WEB02", OtherAntivirus.FALCON);
    String assignment = pilot.deploy(pilot.created(sensor("active")), "Sensor", DUE);
    site.pass(Duration.ofHours(8));
    assertThat(error("WEB01")).isEqualTo(20004);
    assertThat(pilot.enforcement(assignment, "WEB02")).isEqualTo(1000);
  }

  @Test
  void aLineThatTheScriptsDoNotUnderstandIsRefused() throws Exception {
    pilot.write("v1", "OtherAntivirus.txt", "service;OwnAv;Own product;\nlines;1\n");
    pilot.deploy(pilot.created(sensor("active")), "Sensor", DUE);
    site.pass(Duration.ofHours(8));
    assertThat(error("WEB01")).isEqualTo(20009);
  }

  @Test
  void defenderGoesWhereNothingElseRunsOnlyFromServersThatAreNamed() throws Exception {
    everywhere(OtherAntivirus.FALCON);
    onboardPassive();
    for (String server : PILOT) {
      servers.removeOthers(server);
    }
    pilot.write("off", "ThirdPartyAntivirus.txt", LIST);
    offboard(
        " -AfterOffboarding uninstall-agent -WithoutAntivirus WEB02.other.example,web01.LAB.example.com");
    assertThat(servers.defender("WEB01")).isEqualTo(DefenderMode.ABSENT);
    assertThat(servers.passiveModeAsked("WEB01")).isFalse();
    assertThat(error("WEB02")).isEqualTo(20014);
    assertThat(error("FS01")).as("2012 R2").isEqualTo(20014);
    assertThat(servers.onboardedTo("WEB02")).contains(SampleDigest.ORG);
  }

  @Test
  void withoutAnAnswerAPassiveServerIsNotOffboarded() throws Exception {
    everywhere(OtherAntivirus.FALCON);
    onboardPassive();
    assertThat(servers.protectedBy("WEB01")).containsExactly("CrowdStrike Falcon");
    offboard("");
    assertThat(error("WEB01")).isEqualTo(20046);
    assertThat(servers.onboardedTo("WEB01")).contains(SampleDigest.ORG);
    assertThat(servers.defender("WEB01")).isEqualTo(DefenderMode.PASSIVE);
  }

  @Test
  void defenderBecomesActiveBesideTheOtherProductThatIsKept() throws Exception {
    everywhere(OtherAntivirus.FALCON);
    onboardPassive();
    offboard(" -AfterOffboarding keep-other");
    assertThat(servers.onboardedTo("WEB01")).isEmpty();
    assertThat(servers.passiveModeAsked("WEB01")).isFalse();
    assertThat(servers.protectedBy("WEB01"))
        .containsExactly("Microsoft Defender Antivirus", "CrowdStrike Falcon");
  }

  @Test
  void aDisabledFeatureGoesWithTheRestartAnd2012R2HasNone() throws Exception {
    everywhere(OtherAntivirus.FALCON);
    onboardPassive();
    String assignment = offboard(" -AfterOffboarding disable");
    assertThat(pilot.enforcement(assignment, "WEB02")).isEqualTo(1000);
    assertThat(servers.defender("WEB02")).isEqualTo(DefenderMode.ABSENT);
    assertThat(servers.protectedBy("WEB02")).containsExactly("CrowdStrike Falcon");
    assertThat(error("FS01")).isEqualTo(20001);
    assertThat(servers.onboardedTo("FS01")).contains(SampleDigest.ORG);
  }

  @Test
  void withTheAgentThePassiveDefenderOfEachSystemGoes() throws Exception {
    everywhere(OtherAntivirus.FALCON);
    onboardPassive();
    offboard(" -AfterOffboarding uninstall-agent");
    assertThat(servers.hasAgent("WEB01")).isFalse();
    assertThat(servers.defender("WEB01")).as("2016").isEqualTo(DefenderMode.ABSENT);
    assertThat(servers.defender("FS01")).as("2012 R2").isEqualTo(DefenderMode.ABSENT);
    assertThat(servers.defender("APP02")).as("2022").isEqualTo(DefenderMode.ABSENT);
    assertThat(servers.protectedBy("WEB01")).containsExactly("CrowdStrike Falcon");
  }

  private long id(String server) throws Exception {
    return site.list("SMS_R_System", "Name eq '" + server + "'").get(0).path("ResourceId").asLong();
  }

  private JsonNode service(String server, String name) throws Exception {
    return site.list(
        "SMS_G_System_SERVICE", "ResourceID eq " + id(server) + " and Name eq '" + name + "'");
  }

  @Test
  void inventoryHasServicesWithStateAndProgramsAsOldAsItIs() throws Exception {
    servers.install("WEB01", OtherAntivirus.FALCON);
    assertThat(service("WEB01", "CSFalconService")).as("not yet inventoried").isEmpty();
    site.pass(Duration.ofDays(1));
    assertThat(service("WEB01", "CSFalconService").get(0).path("State").asText())
        .isEqualTo("Running");
    assertThat(
            site.list("SMS_G_System_ADD_REMOVE_PROGRAMS_64", "ResourceID eq " + id("WEB01"))
                .findValuesAsText("DisplayName"))
        .containsExactly("CrowdStrike Windows Sensor");
    assertThat(
            site.list("SMS_G_System_INSTALLED_SOFTWARE", "ResourceID eq " + id("WEB01"))
                .findValuesAsText("ARPDisplayName"))
        .containsExactly("CrowdStrike Windows Sensor");
    servers.runOthers("WEB01", false);
    assertThat(service("WEB01", "CSFalconService").get(0).path("State").asText())
        .as("old when it counts")
        .isEqualTo("Running");
    site.pass(Duration.ofDays(1));
    assertThat(service("WEB01", "CSFalconService").get(0).path("State").asText())
        .isEqualTo("Stopped");
  }

  @Test
  void noClassOfASiteTellsTheModeUnlessAnAdministratorAddedIt() throws Exception {
    everywhere(OtherAntivirus.FALCON);
    onboardPassive();
    assertThat(site.get("wmi/SMS_G_System_MSFT_MPCOMPUTERSTATUS").status()).isEqualTo(404);
    assertThat(site.get("wmi/SMS_G_System_AntimalwareHealthStatus").value())
        .as("no Endpoint Protection")
        .isEmpty();
    assertThat(
            site.list("SMS_CombinedDeviceResources", "Name eq 'WEB01'")
                .get(0)
                .path("EPAntivirusEnabled")
                .isNull())
        .isTrue();
  }
}
