package dev.garrison.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deployments with the properties that public clients send, and a site was seen to take. */
@Tag("first")
final class ForeignDeploymentsIT {
  private static final String ALWAYS =
      """
      "AssignedCIs":[%d],"AssignmentAction":2,"AssignmentName":"Sensor_Install","DesiredConfigType":1,
      "OfferFlags":0,"StartTime":"2026-11-24T20:00:00Z","SuppressReboot":0,"TargetCollectionID":"%s",
      "UseGMTTimes":true,"OverrideServiceWindows":false,"NotifyUser":true,"UserUIExperience":true,
      "WoLEnabled":false,"DisableMomAlerts":false,\
      """;
  private final RawSite site = RawSite.start("2207");
  private long ciId;
  private String collection = "";

  @BeforeEach
  void anApplication() throws Exception {
    ciId =
        site.post("wmi/SMS_Application", new SampleDigest().body()).json().path("CI_ID").asLong();
    collection =
        site.list("SMS_Collection", "Name eq 'Pilot servers'").get(0).path("CollectionID").asText();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private RawSite.Reply post(String more) throws Exception {
    return site.post(
        "wmi/SMS_ApplicationAssignment", "{" + ALWAYS.formatted(ciId, collection) + more + "}");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          MECM_Toolkit | "RebootOutsideOfServiceWindows":false,"AssignmentType":2,"Enabled":true,"OfferTypeID":2,"RequireApproval":false,"CollectionName":"Pilot servers","PersistOnWriteFilterDevices":true
          sccmhunter   | "RebootOutsideOfServiceWindows":false,"AssignmentType":2,"OfferTypeID":0,"EnforcementDeadline":"2026-11-25T02:00:00Z","Priority":2,"LogComplianceToWinEvent":false,"ApplicationName":"Sensor","CollectionName":"Pilot servers","SourceSite":"PS1","SoftDeadlineEnabled":true
          iancohn      | "AssignmentType":2,"Enabled":true,"OfferTypeID":0,"EnforcementDeadline":"2026-11-25T02:00:00Z","LogComplianceToWinEvent":false,"DPLocality":80,"AppModelID":16777300,"ApplicationName":"Sensor","AssignmentUniqueID":"{0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9}","AdditionalProperties":"<?xml version=\\"1.0\\" encoding=\\"utf-16\\"?><Properties/>","SoftDeadlineEnabled":false
          MalSCCM      | "RebootOutsideOfServiceWindows":false,"OfferTypeID":0,"EnforcementDeadline":"2026-11-25T02:00:00Z","Priority":2,"LogComplianceToWinEvent":false,"ApplicationName":"Sensor","SourceSite":"PS1","CreationTime":"2026-11-24T20:00:00Z","LocaleID":1033
          Decisions    | "RebootOutsideOfServiceWindows":false,"AssignmentType":2,"Enabled":true,"OfferTypeID":2,"Priority":1,"LogComplianceToWinEvent":false,"RequireApproval":false,"SendDetailedNonComplianceStatus":false,"UpdateSupersedence":false,"DPLocality":80,"ApplicationName":"Sensor","CollectionName":"Pilot servers","CreationTime":"2026-11-24T20:00:00Z","LocaleID":1033,"LastModifiedBy":"x","LastModificationTime":"2026-11-24T20:00:00Z","AssignedCI_UniqueID":"x","ContainsExpiredUpdates":false
          """)
  void theBodyOfAPublicClientIsTaken(String client, String more) throws Exception {
    RawSite.Reply reply = post(more);

    assertThat(reply.status()).as(client + reply.text()).isEqualTo(201);
    assertThat(reply.json().path("AssignmentUniqueID").asText()).matches("\\{[0-9A-F-]{36}}");
  }

  @Test
  void whatWasLeftOutIsFilledInAsRecorded() throws Exception {
    JsonNode made = post("\"OfferTypeID\":2,\"ApplicationName\":\"Another\"").json();

    Map<String, Object> expected = new TreeMap<>();
    expected.put("ApplicationName", "Sensor");
    expected.put("ApplyToSubTargets", "false");
    expected.put("AssignmentType", "2");
    expected.put("ContainsExpiredUpdates", "false");
    expected.put("DPLocality", "80");
    expected.put("Enabled", "true");
    expected.put("LocaleID", "1033");
    expected.put("LogComplianceToWinEvent", "false");
    expected.put("Priority", "1");
    expected.put("RequireApproval", "false");
    expected.put("SendDetailedNonComplianceStatus", "false");
    expected.put("SoftDeadlineEnabled", "false");
    expected.put("StateMessagePriority", "5");
    expected.put("UpdateSupersedence", "false");
    Map<String, Object> found = new TreeMap<>();
    expected.keySet().forEach(name -> found.put(name, made.path(name).asText()));
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void aDeadlineOnAnAvailableDeploymentIsRefused() throws Exception {
    RawSite.Reply reply =
        post("\"OfferTypeID\":2,\"EnforcementDeadline\":\"2026-11-25T02:00:00Z\"");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.message()).contains("EnforcementDeadline cannot be set for OfferTypeID 2");
  }

  @ParameterizedTest
  @CsvSource({
    "AssignedCIs",
    "AssignmentAction",
    "AssignmentName",
    "DesiredConfigType",
    "StartTime",
    "TargetCollectionID",
    "UseGMTTimes"
  })
  void whatAllOfThemSendIsNeeded(String property) throws Exception {
    String body =
        ("{" + ALWAYS.formatted(ciId, collection) + "\"OfferTypeID\":2}")
            .replace(
                "\"" + property + "\":", "\"EvaluationSchedule\":null,\"@x." + property + "\":")
            .replaceAll("\"@x[^,\\]}]*(\\])?,", "");
    RawSite.Reply reply = site.post("wmi/SMS_ApplicationAssignment", body);

    assertThat(reply.status()).as(body).isEqualTo(500);
    assertThat(reply.message()).contains(property);
  }

  @Test
  void anUninstallationIsTakenAndDevicesLeaveItUnknown() throws Exception {
    RawSite.Reply reply =
        site.post(
            "wmi/SMS_ApplicationAssignment",
            ("{"
                    + ALWAYS.formatted(ciId, collection)
                    + "\"OfferTypeID\":0,\"EnforcementDeadline\":\"2026-11-24T22:00:00Z\"}")
                .replace("\"DesiredConfigType\":1", "\"DesiredConfigType\":2"));
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);

    site.pass(Duration.ofDays(1));

    assertThat(site.get("wmi/SMS_AppDeploymentAssetDetails").value())
        .isNotEmpty()
        .allMatch(row -> row.path("EnforcementState").asInt() == 4000);
  }

  @Test
  void startsWithIsFoundInAnyCase() throws Exception {
    assertThat(site.list("SMS_Application", "startsWith(LocalizedDisplayName,'Sen')")).hasSize(1);
  }
}
