package dev.garrison.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests and properties that were recorded, and that Garrison itself does not use. */
@Tag("first")
final class RecordedFormsIT {
  private static final String PILOT = "Pilot servers";
  private final RawSite site = RawSite.start("2207");

  @AfterEach
  void stop() {
    site.close();
  }

  private JsonNode collection(String name) throws Exception {
    return site.list("SMS_Collection", "Name eq '" + name + "'").get(0);
  }

  private JsonNode one(String address) throws Exception {
    RawSite.Reply reply = site.get("wmi/" + address);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.value().get(0);
  }

  private static String variables(String property, String... names) {
    List<String> all =
        List.of(names).stream()
            .map(name -> "{\"Name\":\"%s\",\"Value\":\"x\",\"IsMasked\":false}".formatted(name))
            .toList();
    return "{\"%s\":[%s]}".formatted(property, String.join(",", all));
  }

  @Test
  void variablesOfACollectionAreMadeByPut() throws Exception {
    String id = collection(PILOT).path("CollectionID").asText();
    String settings = "SMS_CollectionSettings('" + id + "')";
    assertThat(site.get("wmi/" + settings).status()).isEqualTo(404);

    RawSite.Reply put = site.put("wmi/" + settings, variables("CollectionVariables", "A", "B"));
    assertThat(put.status()).as(put.text()).isEqualTo(200);
    assertThat(one(settings).path("CollectionVariables"))
        .extracting(variable -> variable.path("Name").asText())
        .containsExactly("A", "B");
    assertThat(collection(PILOT).path("CollectionVariablesCount").asInt()).isEqualTo(2);

    site.put("wmi/" + settings, variables("CollectionVariables", "C"));
    assertThat(one(settings).path("CollectionVariables")).hasSize(1);
    assertThat(site.put("wmi/" + settings, variables("CollectionVariables", "A", "a")).message())
        .contains("a variable named 'a' is there twice");
    assertThat(site.put("wmi/" + settings, variables("CollectionVariables", " ")).message())
        .contains("a variable needs a Name");
    assertThat(
            site.put(
                    "wmi/SMS_CollectionSettings('XYZ00001')", variables("CollectionVariables", "A"))
                .message())
        .contains("there is no object XYZ00001");
  }

  @Test
  void variablesGoWithTheirCollection() throws Exception {
    String id =
        site.post(
                "wmi/SMS_Collection",
                "{\"Name\":\"Short\",\"CollectionType\":2,\"LimitToCollectionID\":\"SMS00001\"}")
            .json()
            .path("CollectionID")
            .asText();
    String settings = "wmi/SMS_CollectionSettings('" + id + "')";
    assertThat(site.put(settings, variables("CollectionVariables", "A")).status()).isEqualTo(200);
    assertThat(site.delete("wmi/SMS_Collection('" + id + "')").status()).isEqualTo(204);
    assertThat(site.get(settings).status()).isEqualTo(404);
  }

  @Test
  void aWindowStaysWhereVariablesAreMade() throws Exception {
    String id = site.get("wmi/SMS_CollectionSettings").value().get(0).path("CollectionID").asText();
    String settings = "SMS_CollectionSettings('" + id + "')";
    JsonNode before = one(settings).path("ServiceWindows");
    site.put("wmi/" + settings, variables("CollectionVariables", "A"));
    assertThat(one(settings).path("ServiceWindows")).hasSize(1).isEqualTo(before);
    assertThat(one(settings).path("CollectionVariables")).hasSize(1);
    assertThat(site.put("wmi/" + settings, "{\"ServiceWindows\":[]}").message())
        .contains("only variables");
  }

  @Test
  void variablesOfADeviceAreMadeByPut() throws Exception {
    String settings = "SMS_MachineSettings(16777219)";
    assertThat(site.get("wmi/" + settings).status()).isEqualTo(404);
    assertThat(site.put("wmi/" + settings, variables("MachineVariables", "A")).status())
        .isEqualTo(200);
    assertThat(one(settings).path("MachineVariables").get(0).path("Value").asText()).isEqualTo("x");
    assertThat(site.put("wmi/SMS_MachineSettings(1)", variables("MachineVariables", "A")).message())
        .contains("there is no object 1");
  }

