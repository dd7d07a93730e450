package dev.garrison.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can be read of the route v1.0. */
@Tag("first")
final class ModelledRouteIT {
  private final RawSite site = RawSite.start("2509");

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void theServiceDocumentNamesTheSets() throws Exception {
    for (String address : List.of("v1.0", "v1.0/")) {
      RawSite.Reply reply = site.get(address);
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      assertThat(reply.json().path("@odata.context").asText())
          .isEqualTo(site.lab().adminService() + "/v1.0/$metadata");
      assertThat(reply.value())
          .extracting(set -> set.path("name").asText())
          .containsExactly("Application", "Collection", "Collections", "Device", "Script");
    }
  }

  @Test
  void aDeviceIsFoundByNameAndReadByItsNumber() throws Exception {
    JsonNode found =
        site.get("v1.0/Device?$filter=Name%20eq%20'DC01'&$select=MachineId,SMSID").value();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).path("MachineId").asLong()).isEqualTo(16777219);
    assertThat(found.get(0).path("SMSID").asText()).startsWith("GUID:");
    assertThat(found.get(0).size()).isEqualTo(2);

    RawSite.Reply one = site.get("v1.0/Device(16777219)");
    assertThat(one.status()).as(one.text()).isEqualTo(200);
    assertThat(one.json().path("Name").asText()).isEqualTo("DC01");
    assertThat(one.json().has("value")).isFalse();
    assertThat(site.get("v1.0/Device?$filter=MachineId%20eq%2016777219").value()).hasSize(1);
    assertThat(site.get("v1.0/Device?$top=3&$skip=1").value()).hasSize(3);
    assertThat(site.get("v1.0/Device(1)").status()).isEqualTo(404);
    assertThat(site.get("v1.0/Device?$orderby=Name").status()).isEqualTo(400);
    assertThat(site.get("v1.0/Device?$filter=ResourceID%20eq%201").status()).isEqualTo(400);
  }

  @Test
  void aCollectionIsReadByItsId() throws Exception {
    for (String address :
        List.of("Collection('SMS00001')", "Collection(SMS00001)", "Collections('SMS00001')")) {
      RawSite.Reply reply = site.get("v1.0/" + address);
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      assertThat(reply.json().path("Name").asText()).isEqualTo("All Systems");
    }
    assertThat(site.get("v1.0/Collection('XYZ00001')").status()).isEqualTo(404);
  }

  @Test
  void applicationsAreListed() throws Exception {
    assertThat(site.post("wmi/SMS_Application", new SampleDigest().body()).status()).isEqualTo(201);
    JsonNode row = site.get("v1.0/Application").value().get(0);
    assertThat(row.path("DisplayName").asText()).isEqualTo("Sensor");
    assertThat(row.path("CIGUID").asText())
        .isEqualTo(SampleDigest.MODEL.replaceFirst(".*/Application_", ""));
    assertThat(
            site.get("v1.0/Application(" + row.path("CIGUID").asText() + ")")
                .json()
                .path("CI_ID")
                .asLong())
        .isEqualTo(row.path("CI_ID").asLong());
  }

  @Test
  void theRouteIsFoundWithoutRegardToCase() throws Exception {
    assertThat(site.get("WMI/sms_site").value()).isEqualTo(site.get("wmi/SMS_Site").value());
    assertThat(site.get("Wmi/SMS_Site/$COUNT").text()).isEqualTo("1");
    assertThat(site.get("wmi/SMS_Identification.getsiteid").json().path("SiteID").asText())
        .isNotEmpty();
    assertThat(
            site.post("wmi/SMS_Collection('SMS00001')/adminservice.requestREFRESH", "{}").message())
        .contains("built-in");
    assertThat(site.get("V1.0/device(16777219)").json().path("Name").asText()).isEqualTo("DC01");
    String lower = site.lab().adminService().toString().replace("AdminService", "adminservice");
    assertThat(site.send(HttpRequest.newBuilder(URI.create(lower + "/wmi/SMS_Site")).GET()).value())
        .hasSize(1);
  }
}
