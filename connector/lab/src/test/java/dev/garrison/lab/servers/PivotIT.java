package dev.garrison.lab.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.lab.RawSite;
import dev.garrison.lab.adminservice.rights.Right;
import dev.garrison.lab.adminservice.rights.Secured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** CMPivot, as a client that speaks plain HTTP meets it. */
@Tag("first")
final class PivotIT {
  private static final String TENANT = "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2";
  private static final String STATUS =
      "Registry('HKLM:\\\\SOFTWARE\\\\Microsoft\\\\Windows Advanced Threat Protection\\\\Status')";
  private static final Duration ENOUGH = Duration.ofSeconds(30);
  private final RawSite site = RawSite.start("mixed");

  @AfterEach
  void stop() {
    site.close();
  }

  private String collection(String name) throws Exception {
    return site.list("SMS_Collection", "Name eq '" + name + "'")
        .get(0)
        .path("CollectionID")
        .asText();
  }

  private long device(String name) throws Exception {
    return site.list("SMS_R_System", "Name eq '" + name + "'").get(0).path("ResourceId").asLong();
  }

  private static String body(String query) {
    return "{\"InputQuery\":\"" + query + "\"}";
  }

  private static String onCollection(String id) {
    return "v1.0/Collections('" + id + "')/AdminService.";
  }

  private JsonNode askedOf(String server, String query) throws Exception {
    String address = "v1.0/Device(" + device(server) + ")/AdminService.";
    RawSite.Reply started = site.post(address + "RunCMPivot", body(query));
    assertThat(started.status()).as(started.text()).isEqualTo(200);
    site.pass(ENOUGH);
    RawSite.Reply answered =
        site.get(
            address + "CMPivotResult(OperationId=" + started.value().path("OperationId") + ")");
    assertThat(answered.status()).as(answered.text()).isEqualTo(200);
    return answered.value().path("Result");
  }

  private List<String> names(JsonNode answers) {
    List<String> names = new ArrayList<>();
    answers.forEach(answer -> names.add(answer.path("Device").asText()));
    return names;
  }

  @Test
  void aDeviceAnswersSomeSecondsLaterAndIsNotFoundUntilThen() throws Exception {
    String address = "v1.0/Device(" + device("OWN01") + ")/AdminService.";
    RawSite.Reply started = site.post(address + "RunCMPivot", body(STATUS));
    long id = started.value().path("OperationId").asLong();
    String result = address + "CMPivotResult(OperationId=" + id + ")";
    assertThat(site.get(result).status()).isEqualTo(404);
    site.pass(ENOUGH);
    assertThat(site.get(result).value().path("Result").toString())
        .isEqualTo(
            "[{\"Property\":\"OnboardingState\",\"Value\":\"1\",\"Device\":\"OWN01\"},"
                + "{\"Property\":\"OrgId\",\"Value\":\""
                + TENANT
                + "\",\"Device\":\"OWN01\"}]");
  }

  @Test
  void aCollectionAnswersOneDeviceAfterTheOtherAndAnOfflineOneNever() throws Exception {
    site.lab().servers().turnOff("FS02");
    String address = onCollection(collection("Pilot servers"));
    RawSite.Reply started =
        site.post(address + "RunCMPivot", body("Service | where Name == 'Sense'"));
    long id = started.json().path("OperationId").asLong();
    assertThat(id).isPositive();
    String result = address + "CMPivotResult(OperationId=" + id + ")";
    site.pass(Duration.ofSeconds(12));
    int first = site.get(result).value().size();
    site.pass(Duration.ofDays(1));
    JsonNode all = site.get(result).value();
    assertThat(first).isPositive().isLessThan(all.size());
    assertThat(names(all)).containsExactly("DC02", "FS01", "SUB01", "OWN01", "OLD01");
  }

  @Test
  void aClientWithoutRowsAnswersWithNone() throws Exception {
    assertThat(askedOf("DC02", STATUS)).isEmpty();
  }

  @Test
  void theTwoValuesThatTellASensorWhatToDoAreRows() throws Exception {
    String policy =
        "Registry('HKLM:\\\\SOFTWARE\\\\Policies\\\\Microsoft\\\\Windows Advanced Threat Protection')";
    assertThat(askedOf("OWN01", policy))
        .extracting(row -> row.path("Property").asText())
        .containsExactly("OnboardingInfo");
    String key = "SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection";
    String value = "696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A";
    site.lab().servers().connectSensor("OWN01", false);
    site.lab().servers().writeRegistry("OWN01", key, value, "made up");
    assertThat(askedOf("OWN01", policy))
        .extracting(row -> row.path("Property").asText())
        .containsExactly("OnboardingInfo", value);
    assertThat(site.lab().servers().onboardedTo("OWN01")).contains(TENANT);
    site.lab().servers().connectSensor("OWN01", true);
    assertThat(site.lab().servers().onboardedTo("OWN01")).isEmpty();
    assertThat(askedOf("DC02", policy))
        .extracting(row -> row.path("Property").asText())
        .doesNotContain(value);
  }

  @Test
  void aLeftOuterJoinHasARowForADeviceWithoutTheValue() throws Exception {
    assertThat(
            askedOf(
                    "DC02",
                    "Device | join kind=leftouter (" + STATUS + " | where Property == 'OrgId')")
                .toString())
        .isEqualTo("[{\"Device\":\"DC02\",\"Property\":null,\"Value\":null}]");
  }