  @Test
  void anApplicationLeavesAScope() throws Exception {
    assertThat(site.post("wmi/SMS_Application", new SampleDigest().body()).status()).isEqualTo(201);
    String body =
        "{\"ObjectIDs\":[\"%s\"],\"ObjectTypeIDs\":[31],\"CategoryIDs\":[\"%s\"]}"
            .formatted(SampleDigest.MODEL, "%s");
    String route = "wmi/SMS_SecuredCategoryMembership.";
    site.post(route + "AddMemberships", body.formatted("PS100001"));
    assertThat(site.get("wmi/SMS_SecuredCategoryMembership").value()).hasSize(2);

    RawSite.Reply gone = site.post(route + "RemoveMemberships", body.formatted("SMS00UNA"));
    assertThat(gone.status()).as(gone.text()).isEqualTo(201);
    assertThat(gone.json().path("ReturnValue").asInt()).isZero();
    assertThat(site.get("wmi/SMS_SecuredCategoryMembership").value())
        .singleElement()
        .satisfies(row -> assertThat(row.path("CategoryID").asText()).isEqualTo("PS100001"));
    assertThat(site.post(route + "RemoveMemberships", body.formatted("SMS00UNA")).message())
        .contains("is not in the security scope SMS00UNA");
    assertThat(site.post(route + "RemoveMemberships", body.formatted("PS100001")).message())
        .contains("needs a security scope");
  }

  @Test
  void objectsNameTheirFolder() throws Exception {
    assertThat(site.post("wmi/SMS_Application", new SampleDigest().body()).status()).isEqualTo(201);
    assertThat(site.get("wmi/SMS_ApplicationLatest").value().get(0).path("ObjectPath").asText())
        .isEqualTo("/");
    assertThat(collection(PILOT).path("ObjectPath").asText()).isEqualTo("/");
    long parent = folder("Servers", 0);
    long child = folder("Pilot", parent);
    RawSite.Reply moved =
        site.post(
            "wmi/SMS_ObjectContainerItem.MoveMembers",
            "{\"InstanceKeys\":[\"%s\"],\"ContainerNodeID\":0,\"TargetContainerNodeID\":%d,\"ObjectType\":5000}"
                .formatted(collection(PILOT).path("CollectionID").asText(), child));
    assertThat(moved.status()).as(moved.text()).isEqualTo(201);
    assertThat(collection(PILOT).path("ObjectPath").asText()).isEqualTo("/Servers/Pilot");
  }

  private long folder(String name, long parent) throws Exception {
    return site.post(
            "wmi/SMS_ObjectContainerNode",
            "{\"Name\":\"%s\",\"ObjectType\":5000,\"ParentContainerNodeID\":%d}"
                .formatted(name, parent))
        .json()
        .path("ContainerNodeID")
        .asLong();
  }

  @Test
  void aCollectionHasItsEvaluationsAndADeviceItsEntraId() throws Exception {
    JsonNode row = collection(PILOT);
    assertThat(row.path("CloudSyncCount").asInt(-1)).isZero();
    assertThat(row.path("FullEvaluationLastRefreshTime")).isEqualTo(row.path("LastRefreshTime"));
    assertThat(row.path("IncrementalEvaluationRunTime").isNumber()).isTrue();
    assertThat(site.get("wmi/SMS_CombinedDeviceResources?$select=ResourceID,AADDeviceID").status())
        .isEqualTo(200);
  }

  @Test
  void aCollectionAloneIsNotified() throws Exception {
    RawSite.Reply reply =
        site.post(
            "wmi/SMS_ClientOperation.InitiateClientOperation",
            "{\"Type\":8,\"TargetCollectionID\":\"%s\"}"
                .formatted(collection(PILOT).path("CollectionID").asText()));
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    site.pass(Duration.ofMinutes(1));
    assertThat(
            site.get("wmi/SMS_ClientOperation(" + reply.json().path("OperationID") + ")")
                .value()
                .get(0)
                .path("CollectionID")
                .asText())
        .isEqualTo(collection(PILOT).path("CollectionID").asText());
  }
}
