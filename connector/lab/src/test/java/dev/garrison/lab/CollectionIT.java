package dev.garrison.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("first")
final class CollectionIT {
  private static final String CREATE =
      "{\"Name\":\"Ring 1\",\"CollectionType\":2,\"LimitToCollectionID\":\"SMS00001\",\"RefreshType\":1}";
  private static final String SERVERS_2016 =
      "select SMS_R_System.ResourceID,SMS_R_System.Name from SMS_R_System inner join"
          + " SMS_G_System_OPERATING_SYSTEM on SMS_G_System_OPERATING_SYSTEM.ResourceID ="
          + " SMS_R_System.ResourceID where SMS_G_System_OPERATING_SYSTEM.Caption like"
          + " \\\"%Microsoft Windows Server 2016%\\\"";
  private final RawSite site = RawSite.start("2207");

  @AfterEach
  void stop() {
    site.close();
  }

  private String create() throws Exception {
    return site.post("wmi/SMS_Collection", CREATE).json().path("CollectionID").asText();
  }

  private RawSite.Reply addRule(String id, String rule) throws Exception {
    return site.post(
        "wmi/SMS_Collection('" + id + "')/AdminService.AddMembershipRule",
        "{\"collectionRule\":" + rule + "}");
  }

  private static String query(String name) {
    return "{\"@odata.type\":\"#AdminService.SMS_CollectionRuleQuery\",\"RuleName\":\""
        + name
        + "\",\"QueryExpression\":\""
        + SERVERS_2016
        + "\"}";
  }

  private JsonNode keyed(String id) throws Exception {
    return site.get("wmi/SMS_Collection('" + id + "')").value().get(0);
  }

