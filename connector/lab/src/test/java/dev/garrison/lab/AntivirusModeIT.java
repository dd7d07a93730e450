package dev.garrison.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dependencies, and the antivirus modes of Microsoft's page on Windows Server. */
final class AntivirusModeIT {
  private static final String SHARE = "\\\\fs01.lab.example\\mde$";
  private static final String ONBOARD = "powershell.exe -File i.ps1 -Antivirus ";
  private static final Instant DUE = Instant.parse("2026-11-25T02:00:00Z");
  @TempDir Path folder;
  private RawSite site;

  @BeforeEach
  void start() throws IOException {
    site = RawSite.start("2509", Map.of(SHARE, folder));
    write("v1", "install.ps1", "exit");
    write(
        "v1",
        "WindowsDefenderATP.onboarding",
        "{\"body\":\"{\\\"orgId\\\":\\\"" + SampleDigest.ORG + "\\\"}\",\"sig\":\"x\"}");
    write("mode", "mode.ps1", "exit");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void write(String version, String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(version));
    Files.writeString(folder.resolve(version).resolve(name), text, StandardCharsets.UTF_8);
  }

  private Map<String, Long> files(String version) throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (var list = Files.list(folder.resolve(version))) {
      for (Path file : list.toList()) {
        files.put(file.getFileName().toString(), Files.size(file));
      }
    }
    return files;
  }

  private SampleDigest sensor(String antivirus) throws IOException {
    return new SampleDigest()
        .content("Content_33333333-3333-4333-8333-333333333333", files("v1"))
        .command(ONBOARD + antivirus);
  }

  private SampleDigest mode(int value) throws IOException {
    return SampleDigest.mode(value)
        .content("Content_77777777-7777-4777-8777-777777777777", files("mode"))
        .location(SHARE + "\\mode\\")
        .command("powershell.exe -File m.ps1 -Antivirus " + (value == 1 ? "passive" : "active"));
  }

  private long create(SampleDigest digest) throws Exception {
    RawSite.Reply made = site.post("wmi/SMS_Application", digest.body());
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    site.pass(Duration.ofSeconds(10));
    return made.json().path("CI_ID").asLong();
  }

  private long created(SampleDigest digest) throws Exception {
    long ciId = create(digest);
    String packageId =
        site.list("SMS_ContentPackage", "SecurityKey eq '" + digest.model() + "'")
            .get(0)
            .path("PackageID")
            .asText();
    String group =
        site.list("SMS_DistributionPointGroup", "Name eq 'Europe DPs'")
            .get(0)
            .path("GroupID")
            .asText();
    RawSite.Reply reply =
        site.post(
            "wmi/SMS_ContentPackage('" + packageId + "')/AdminService.AddDistributionPointGroup",
            "{\"DistributionPointGroup\":[\"" + group + "\"]}");
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    site.pass(Duration.ofMinutes(5));
    return ciId;
  }

  /** To the four pilot servers, whatever windows they have. */
  private String deploy(long ciId, String name, Instant deadline) throws Exception {
    String collection =
        site.list("SMS_Collection", "Name eq 'Pilot servers'").get(0).path("CollectionID").asText();
    RawSite.Reply reply =
        site.post(
            "wmi/SMS_ApplicationAssignment",
            """
            {"ApplicationName":"%s","AssignmentName":"%s","AssignmentDescription":"mark",
            "AssignmentAction":2,"AssignmentType":2,"AssignedCIs":[%d],"TargetCollectionID":"%s",
            "CollectionName":"Pilot servers","DesiredConfigType":1,"OfferTypeID":0,"OfferFlags":0,"Priority":1,
            "Enabled":true,"StartTime":"2026-11-24T20:00:00Z","EnforcementDeadline":"%s","UseGMTTimes":true,
            "NotifyUser":false,"UserUIExperience":false,"OverrideServiceWindows":true,
            "RebootOutsideOfServiceWindows":false,"SuppressReboot":3,"SoftDeadlineEnabled":false,
            "LogComplianceToWinEvent":false,"DisableMomAlerts":false,"RaiseMomAlertsOnFailure":false,
            "SendDetailedNonComplianceStatus":false,"WoLEnabled":false,"ApplyToSubTargets":false,
            "RequireApproval":false,"PersistOnWriteFilterDevices":false,"UpdateSupersedence":false,
            "StateMessagePriority":5,"SourceSite":"PS1"}\
            """
                .formatted(name, name, ciId, collection, deadline));
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json().path("AssignmentID").asText();
  }

  private JsonNode state(String assignment, String server) throws Exception {
    return site.list(
            "SMS_AppDeploymentAssetDetails",
            "AssignmentID eq " + assignment + " and MachineName eq '" + server + "'")
        .get(0);
  }

  private int enforcement(String assignment, String server) throws Exception {
    return state(assignment, server).path("EnforcementState").asInt();
  }

  @Test
  void aDependencyIsInstalledBeforeWhatDependsOnIt() throws Exception {
    created(mode(1));
    String assignment =
        deploy(created(sensor("passive").dependingOn(mode(1), true)), "Sensor", DUE);
    site.pass(Duration.between(site.lab().clock().instant(), DUE));
    assertThat(enforcement(assignment, "WEB01")).isEqualTo(2007);
    site.pass(Duration.ofMinutes(1));
    assertThat(enforcement(assignment, "WEB01")).isEqualTo(2002);
    site.pass(Duration.ofHours(1));
    assertThat(enforcement(assignment, "WEB01")).isEqualTo(1000);
    assertThat(site.lab().servers().runningMode("WEB01")).contains("Passive Mode");
  }

  @Test
  void withoutItsContentADependencyIsWaitedForAndThenFails() throws Exception {
    create(mode(1));
    String assignment =
        deploy(created(sensor("passive").dependingOn(mode(1), true)), "Sensor", DUE);
    site.pass(Duration.between(site.lab().clock().instant(), DUE));
    assertThat(enforcement(assignment, "WEB01")).isEqualTo(2006);
    site.pass(Duration.ofHours(3));
    assertThat(enforcement(assignment, "WEB01")).isEqualTo(5005);
    assertThat(site.lab().servers().runningMode("WEB01")).isEmpty();
  }

  @Test
  void aDependencyThatClientsMayNotInstallFails() throws Exception {
    created(mode(1));
    String assignment =
        deploy(created(sensor("passive").dependingOn(mode(1), false)), "Sensor", DUE);
    site.pass(Duration.ofHours(8));
    assertThat(enforcement(assignment, "WEB01")).isEqualTo(5004);
  }

  @Test
  void aDependencyThatIsNotDetectedAfterItsInstallationFails() throws Exception {
    SampleDigest wrong = mode(1).command("powershell.exe -File m.ps1 -Antivirus active");
    created(wrong);
    String assignment = deploy(created(sensor("passive").dependingOn(wrong, true)), "Sensor", DUE);
    site.pass(Duration.ofHours(8));
    assertThat(enforcement(assignment, "WEB01")).isEqualTo(5004);
    assertThat(
            site.list("SMS_AppDeploymentErrorAssetDetails", "MachineName eq 'WEB01'")
                .get(0)
                .path("ErrorCode")
                .asLong())
        .isEqualTo(0x87D00324L);
  }

  @Test
  void passiveOnboardingWithoutTheValueEndsWithItsCode() throws Exception {
    String assignment = deploy(created(sensor("passive")), "Sensor", DUE);
    site.pass(Duration.ofHours(8));
    assertThat(enforcement(assignment, "WEB01")).isEqualTo(5000);
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
    deploy(created(sensor("active")), "Sensor", DUE);
    site.pass(Duration.ofHours(8));
    assertThat(site.lab().servers().runningMode("WEB01")).contains("Normal");
    String later = deploy(created(mode(1)), "Mode", DUE.plus(Duration.ofDays(1)));
    site.pass(Duration.ofDays(2));
    assertThat(enforcement(later, "WEB01")).isEqualTo(1000);
    assertThat(site.lab().servers().runningMode("WEB01")).contains("Normal");
    assertThat(site.lab().servers().runningMode("APP02"))
        .as("without tamper protection")
        .contains("Passive Mode");
  }

  @Test
  void aServerMayLosePassiveModeThoughTheValueIsThere() throws Exception {
    created(mode(1));
    String assignment =
        deploy(created(sensor("passive").dependingOn(mode(1), true)), "Sensor", DUE);
    site.pass(Duration.ofHours(8));
    assertThat(enforcement(assignment, "FS01")).isEqualTo(1000);
    assertThat(site.lab().servers().runningMode("FS01")).contains("Normal");
  }

  @Test
  void aPassiveAntivirusBecomesActiveWithZeroAndStaysSo() throws Exception {
    long modeId = created(mode(1));
    deploy(created(sensor("passive").dependingOn(mode(1), true)), "Sensor", DUE);
    site.pass(Duration.ofHours(8));
    RawSite.Reply revised =
        site.post("wmi/SMS_Application(" + modeId + ")", mode(0).revision(2).body());
    assertThat(revised.status()).as(revised.text()).isEqualTo(201);
    String zero =
        deploy(revised.json().path("CI_ID").asLong(), "Mode", DUE.plus(Duration.ofDays(1)));
    site.pass(Duration.ofDays(2));
    assertThat(enforcement(zero, "WEB01")).isEqualTo(1000);
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
    long modeId = create(mode(1));
    long sensorId = create(sensor("passive").dependingOn(mode(1), true));
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