  @Test
  void onlyProjectedColumnsAreAnswered() throws Exception {
    assertThat(
            askedOf(
                    "DC02",
                    "Service | where (Name == 'CcmExec') or (Name == 'WinDefend') | project Device, Name, State")
                .toString())
        .isEqualTo(
            "[{\"Name\":\"CcmExec\",\"State\":\"Running\",\"Device\":\"DC02\"},"
                + "{\"Name\":\"WinDefend\",\"State\":\"Running\",\"Device\":\"DC02\"}]");
  }

  @Test
  void theAntivirusAndTheSensorsFileShowTheirVersions() throws Exception {
    assertThat(
            askedOf("OWN01", "EPStatus | project Device, AMRunningMode, AMProductVersion")
                .toString())
        .isEqualTo(
            "[{\"AMRunningMode\":\"Normal\",\"AMProductVersion\":\"4.18.26030.3011\",\"Device\":\"OWN01\"}]");
    assertThat(
            askedOf(
                    "OWN01",
                    "File('C:\\\\\\\\Program Files\\\\\\\\Windows Defender Advanced Threat Protection\\\\\\\\MsSense.exe')"
                        + " | project Device, Version")
                .toString())
        .isEqualTo("[{\"Version\":\"10.8797.25857.1000\",\"Device\":\"OWN01\"}]");
  }

  @Test
  void aStoppedSensorIsSeenAtOnce() throws Exception {
    site.lab().servers().stopSensor("OWN01");
    assertThat(askedOf("OWN01", "Service | where Name == 'Sense'").toString())
        .contains("\"State\":\"Stopped\"");
  }

  @Test
  void whatExceedsTheLimitOfOneClientIsCutOff() throws Exception {
    assertThat(askedOf("OWN01", "File('C:\\\\Windows\\\\*')").size()).isBetween(1000, 1999);
  }

  @Test
  void aQueryThatIsNotUnderstoodIsRefused() throws Exception {
    for (String query :
        List.of(
            "Nothing",
            "Service | where Colour == 'red'",
            "Service | project Nonsense",
            "Service | summarize count() by Name",
            "Registry",
            "Service | where Name == Sense",
            "Service |")) {
      RawSite.Reply refused =
          site.post(onCollection(collection("Pilot servers")) + "RunCMPivot", body(query));
      assertThat(refused.status()).as(query).isEqualTo(400);
      assertThat(refused.message()).startsWith("The CMPivot query is not valid: ");
    }
  }

  @Test
  void anActionTakesNoPropertyThatItDoesNotKnow() throws Exception {
    RawSite.Reply refused =
        site.post(
            onCollection(collection("Pilot servers")) + "RunCMPivot",
            "{\"InputQuery\":\"Device\",\"Timeout\":5}");
    assertThat(refused.status()).isEqualTo(400);
  }

  @Test
  void anAccountWithoutTheRightIsForbidden() throws Exception {
    String address = onCollection(collection("Pilot servers")) + "RunCMPivot";
    Set<Right> others = EnumSet.allOf(Right.class);
    others.remove(Right.RUN_CMPIVOT);
    site.lab().rights().only(Secured.COLLECTION, others);
    assertThat(site.post(address, body("Device")).status()).isEqualTo(403);
  }

  @Test
  void theStatusOfTheOperationCountsWhoAnswered() throws Exception {
    site.lab().servers().turnOff("FS02");
    long id =
        site.post(onCollection(collection("Pilot servers")) + "RunCMPivot", body("Device"))
            .json()
            .path("OperationId")
            .asLong();
    site.pass(ENOUGH);
    JsonNode status = site.list("SMS_ClientOperationStatus", "ID eq " + id).get(0);
    assertThat(status.path("TotalClients").asInt()).isEqualTo(6);
    assertThat(status.path("CompletedClients").asInt()).isEqualTo(5);
    assertThat(status.path("OfflineClients").asInt()).isEqualTo(1);
  }

  @Test
  void onlyClientsOfTheSiteThatIsAskedAnswer() throws Exception {
    try (RawSite top = RawSite.start("hierarchy")) {
      String id =
          top.list("SMS_Collection", "Name eq 'Pilot servers'")
              .get(0)
              .path("CollectionID")
              .asText();
      RawSite.Reply started = top.post(onCollection(id) + "RunCMPivot", body("Device"));
      assertThat(started.status()).isEqualTo(200);
      top.pass(ENOUGH);
      assertThat(
              top.get(
                      onCollection(id)
                          + "CMPivotResult(OperationId="
                          + started.json().path("OperationId")
                          + ")")
                  .status())
          .isEqualTo(404);
    }
  }

  @Test
  void theMetadataOfTheRouteListsTheAction() throws Exception {
    RawSite.Reply metadata = site.get("v1.0/$metadata");
    assertThat(metadata.status()).isEqualTo(200);
    assertThat(metadata.text()).contains("<Action Name=\"RunCMPivot\" IsBound=\"true\">");
  }

  @Test
  void anythingElseOfTheRouteIsNotFound() throws Exception {
    for (String address :
        List.of("v1.0/Nonsense", "v1.0/ScriptStatus", "v1.0/DeviceScriptStatus")) {
      assertThat(site.get(address).status()).as(address).isEqualTo(404);
    }
    assertThat(site.post("v1.0/Device(1)/AdminService.RunCMPivot", body("Device")).status())
        .isEqualTo(404);
  }
}