  @Test
  void creatingAnswersTheWholeObjectWithItsKey() throws Exception {
    RawSite.Reply reply = site.post("wmi/SMS_Collection", CREATE);

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().path("@odata.context").asText()).endsWith("#SMS_Collection/$entity");
    assertThat(reply.json().path("CollectionID").asText()).matches("PS1[0-9A-F]{5}");
    assertThat(reply.json().path("CurrentStatus").asInt()).isEqualTo(5);
    assertThat(reply.json().path("RefreshType").asInt()).isEqualTo(1);
  }

  @Test
  void membersAppearSomeSecondsAfterARefresh() throws Exception {
    String id = create();
    site.pass(Duration.ofSeconds(30));
    assertThat(addRule(id, query("2016")).status()).isEqualTo(201);
    site.pass(Duration.ofMinutes(10));
    assertThat(site.list("SMS_FullCollectionMembership", "CollectionID eq '" + id + "'")).isEmpty();

    site.post("wmi/SMS_Collection('" + id + "')/AdminService.RequestRefresh", "{}");
    assertThat(keyed(id).path("CurrentStatus").asInt()).isEqualTo(5);
    site.pass(Duration.ofSeconds(10));

    assertThat(keyed(id).path("CurrentStatus").asInt()).isEqualTo(1);
    assertThat(site.list("SMS_FullCollectionMembership", "CollectionID eq '" + id + "'"))
        .hasSize(3);
    assertThat(keyed(id).path("MemberCount").asInt()).isEqualTo(3);
  }

  @Test
  void excludedDevicesStayOut() throws Exception {
    String id = create();
    addRule(id, query("2016"));
    String pilot =
        site.list("SMS_Collection", "Name eq 'Pilot servers'").get(0).path("CollectionID").asText();
    addRule(
        id,
        "{\"@odata.type\":\"#AdminService.SMS_CollectionRuleExcludeCollection\",\"RuleName\":\"not pilot\","
            + "\"ExcludeCollectionID\":\""
            + pilot
            + "\"}");
    site.post("wmi/SMS_Collection('" + id + "')/AdminService.RequestRefresh", "{}");
    site.pass(Duration.ofMinutes(1));

    JsonNode members = site.list("SMS_FullCollectionMembership", "CollectionID eq '" + id + "'");
    assertThat(members)
        .extracting(row -> row.path("Name").asText())
        .containsExactly("DC01", "SQL02");
  }

  @Test
  void namesAreUnique() throws Exception {
    create();
    assertThat(site.post("wmi/SMS_Collection", CREATE).status()).isEqualTo(500);
  }

  @Test
  void badBodiesAreRefused() throws Exception {
    assertThat(
            post("{\"Name\":\"A\",\"LimitToCollectionID\":\"SMS00001\",\"Nonsense\":1}").status())
        .isEqualTo(400);
    assertThat(
            post("{\"Name\":\"A\",\"LimitToCollectionID\":\"SMS00001\",\"MemberCount\":1}")
                .message())
        .isEqualTo("The property 'MemberCount' of 'AdminService.SMS_Collection' is read-only.");
    assertThat(post("{\"Name\":1,\"LimitToCollectionID\":\"SMS00001\"}").status()).isEqualTo(400);
    assertThat(post("{\"LimitToCollectionID\":\"SMS00001\"}").message())
        .contains("Property 'Name' of SMS_Collection must not be null");
    assertThat(post("{\"Name\":\"A\"}").status()).isEqualTo(500);
    assertThat(
            post("{\"Name\":\"A\",\"LimitToCollectionID\":\"SMS00001\",\"RefreshSchedule\":[]}")
                .status())
        .isEqualTo(500);
    assertThat(post("{\"Name\":").status()).isEqualTo(400);
    assertThat(post("{\"Name\":\"A\",\"Name\":\"B\"}").status()).isEqualTo(400);
  }

  private RawSite.Reply post(String body) throws Exception {
    return site.post("wmi/SMS_Collection", body);
  }

  @Test
  void wrongMethodParametersAreFourHundredFour() throws Exception {
    String id = create();
    String method = "wmi/SMS_Collection('" + id + "')/AdminService.";
    assertThat(site.post(method + "AddMembershipRule", "{\"rule\":{}}").status()).isEqualTo(404);
    assertThat(site.post(method + "Nonsense", "{}").status()).isEqualTo(404);
    assertThat(site.post(method + "AddMembershipRules", "{\"collectionRules\":[]}").message())
        .contains("ODataParameterReader.ReadAsync");
    assertThat(addRule(id, "{\"RuleName\":\"x\"}").status()).isEqualTo(404);
  }

  @Test
  void onlyNewerBuildsHaveAddMembershipRule() throws Exception {
    assertThat(site.get("wmi/$metadata").text()).contains("Action Name=\"AddMembershipRule\"");
    try (RawSite old = RawSite.start("2107-rollup")) {
      assertThat(old.get("wmi/$metadata").text()).doesNotContain("AddMembershipRule");
      String body = CREATE.replace("}", ",\"CollectionRules\":[" + query("q") + "]}");
      RawSite.Reply created = old.post("wmi/SMS_Collection", body);
      assertThat(created.status()).isEqualTo(201);
      String id = created.json().path("CollectionID").asText();
      assertThat(
              old.post(
                      "wmi/SMS_Collection('" + id + "')/AdminService.AddMembershipRule",
                      "{\"collectionRule\":" + query("b") + "}")
                  .status())
          .isEqualTo(404);
      old.pass(Duration.ofSeconds(10));
      assertThat(old.list("SMS_FullCollectionMembership", "CollectionID eq '" + id + "'"))
          .hasSize(3);
    }
  }

  @Test
  void aQueryCanBeValidated() throws Exception {
    assertThat(validate(SERVERS_2016)).isTrue();
    assertThat(validate("select * from SMS_R_System where Nonsense = 1")).isFalse();
    assertThat(validate("select * from SMS_R_User")).isFalse();
  }

  private boolean validate(String wql) throws Exception {
    RawSite.Reply reply =
        site.post("wmi/SMS_CollectionRuleQuery.ValidateQuery", "{\"WQLQuery\":\"" + wql + "\"}");
    assertThat(reply.status()).isEqualTo(201);
    return reply.json().path("ReturnValue").booleanValue();
  }

  @Test
  void aCollectionThatOthersNeedIsNotDeleted() throws Exception {
    String id = create();
    String child = "{\"Name\":\"Child\",\"LimitToCollectionID\":\"" + id + "\"}";
    String childId = site.post("wmi/SMS_Collection", child).json().path("CollectionID").asText();

    assertThat(site.delete("wmi/SMS_Collection('" + id + "')").status()).isEqualTo(500);
    assertThat(site.delete("wmi/SMS_Collection('" + childId + "')").status()).isEqualTo(204);
    assertThat(site.delete("wmi/SMS_Collection('" + id + "')").status()).isEqualTo(204);
    assertThat(site.delete("wmi/SMS_Collection('SMS00001')").status()).isEqualTo(500);
  }

  @Test
  void aCollectionOfListedDevicesHasARuleForEach() throws Exception {
    String id =
        site.list("SMS_Collection", "Name eq 'Pilot servers'").get(0).path("CollectionID").asText();
    assertThat(keyed(id).path("CollectionRules").findValuesAsText("RuleName"))
        .containsExactlyInAnyOrder("FS01", "WEB01", "WEB02", "APP02");
    assertThat(site.list("SMS_FullCollectionMembership", "CollectionID eq '" + id + "'"))
        .hasSize(4);
    site.post("wmi/SMS_Collection('" + id + "')/AdminService.RequestRefresh", "{}");
    site.pass(Duration.ofMinutes(1));
    assertThat(site.list("SMS_FullCollectionMembership", "CollectionID eq '" + id + "'"))
        .as("after an evaluation by its rules")
        .hasSize(4);
  }

  @Test
  void aReplacementRepeatsWhatIsRequired() throws Exception {
    String id = create();
    String path = "wmi/SMS_Collection('" + id + "')";
    assertThat(site.put(path, "{\"Name\":\"New\"}").status()).isEqualTo(500);
    String whole =
        "{\"CollectionID\":\"%s\",\"Name\":\"New\",\"CollectionType\":2,\"LimitToCollectionID\":\"SMS00001\",\"RefreshType\":4,\"Comment\":\"c\"}";
    assertThat(site.put(path, whole.formatted(id)).status()).isEqualTo(200);
    assertThat(keyed(id).path("Name").asText()).isEqualTo("New");
    assertThat(site.put(path, whole.formatted("SMS00001")).status()).isEqualTo(400);
  }

  @Test
  void anObjectLockedInAConsoleIsNotWritten() throws Exception {
    String id = create();
    site.lab().faults().lockedInConsole(id);
    RawSite.Reply reply = site.delete("wmi/SMS_Collection('" + id + "')");
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.message()).contains("locked for editing (SEDO)");
  }

  @Test
  void windowsAreEmbeddedInTheSettingsOfTheirCollectionAndLazy() throws Exception {
    JsonNode counted = site.list("SMS_Collection", "ServiceWindowsCount gt 0");
    assertThat(counted)
        .extracting(row -> row.path("Name").asText())
        .contains("Window daily 20:00, 360 min");
    String id = counted.get(0).path("CollectionID").asText();

    JsonNode listed = site.list("SMS_CollectionSettings", "CollectionID eq '" + id + "'").get(0);
    assertThat(listed.path("ServiceWindows").isNull()).isTrue();
    JsonNode window =
        site.get("wmi/SMS_CollectionSettings('" + id + "')")
            .value()
            .get(0)
            .path("ServiceWindows")
            .get(0);
    assertThat(window.path("ServiceWindowType").asInt()).isEqualTo(1);
    assertThat(window.path("Duration").asInt()).isEqualTo(240);
    assertThat(window.path("RecurrenceType").asInt()).isEqualTo(2);
    assertThat(window.path("IsEnabled").asBoolean()).isTrue();
    assertThat(site.get("wmi/SMS_CollectionSettings('SMS00001')").status()).isEqualTo(404);
  }
}
