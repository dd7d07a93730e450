package dev.garrison.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("first")
final class ReadingIT {
  private final RawSite site = RawSite.start("2207");

  @AfterEach
  void stop() {
    site.close();
  }

  private static List<String> texts(JsonNode rows, String property) {
    List<String> values = new ArrayList<>();
    rows.forEach(row -> values.add(row.path(property).asText()));
    return values;
  }

  @Test
  void aListHasContextValueAndAnEtagThatIsTheKey() throws Exception {
    RawSite.Reply reply = site.get("wmi/SMS_Site");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("@odata.context").asText())
        .isEqualTo(site.lab().adminService() + "/wmi/$metadata#SMS_Site");
    JsonNode row = reply.value().get(0);
    assertThat(row.path("@odata.etag").asText()).isEqualTo("PS1");
    assertThat(row.path("BuildNumber").isIntegralNumber()).isTrue();
    assertThat(row.path("BuildNumber").asInt()).isEqualTo(9088);
    assertThat(row.path("__CLASS").asText()).isEqualTo("SMS_Site");
  }

  @Test
  void aKeyedReadIsAListOfOneAndFillsLazyProperties() throws Exception {
    RawSite.Reply listed = site.get("wmi/SMS_Collection?$filter=Name%20eq%20'Pilot%20servers'");
    String id = listed.value().get(0).path("CollectionID").asText();
    RawSite.Reply keyed = site.get("wmi/SMS_Collection('" + id + "')");

    assertThat(listed.value().get(0).path("CollectionRules").isNull()).isTrue();
    assertThat(listed.value().get(0).path("RefreshType").isNull()).isTrue();
    assertThat(keyed.value()).hasSize(1);
    assertThat(keyed.value().get(0).path("CollectionRules")).hasSize(4);
    assertThat(keyed.value().get(0).path("RefreshType").asInt()).isEqualTo(2);
  }

  @Test
  void aKeyMayBeASegment() throws Exception {
    assertThat(site.get("wmi/SMS_Collection/SMS00001").value()).hasSize(1);
    assertThat(site.get("wmi/SMS_R_System(16777219)").value().get(0).path("Name").asText())
        .isEqualTo("DC01");
  }

  @Test
  void aStaticMethodAnswersTwoHundredOneEvenToGet() throws Exception {
    RawSite.Reply reply = site.get("wmi/SMS_Identification.GetSiteID");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().path("@odata.context").asText())
        .endsWith("/wmi/$metadata#__PARAMETERS");
    assertThat(reply.json().path("SiteID").asText())
        .isEqualTo("{9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214}");
    assertThat(reply.json().path("ReturnValue").asInt()).isZero();
  }

  @Test
  void filtersCombine() throws Exception {
    assertThat(texts(site.list("SMS_R_System", "startswith(Name,'dc') and Client eq 1"), "Name"))
        .containsExactly("DC01", "DC02");
    assertThat(
            texts(site.list("SMS_R_System", "not (Client eq 1) or endswith(Name,'B01')"), "Name"))
        .containsExactly("WEB01", "PRN01", "WKS04");
    assertThat(
            texts(
                site.list(
                    "SMS_R_System",
                    "SMSAssignedSites/any(s: s eq 'PS1') and ResourceID gt 16777232"),
                "Name"))
        .containsExactly("WKS03");
  }

  @Test
  void aSelectionWithoutTheKeyDropsRowsThatLookAlike() throws Exception {
    assertThat(site.get("wmi/SMS_R_System?$select=ResourceType").value()).hasSize(1);
    assertThat(site.get("wmi/SMS_R_System?$select=ResourceID,ResourceType").value()).hasSize(16);
  }

  @Test
  void aPropertyIsFoundWithoutRegardToCaseAndSpelledAsItsClassDoes() throws Exception {
    JsonNode row =
        site.get("wmi/SMS_R_System?$select=ResourceID,NAME&$filter=resourceid%20eq%2016777219")
            .value()
            .get(0);
    assertThat(row.path("ResourceId").asLong()).isEqualTo(16777219);
    assertThat(row.has("Name")).isTrue();
    assertThat(row.has("ResourceID")).isFalse();
  }

  @Test
  void orderTopSkipAndCountWork() throws Exception {
    assertThat(
            texts(site.get("wmi/SMS_R_System?$orderby=Name%20desc&$top=2&$skip=1").value(), "Name"))
        .containsExactly("WKS03", "WKS02");
    assertThat(site.get("wmi/SMS_R_System/$count").text()).isEqualTo("16");
  }

  @Test
  void whatTheRealServiceDoesNotKnowIsRefused() throws Exception {
    for (String query :
        List.of(
            "$filter=Name%20like%20'DC%25'",
            "$filter=Nonsense%20eq%201",
            "$filter=Name%20eq%201",
            "$count=true",
            "$expand=Rules",
            "$select=Nonsense",
            "$top=-1",
            "%24filter=Name%20eq%20'DC01'",
            "$filter=Name%20eq%20%27DC01%27",
            "$filter=Name+eq+'DC01'")) {
      assertThat(site.get("wmi/SMS_R_System?" + query).status()).as(query).isEqualTo(400);
    }
  }

  @Test
  void aClassIsFoundWithoutRegardToCase() throws Exception {
    assertThat(site.get("wmi/sms_site").value()).isEqualTo(site.get("wmi/SMS_Site").value());
    assertThat(site.get("wmi/SMS_IDENTIFICATION.GetSiteID").json().path("SiteID").asText())
        .isNotEmpty();
  }

  @Test
  void whatIsMissingIsFourHundredFourInTheEnvelope() throws Exception {
    for (String path :
        List.of(
            "wmi/SMS_Nonsense",
            "wmi/SMS_Collection('XYZ00001')",
            "wmi/SMS_Identification.Nonsense",
            "v1.0/Nonsense")) {
      RawSite.Reply reply = site.get(path);
      assertThat(reply.status()).as(path).isEqualTo(404);
      assertThat(reply.json().path("error").path("code").asText()).isEqualTo("404");
    }
    assertThat(site.delete("wmi/SMS_Collection").status()).isEqualTo(404);
  }

  @Test
  void sitesDifferInWhatTheyTakeOfAQuery() throws IOException, InterruptedException {
    for (String lenient : List.of("2107-rollup", "2203")) {
      try (RawSite other = RawSite.start(lenient)) {
        assertThat(other.get("wmi/SMS_R_System?%24filter=Name+eq+%27DC01%27").value())
            .as(lenient)
            .hasSize(1);
        assertThat(other.get("v1.0/Device?%24filter=Name+eq+%27DC01%27").value()).hasSize(1);
        assertThat(other.get("wmi/SMS_R_System?$filter=Name%20eq%20'DC01'").value()).hasSize(1);
      }
    }
    assertThat(site.get("v1.0/Device?%24filter=Name%20eq%20'DC01'").status()).isEqualTo(400);
  }

  @Test
  void theNextPageIsAskedForAsAStrictSiteTakesIt() throws IOException, InterruptedException {
    try (RawSite paging = RawSite.start("2509")) {
      String next =
          paging
              .get("wmi/SMS_R_System?$filter=ResourceDomainORWorkgroup%20eq%20'LAB'")
              .json()
              .path("@odata.nextLink")
              .asText();
      assertThat(paging.send(HttpRequest.newBuilder(URI.create(next)).GET()).value()).hasSize(6);
    }
  }

  @Test
  void aSiteMayPageItsLists() throws IOException, InterruptedException {
    try (RawSite paging = RawSite.start("2509")) {
      RawSite.Reply first = paging.get("wmi/SMS_R_System?$filter=ResourceID%20gt%200");
      String next = first.json().path("@odata.nextLink").asText();
      RawSite.Reply second =
          paging.get(next.substring(paging.lab().adminService().toString().length() + 1));

      assertThat(first.value()).hasSize(10);
      assertThat(second.value()).hasSize(6);
      assertThat(second.json().has("@odata.nextLink")).isFalse();
    }
  }

  @Test
  void anUnsetDateIsTheYear1970() throws Exception {
    assertThat(
            site.get("wmi/SMS_CM_UpdatePackagesHistory")
                .value()
                .get(0)
                .path("DateReleased")
                .asText())
        .isEqualTo("1970-01-01T00:00:00Z");
  }
}
