package dev.garrison.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.lab.adminservice.rights.Right;
import dev.garrison.lab.adminservice.rights.Secured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("first")
final class DeploymentIT {
  private static final String SHARE = "\\\\fs01.lab.example\\mde$";
  @TempDir Path folder;
  private RawSite site;
  private long ciId;
  private final Map<String, Long> files = new TreeMap<>();

  @BeforeEach
  void anApplicationWithContent() throws Exception {
    site = RawSite.start("2509", Map.of(SHARE, folder));
    Files.createDirectory(folder.resolve("v1"));
    write("install.ps1", "exit");
    write(
        "WindowsDefenderATP.onboarding",
        "{\"body\":\"{\\\"orgId\\\":\\\"" + SampleDigest.ORG + "\\\"}\",\"sig\":\"x\"}");
    RawSite.Reply made = site.post("wmi/SMS_Application", sample().body());
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    ciId = made.json().path("CI_ID").asLong();
    site.pass(Duration.ofSeconds(10));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private SampleDigest sample() {
    return new SampleDigest().content("Content_33333333-3333-4333-8333-333333333333", files);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve("v1").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
    files.put(name.replace('/', '\\'), Files.size(file));
  }

  private void distribute(String group) throws Exception {
    String packageId = site.get("wmi/SMS_ContentPackage").value().get(0).path("PackageID").asText();
    String groupId =
        site.list("SMS_DistributionPointGroup", "Name eq '" + group + "'")
            .get(0)
            .path("GroupID")
            .asText();
    RawSite.Reply reply =
        site.post(
            "wmi/SMS_ContentPackage('" + packageId + "')/AdminService.AddDistributionPointGroup",
            "{\"DistributionPointGroup\":[\"" + groupId + "\"]}");
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
  }

  private void distributeAsRevision() throws Exception {
    SampleDigest revision =
        new SampleDigest()
            .revision(2)
            .content("Content_44444444-4444-4444-8444-444444444444", files);
    RawSite.Reply made = site.post("wmi/SMS_Application(" + ciId + ")", revision.body());
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    site.pass(Duration.ofSeconds(10));
    distribute("Europe DPs");
    site.pass(Duration.ofMinutes(5));
  }

  private JsonNode totals() throws Exception {
    return site.list("SMS_ObjectContentExtraInfo", "ObjectID eq '" + SampleDigest.MODEL + "'");
  }

  private String deployment(String collectionName) throws Exception {
    String collection =
        site.list("SMS_Collection", "Name eq '" + collectionName + "'")
            .get(0)
            .path("CollectionID")
            .asText();
    return """
    {"ApplicationName":"Sensor","AssignmentName":"Sensor_Install","AssignmentDescription":"mark",
    "AssignmentAction":2,"AssignmentType":2,"AssignedCIs":[%d],"TargetCollectionID":"%s",
    "CollectionName":"%s","DesiredConfigType":1,"OfferTypeID":0,"OfferFlags":0,"Priority":1,"Enabled":true,
    "StartTime":"2026-11-24T20:00:42Z","EnforcementDeadline":"2026-11-25T02:00:00Z","UseGMTTimes":true,
    "NotifyUser":false,"UserUIExperience":false,"OverrideServiceWindows":false,
    "RebootOutsideOfServiceWindows":false,"SuppressReboot":3,"SoftDeadlineEnabled":false,
    "LogComplianceToWinEvent":false,"DisableMomAlerts":false,"RaiseMomAlertsOnFailure":false,
    "SendDetailedNonComplianceStatus":false,"WoLEnabled":false,"ApplyToSubTargets":false,
    "RequireApproval":false,"PersistOnWriteFilterDevices":false,"UpdateSupersedence":false,
    "StateMessagePriority":5,"SourceSite":"PS1"}\
    """
        .formatted(ciId, collection, collectionName);
  }

  private String deploy(String collectionName) throws Exception {
    RawSite.Reply reply = site.post("wmi/SMS_ApplicationAssignment", deployment(collectionName));
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json().path("AssignmentID").asText();
  }

  @Test
  void contentAndDeploymentsTakeRightsOfTheirOwn() throws Exception {
    Set<Right> others = EnumSet.allOf(Right.class);
    others.remove(Right.COPY_TO_DISTRIBUTION_POINT);
    others.remove(Right.DEPLOY_APPLICATIONS);
    site.lab().rights().only(Secured.POINT_GROUP, others);
    site.lab().rights().only(Secured.COLLECTION, others);
    String before = site.lab().dump();
    String content =
        "wmi/SMS_ContentPackage('%s')/AdminService.AddDistributionPointGroup"
            .formatted(
                site.get("wmi/SMS_ContentPackage").value().get(0).path("PackageID").asText());
    assertThat(site.post(content, "{\"DistributionPointGroup\":[\"{1}\"]}").status())
        .isEqualTo(403);
    RawSite.Reply refused = site.post("wmi/SMS_ApplicationAssignment", deployment("Pilot servers"));
    assertThat(refused.status()).as(refused.text()).isEqualTo(403);
    assertThat(refused.text()).isEmpty();
    assertThat(site.lab().dump()).isEqualTo(before);
  }

  private Map<String, Integer> states(String assignment) throws Exception {
    Map<String, Integer> states = new TreeMap<>();
    for (int skip = 0; skip < 20; skip += 10) {
      site.get(
              "wmi/SMS_AppDeploymentAssetDetails?$filter=AssignmentID%20eq%20"
                  + assignment
                  + "&$skip="
                  + skip)
          .value()
          .forEach(row ->
              states.put(row.path("MachineName").asText(), row.path("EnforcementState").asInt()));
    }
    return states;
  }

  @Test
  void distributionIsSlowAndOneDeadPointStaysDead() throws Exception {
    distribute("Americas DPs");
    assertThat(totals()).isEmpty();
    site.pass(Duration.ofSeconds(30));
    assertThat(totals().get(0).path("NumberInProgress").asInt()).isEqualTo(20);
    site.pass(Duration.ofMinutes(5));
    assertThat(totals().get(0).path("NumberSuccess").asInt()).isEqualTo(19);
    assertThat(totals().get(0).path("NumberErrors").asInt()).isEqualTo(1);
    assertThat(
            site.list("SMS_DistributionDPStatus", "MessageState eq 3").get(0).path("Name").asText())
        .isEqualTo("dp-ame07.lab.example");
  }

  @Test
  void pointsThatWereCutOffGetTheContentOnceTheyAreConnected() throws Exception {
    site.lab().cutOffDistributionPoints(true);
    distribute("Europe DPs");
    site.pass(Duration.ofMinutes(5));
    assertThat(site.list("SMS_DPGroupDistributionStatusDetails", "MessageState eq 3"))
        .extracting(row -> row.path("MessageID").asInt())
        .containsExactly(2391, 2391, 2391, 2391);

    site.lab().cutOffDistributionPoints(false);
    site.pass(Duration.ofMinutes(5));
    assertThat(totals().get(0).path("NumberSuccess").asInt()).isEqualTo(4);
  }

  @Test
  void aFileOfAnotherSizeFailsOnAllPoints() throws Exception {
    write("install.ps1", "exit 1");
    distribute("Europe DPs");
    site.pass(Duration.ofMinutes(5));
    assertThat(totals().get(0).path("NumberErrors").asInt()).isEqualTo(4);
  }

  @Test
  void filesInFoldersOfTheShareAreFound() throws Exception {
    write("modules/checks/Get-State.ps1", "exit 0");
    distributeAsRevision();
    assertThat(totals().get(0).path("NumberErrors").asInt()).isZero();
    assertThat(totals().get(0).path("NumberSuccess").asInt()).isEqualTo(4);
  }

  @Test
  void serversInstallAfterDeadlineAndWindow() throws Exception {
    distribute("Europe DPs");
    site.pass(Duration.ofMinutes(5));
    String assignment = deploy("All Servers");
    assertThat(states(assignment).values()).containsOnly(4000);
    site.pass(Duration.ofHours(2));
    assertThat(states(assignment)).containsEntry("WEB01", 2005).containsEntry("PRN01", 4000);
    site.pass(Duration.ofHours(4));
    assertThat(states(assignment)).containsEntry("WEB01", 1000).containsEntry("APP01", 2004);
    site.pass(Duration.ofDays(2));
    Map<String, Integer> states = states(assignment);
    assertThat(states).containsEntry("PRN01", 4000).hasSize(12);
    states.remove("PRN01");
    assertThat(states.values()).containsOnly(1000);
    assertThat(site.get("wmi/SMS_G_System_AdvancedThreatProtectionHealthStatus").value())
        .hasSize(10)
        .allSatisfy(row -> assertThat(row.path("OrgId").asText()).isEqualTo(SampleDigest.ORG));
    JsonNode summary = site.list("SMS_DeploymentSummary", "AssignmentID eq " + assignment).get(0);
    assertThat(summary.path("NumberTargeted").asInt()).isEqualTo(12);
    assertThat(summary.path("NumberSuccess").asInt()).isEqualTo(11);
  }

  @Test
  void aServerThatNeedsARestartIsPendingBeforeItSucceeds() throws Exception {
    distribute("Europe DPs");
    site.pass(Duration.ofMinutes(5));
    String assignment = deploy("All Servers");
    site.pass(Duration.ofHours(6));
    assertThat(states(assignment)).containsEntry("SQL01", 2008);
    site.pass(Duration.ofHours(1));
    assertThat(states(assignment)).containsEntry("SQL01", 1000);
  }

  @Test
  void anInstallerThatOnboardsElsewhereIsNotDetected() throws Exception {
    Files.writeString(
        folder.resolve("v1").resolve("WindowsDefenderATP.onboarding"),
        Files.readString(folder.resolve("v1").resolve("WindowsDefenderATP.onboarding"))
            .replace("5d1f0b3e", "00000000"));
    distribute("Europe DPs");
    site.pass(Duration.ofMinutes(5));
    String assignment = deploy("Pilot servers");
    site.pass(Duration.ofHours(8));
    assertThat(states(assignment)).containsEntry("WEB01", 5000);
    assertThat(
            site.list("SMS_AppDeploymentErrorAssetDetails", "MachineName eq 'WEB01'")
                .get(0)
                .path("ErrorCode")
                .asLong())
        .isEqualTo(0x87D00324L);
  }

  @Test
  void withoutContentServersWaitAndThenFail() throws Exception {
    String assignment = deploy("Pilot servers");
    site.pass(Duration.ofHours(6));
    assertThat(states(assignment)).containsEntry("WEB01", 2001);
    site.pass(Duration.ofHours(6));
    assertThat(states(assignment)).containsEntry("WEB01", 5003);
  }

  @Test
  void whatFailedIsEvaluatedAgainAfterAWeek() throws Exception {
    String assignment = deploy("Pilot servers");
    site.pass(Duration.ofHours(12));
    distribute("Europe DPs");
    site.pass(Duration.ofDays(6));
    assertThat(states(assignment)).containsEntry("WEB01", 5003);
    site.pass(Duration.ofDays(1));
    assertThat(states(assignment)).containsEntry("WEB01", 1000);
  }

  @Test
  void theStartComesBackWithoutSecondsAndTheRestAsSent() throws Exception {
    String assignment = deploy("Pilot servers");
    JsonNode row = site.get("wmi/SMS_ApplicationAssignment(" + assignment + ")").value().get(0);
    assertThat(row.path("StartTime").asText()).isEqualTo("2026-11-24T20:00:00Z");
    assertThat(row.path("EnforcementDeadline").asText()).isEqualTo("2026-11-25T02:00:00Z");
    assertThat(row.path("DPLocality").asInt()).isEqualTo(80);
    assertThat(row.path("SuppressReboot").asInt()).isEqualTo(3);
    assertThat(row.path("AssignmentUniqueID").asText()).matches("\\{[0-9A-F-]{36}}");
  }

  @Test
  void anApplicationThatIsDeployedIsNotDeleted() throws Exception {
    String assignment = deploy("Pilot servers");
    assertThat(site.delete("wmi/SMS_Application(" + ciId + ")").status()).isEqualTo(500);
    assertThat(site.delete("wmi/SMS_ApplicationAssignment(" + assignment + ")").status())
        .isEqualTo(204);
    assertThat(site.delete("wmi/SMS_Application(" + ciId + ")").status()).isEqualTo(204);
  }

  @Test
  void aCollectionThatIsDeletedTakesItsDeploymentsAlong() throws Exception {
    deploy("Pilot servers");
    String collection =
        site.list("SMS_Collection", "Name eq 'Pilot servers'").get(0).path("CollectionID").asText();
    assertThat(site.delete("wmi/SMS_Collection('" + collection + "')").status()).isEqualTo(204);
    assertThat(site.list("SMS_ApplicationAssignment", "TargetCollectionID eq '" + collection + "'"))
        .isEmpty();
    assertThat(site.delete("wmi/SMS_Application(" + ciId + ")").status()).isEqualTo(204);
  }

  @Test
  void twoDeploymentsOfTheSameAreTaken() throws Exception {
    assertThat(deploy("Pilot servers")).isNotEqualTo(deploy("Pilot servers"));
    assertThat(site.list("SMS_ApplicationAssignment", "AssignmentName eq 'Sensor_Install'"))
        .hasSize(2);
  }

  @Test
  void aDeletedDeploymentStillRunsWhereItsPolicyIs() throws Exception {
    distribute("Europe DPs");
    site.pass(Duration.ofMinutes(5));
    String assignment = deploy("Pilot servers");
    site.pass(Duration.ofHours(5).plusMinutes(50));
    site.delete("wmi/SMS_ApplicationAssignment(" + assignment + ")");
    site.pass(Duration.ofDays(3));
    assertThat(states(assignment)).isEmpty();
    JsonNode sensors = site.get("wmi/SMS_G_System_AdvancedThreatProtectionHealthStatus").value();
    assertThat(sensors).isNotEmpty().hasSizeLessThan(4);
  }

  @Test
  void aPausedDeploymentStopsOncePolicyWasPushed() throws Exception {
    distribute("Europe DPs");
    site.pass(Duration.ofMinutes(5));
    String path = "wmi/SMS_ApplicationAssignment(" + deploy("Pilot servers") + ")";
    site.pass(Duration.ofHours(5));
    assertThat(site.put(path, "{\"Enabled\":false}").status()).isEqualTo(204);
    site.post(
        "wmi/SMS_ClientOperation.InitiateClientOperation",
        "{\"Type\":8,\"TargetCollectionID\":\"SMS00001\",\"TargetResourceIDs\":[],\"RandomizationWindow\":0}");
    site.pass(Duration.ofDays(3));
    assertThat(site.get(path).value().get(0).path("Enabled").asBoolean()).isFalse();
    assertThat(site.get("wmi/SMS_G_System_AdvancedThreatProtectionHealthStatus").value()).isEmpty();
  }

  @Test
  void policyCanBePushed() throws Exception {
    distribute("Europe DPs");
    site.pass(Duration.ofMinutes(5));
    String assignment = deploy("Pilot servers");
    RawSite.Reply reply =
        site.post(
            "wmi/SMS_ClientOperation.InitiateClientOperation",
            "{\"Type\":8,\"TargetCollectionID\":\"SMS00001\",\"TargetResourceIDs\":[],\"RandomizationWindow\":0}");
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().path("OperationID").asLong()).isPositive();
    site.pass(Duration.ofMinutes(1));
    assertThat(states(assignment).values()).containsOnly(2005);
  }

  @Test
  void whatDoesNotFitIsRefused() throws Exception {
    String body = deployment("Pilot servers");
    assertThat(deployWith(body.replace("\"OfferTypeID\":0,", "")).status()).isEqualTo(500);
    assertThat(deployWith(body.replace("\"SuppressReboot\":3", "\"SuppressReboot\":9")).status())
        .isEqualTo(500);
    assertThat(
            deployWith(body.replace("\"Priority\":1", "\"Priority\":1,\"AssignmentID\":7"))
                .status())
        .isEqualTo(400);
    assertThat(deployWith(body.replace("2026-11-24T20:00:42Z", "2026-11-24 20:00")).status())
        .isEqualTo(400);
  }

  private RawSite.Reply deployWith(String body) throws Exception {
    return site.post("wmi/SMS_ApplicationAssignment", body);
  }

  @Test
  void twoRunsThatDidTheSameHaveTheSameDump() throws Exception {
    distribute("Europe DPs");
    deploy("Pilot servers");
    String first = site.lab().dump();
    site.pass(Duration.ofDays(1));
    assertThat(site.lab().dump()).isEqualTo(first);
    assertThat(first).contains("application: Sensor").doesNotContain("PS1000");
  }
}
