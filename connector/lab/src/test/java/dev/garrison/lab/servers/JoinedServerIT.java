package dev.garrison.lab.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.lab.RawSite;
import dev.garrison.lab.RawSite.Reply;
import dev.garrison.lab.SampleDigest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server in the place of a device: what the site knows of it is what it reported. */
@Tag("first")
final class JoinedServerIT {
  private static final Duration PAST_THE_DEADLINE = Duration.ofHours(30);
  @TempDir private Path folder;
  private RawSite site;
  private Pilot pilot;

  @BeforeEach
  void start() {
    site = RawSite.start("2509", Map.of(Pilot.SHARE, folder));
    pilot = new Pilot(site, folder);
    site.lab().servers().join("WEB02");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Reply report(String server, String word, String body) throws Exception {
    return site.send(
        HttpRequest.newBuilder(URI.create(site.lab().clientDoor() + "/" + server + "/" + word))
            .POST(BodyPublishers.ofString(body)));
  }

  private Reply report(String word, String body) throws Exception {
    Reply reply = report("WEB02", word, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply;
  }

  private JsonNode questions() throws Exception {
    return site.send(
            HttpRequest.newBuilder(URI.create(site.lab().clientDoor() + "/WEB02/questions")))
        .json();
  }

  private String deployed() throws Exception {
    pilot.write("v1", "install.ps1", "abc");
    SampleDigest digest = new SampleDigest().location(Pilot.SHARE + "\\v1\\");
    return pilot.deploy(pilot.created(digest), "sensor", RawSite.START.plus(Duration.ofDays(1)));
  }

  private JsonNode row(String type) throws Exception {
    return site.list(type, "ResourceID eq " + device()).get(0);
  }

  private long device() throws Exception {
    return site.list("SMS_R_System", "Name eq 'WEB02'").get(0).path("ResourceId").asLong();
  }

  @Test
  void nothingIsSimulatedOnItWhileItsNeighboursInstall() throws Exception {
    String assignment = deployed();
    site.pass(PAST_THE_DEADLINE);
    assertThat(pilot.enforcement(assignment, "WEB02")).isEqualTo(4000);
    assertThat(pilot.enforcement(assignment, "APP02")).isGreaterThanOrEqualTo(5000);
    assertThat(site.lab().servers().simulatedInstallations("WEB02")).isZero();
    assertThat(site.lab().servers().simulatedInstallations("APP02")).isEqualTo(1);
  }

  @Test
  void itsStateIsTheOneThatItReported() throws Exception {
    String assignment = deployed();
    report("policy", "");
    report("state", "{\"assignment\":%s,\"state\":2008}".formatted(assignment));
    assertThat(pilot.enforcement(assignment, "WEB02")).isEqualTo(2008);
    report("state", "{\"assignment\":%s,\"state\":5000,\"errorCode\":20011}".formatted(assignment));
    assertThat(
            site.list("SMS_AppDeploymentErrorAssetDetails", "MachineName eq 'WEB02'")
                .get(0)
                .path("ErrorCode")
                .asLong())
        .isEqualTo(20011);
    site.pass(PAST_THE_DEADLINE);
    assertThat(pilot.enforcement(assignment, "WEB02")).isEqualTo(5000);
  }

  @Test
  void aReportThatMeansNothingIsRefused() throws Exception {
    Reply untargeted = report("WEB02", "state", "{\"assignment\":1,\"state\":1000}");
    assertThat(untargeted.status()).isEqualTo(404);
    assertThat(untargeted.text()).isEqualTo("Deployment 1 does not target this server.");
    Reply noState = report("WEB02", "state", "{\"assignment\":1,\"state\":1}");
    assertThat(noState.status()).isEqualTo(400);
    assertThat(noState.text()).isEqualTo("'state' is an EnforcementState, not 1.");
    Reply simulated = report("APP02", "state", "{\"assignment\":1,\"state\":1000}");
    assertThat(simulated.status()).isEqualTo(404);
    assertThat(simulated.text()).isEqualTo("No real server 'APP02' joined this site.");
    assertThat(report("WEB02", "answer", "{\"operation\":1}").text())
        .isEqualTo("No operation 1 waits for this server.");
    assertThat(report("WEB02", "state", "{").text()).isEqualTo("The body is not JSON.");
    assertThat(report("WEB02", "word", "{}").text()).isEqualTo("There is no POST word here.");
  }

  @Test
  void itsInventoryIsTheOneThatItSent() throws Exception {
    site.pass(Duration.ofHours(3));
    report(
        "inventory",
        """
        {"sensor": {"OnboardingState": 1, "OrgId": "%s", "SenseIsRunning": false},
         "antivirus": {"AMRunningMode": "Passive Mode", "RealTimeProtectionEnabled": false},
         "services": [{"Name": "Sense", "State": "Stopped", "StartMode": "Disabled"},
                      {"Name": "Spooler", "State": "Running", "StartMode": "Auto"}]}\
        """
            .formatted(SampleDigest.ORG));
    JsonNode sensor = row("SMS_G_System_AdvancedThreatProtectionHealthStatus");
    assertThat(sensor.path("OrgId").asText()).isEqualTo(SampleDigest.ORG);
    assertThat(sensor.path("OnboardingState").asInt()).isEqualTo(1);
    assertThat(sensor.path("SenseIsRunning").asBoolean()).isFalse();
    assertThat(
            site.list("SMS_G_System_SERVICE", "ResourceID eq " + device()).findValuesAsText("Name"))
        .containsExactly("Sense", "Spooler");
    assertThat(row("SMS_G_System_SERVICE").path("StartMode").asText()).isEqualTo("Disabled");
    assertThat(row("SMS_G_System_SERVICE").path("State").asText()).isEqualTo("Stopped");
    assertThat(row("SMS_CombinedDeviceResources").path("LastHardwareScan").asText())
        .isEqualTo("2026-11-24T23:00:00Z");
    site.pass(Duration.ofDays(2));
    report("inventory", "{\"services\": []}");
    assertThat(
            site.list(
                "SMS_G_System_AdvancedThreatProtectionHealthStatus", "ResourceID eq " + device()))
        .isEmpty();
  }

  @Test
  void aPivotWaitsForItsAnswerAndRunsOverTheRowsThatItRead() throws Exception {
    String address = "v1.0/Device(" + device() + ")/AdminService.";
    long id =
        site.post(
                address + "RunCMPivot",
                "{\"InputQuery\":\"Device | join kind=leftouter (Registry('HKLM:\\\\SOFTWARE\\\\X')"
                    + " | where Property == 'A')\"}")
            .value()
            .path("OperationId")
            .asLong();
    String result = address + "CMPivotResult(OperationId=" + id + ")";
    assertThat(questions()).isEmpty();
    site.pass(Duration.ofMinutes(2));
    assertThat(site.get(result).status()).isEqualTo(404);
    assertThat(questions().toString())
        .isEqualTo(
            "[{\"operation\":%d,\"entities\":[{\"entity\":\"Device\",\"argument\":\"\"},{\"entity\":\"Registry\",\"argument\":\"HKLM:\\\\SOFTWARE\\\\X\"}]}]"
                .formatted(id));
    report(
        "answer",
        """
        {"operation": %d, "entities": [{"entity": "Device", "argument": "", "rows": [{}]},
          {"entity": "Registry", "argument": "HKLM:\\\\SOFTWARE\\\\X", "rows": [
            {"Property": "A", "Value": "1"}, {"Property": "B", "Value": "2"}]}]}\
        """
            .formatted(id));
    assertThat(site.get(result).value().path("Result").toString())
        .isEqualTo("[{\"Device\":\"WEB02\",\"Property\":\"A\",\"Value\":\"1\"}]");
    assertThat(questions()).isEmpty();
  }

  @Test
  void theHashOfContentIsThatOfWhatTheSiteTookIn() throws Exception {
    String id = "Content_33333333-3333-4333-8333-333333333333";
    HttpRequest.Builder asked =
        HttpRequest.newBuilder(URI.create(site.lab().clientDoor() + "/WEB02/content/" + id));
    assertThat(site.send(asked).text()).isEqualTo("No distribution point has " + id + ".");
    deployed();
    String hash = "687e602e07e252cc9d79035a1f89e47f79d1f6f52fc897c34cb0f585e27c1d52";
    assertThat(site.send(asked).json().path("hash").asText()).isEqualTo(hash);
    pilot.write("v1", "install.ps1", "abd");
    assertThat(site.send(asked).json().path("hash").asText()).isEqualTo(hash);
  }

  @Test
  void itsRequestForPolicyIsSeen() throws Exception {
    site.pass(Duration.ofMinutes(90));
    report("policy", "");
    assertThat(row("SMS_CombinedDeviceResources").path("LastPolicyRequest").asText())
        .isEqualTo("2026-11-24T21:30:00Z");
  }
}
