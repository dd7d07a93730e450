package dev.garrison.mecm.adminservice;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.WireMock;
import dev.garrison.connection.Authentication;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Exact exchanges, as public recordings and samples show them. */
@Tag("first")
final class HttpAdminServiceIT {
  private static final ODataQuery SITES = ODataQuery.of("SMS_Site");

  private final Wire wire = new Wire();
  private final AdminService service = wire.service();

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  void aQueryIsSentAsOldAndNewSitesUnderstandIt() {
    wire.server.stubFor(any(anyUrl()).willReturn(Wire.ok(Wire.rows())));
    service.list(
        ODataQuery.of("SMS_R_System")
            .keys("ResourceID")
            .select("Name")
            .where(ODataFilter.equal("Name", "O'Brien+1")));
    wire.server.verify(
        getRequestedFor(
                urlEqualTo(
                    "/AdminService/wmi/SMS_R_System?$select=ResourceID,Name"
                        + "&$filter=Name%20eq%20'O''Brien%2B1'"))
            .withHeader("Accept", equalTo("application/json"))
            .withoutHeader("Authorization"));
  }

  @Test
  void rowsArriveInOrder() {
    wire.server.stubFor(get(Wire.SITE).willReturn(Wire.ok(Wire.rows(Wire.numbered(500)))));
    List<Integer> numbers = new ArrayList<>();
    service.query(SITES, row -> numbers.add(row.get("Number").asInt()));
    assertThat(numbers).hasSize(500).isSorted().startsWith(0);
  }

  @Test
  void theNextPageIsFollowedOnTheSameServer() {
    wire.server.stubFor(
        get(Wire.SITE)
            .willReturn(
                Wire.ok(
                    "{\"@odata.nextLink\":\"https://other.example/AdminService/wmi/SMS_Site?$skip=1\",\"value\":["
                        + Wire.row(1)
                        + "]}")));
    wire.server.stubFor(
        get(urlEqualTo(Wire.SITE + "?$skip=1")).willReturn(Wire.ok(Wire.rows(Wire.row(2)))));
    assertThat(service.list(SITES))
        .extracting(row -> row.get("Number").asInt())
        .containsExactly(1, 2);
  }

  @Test
  void aPageThatNamesItselfNextEndsTheList() {
    wire.server.stubFor(
        get(Wire.SITE)
            .willReturn(
                Wire.ok("{\"value\":[],\"@odata.nextLink\":\"/AdminService/wmi/SMS_Site\"}")));
    assertThatThrownBy(() -> service.list(SITES))
        .hasMessageContaining("sent a broken answer")
        .hasMessageContaining("the next page was already read");
  }

  @Test
  void aNextPageOutsideTheServiceIsNotFollowed() {
    wire.server.stubFor(
        get(Wire.SITE)
            .willReturn(Wire.ok("{\"value\":[],\"@odata.nextLink\":\"https://evil.example/x\"}")));
    assertThatThrownBy(() -> service.list(SITES))
        .hasMessageContaining("the next page isn't on this service");
  }

  @Test
  void aKeyedReadComesAsAnArray() {
    wire.server.stubFor(
        get("/AdminService/wmi/SMS_Collection('ABC00001')")
            .willReturn(Wire.ok(Wire.rows("{\"CollectionID\":\"ABC00001\"}"))));
    assertThat(service.get("SMS_Collection", ObjectKey.of("ABC00001")))
        .hasValueSatisfying(
            row -> assertThat(row.get("CollectionID").asText()).isEqualTo("ABC00001"));
  }

  @Test
  void nothingUnderAKeyIsAnEmptyAnswer() {
    wire.server.stubFor(get("/AdminService/wmi/SMS_Site('A')").willReturn(Wire.ok(Wire.rows())));
    wire.server.stubFor(
        get("/AdminService/wmi/SMS_Site('B')").willReturn(Wire.error(404, "Not found")));
    assertThat(service.get("SMS_Site", ObjectKey.of("A"))).isEmpty();
    assertThat(service.get("SMS_Site", ObjectKey.of("B"))).isEmpty();
  }

  @Test
  void aBare404MeansMissingOnlyOnAServerThatHasProvenItself() {
    wire.server.stubFor(get("/AdminService/wmi/SMS_Site('A')").willReturn(Wire.answer(404, "")));
    wire.server.stubFor(get(Wire.SITE).willReturn(Wire.ok(Wire.rows())));
    assertThatThrownBy(() -> service.get("SMS_Site", ObjectKey.of("A")))
        .hasMessageContaining("didn't answer like an administration service");
    service.list(SITES);
    assertThat(service.get("SMS_Site", ObjectKey.of("A"))).isEmpty();
  }

  @Test
  void creatingAnswersWithTheObject() {
    wire.server.stubFor(
        post("/AdminService/wmi/SMS_Collection")
            .willReturn(Wire.answer(201, "{\"@odata.context\":\"x\",\"CollectionID\":\"ABC1\"}")));
    ObjectNode created = service.create("SMS_Collection", wire.object("{\"Name\":\"MDE \u00e4\"}"));
    assertThat(created.get("CollectionID").asText()).isEqualTo("ABC1");
    wire.server.verify(
        postRequestedFor(urlEqualTo("/AdminService/wmi/SMS_Collection"))
            .withHeader("Content-Type", equalTo("application/json; charset=UTF-8"))
            .withRequestBody(equalToJson("{\"Name\":\"MDE \u00e4\"}")));
  }

  @Test
  void creatingWithoutABodyInTheAnswerGivesAnEmptyObject() {
    wire.server.stubFor(post(Wire.SITE).willReturn(Wire.answer(201, "")));
    assertThat(service.create("SMS_Site", wire.object("{}")).isEmpty()).isTrue();
  }

  @Test
  void replacingRevisingAndDeletingAddressTheKey() {
    wire.server.stubFor(put("/AdminService/wmi/SMS_X(5)").willReturn(Wire.answer(204, "")));
    wire.server.stubFor(post("/AdminService/wmi/SMS_X(5)").willReturn(Wire.ok("{\"CI_ID\":6}")));
    wire.server.stubFor(delete("/AdminService/wmi/SMS_X(5)").willReturn(Wire.answer(204, "")));
    ObjectKey key = ObjectKey.of(5);
    service.put("SMS_X", key, wire.object("{\"Comment\":\"c\"}"));
    assertThat(service.post("SMS_X", key, wire.object("{}")).get("CI_ID").asInt()).isEqualTo(6);
    service.delete("SMS_X", key);
    wire.server.verify(1, putRequestedFor(urlEqualTo("/AdminService/wmi/SMS_X(5)")));
    wire.server.verify(1, deleteRequestedFor(urlEqualTo("/AdminService/wmi/SMS_X(5)")));
  }

  @Test
  void aBoundMethodIsCalledWithItsArguments() {
    String path = "/AdminService/wmi/SMS_Collection('A')/AdminService.RequestRefresh";
    wire.server.stubFor(post(path).willReturn(Wire.answer(201, "{\"ReturnValue\":0,\"Out\":1}")));
    ObjectNode out =
        service.invoke("SMS_Collection", ObjectKey.of("A"), "RequestRefresh", wire.object("{}"));
    assertThat(out.get("Out").asInt()).isEqualTo(1);
    wire.server.verify(postRequestedFor(urlEqualTo(path)).withRequestBody(equalTo("{}")));
  }

  @Test
  void aMethodThatReturnsAnErrorFailsWhateverTheStatus() {
    wire.server.stubFor(
        post("/AdminService/wmi/SMS_X.Do").willReturn(Wire.answer(201, "{\"ReturnValue\":5}")));
    assertThatThrownBy(() -> service.invokeStatic("SMS_X", "Do", wire.object("{}")))
        .hasMessageContaining(
            "refused the request: POST wmi/SMS_X.Do (HTTP 201: the method returned 5)");
  }

  @Test
  void aMethodReadByGetAnswers201() {
    wire.server.stubFor(
        get("/AdminService/wmi/SMS_Identification.GetSiteID")
            .willReturn(Wire.answer(201, "{\"SiteID\":\"{G}\",\"ReturnValue\":0}")));
    assertThat(service.readStatic("SMS_Identification", "GetSiteID").get("SiteID").asText())
        .isEqualTo("{G}");
  }

  @Test
  void basicCredentialsGoWithTheFirstRequest() {
    wire.server.stubFor(get(Wire.SITE).willReturn(Wire.ok(Wire.rows())));
    wire.service(
            new Authentication.Basic("svc", () -> new Secret("p\u00e4ss".toCharArray())),
            Wire.PATIENT,
            wire.address())
        .list(SITES);
    wire.server.verify(
        1,
        getRequestedFor(urlEqualTo(Wire.SITE))
            .withHeader("Authorization", equalTo("Basic c3ZjOnDDpHNz")));
  }

  @Test
  void metadataIsReadOnce() {
    wire.server.stubFor(
        get("/AdminService/wmi/$metadata")
            .willReturn(
                WireMock.aResponse()
                    .withHeader("Content-Type", "application/xml")
                    .withBody(CapabilitiesTest.METADATA)));
    assertThat(service.capabilities().offers("SMS_Collection.RequestRefresh")).isTrue();
    service.capabilities().require("SMS_Identification");
    wire.server.verify(1, getRequestedFor(urlEqualTo("/AdminService/wmi/$metadata")));
  }

  @Test
  void onceTheMetadataIsReadPropertiesAreSpelledAsInIt() {
    wire.server.stubFor(any(anyUrl()).willReturn(Wire.ok(Wire.rows())));
    wire.server.stubFor(
        get("/AdminService/wmi/$metadata")
            .willReturn(
                WireMock.aResponse()
                    .withHeader("Content-Type", "application/xml")
                    .withBody(CapabilitiesTest.METADATA)));
    ODataQuery query =
        ODataQuery.of("SMS_Collection")
            .keys("CollectionId")
            .select("COMMENT", "Unknown")
            .where(ODataFilter.equal("comment", "comment"));
    service.list(query);
    service.capabilities();
    service.list(query);
    service.put("SMS_Collection", ObjectKey.of("A"), wire.object("{\"COMMENT\":\"COMMENT\"}"));
    service.invoke(
        "SMS_Collection",
        ObjectKey.of("A"),
        "AddMembershipRule",
        wire.object(
            "{\"comment\":{\"@odata.type\":\"#AdminService.SMS_CollectionRule\",\"rulename\":\"x\"}}"));
    String address = "/AdminService/wmi/SMS_Collection";
    wire.server.verify(
        1,
        getRequestedFor(
            urlEqualTo(
                address
                    + "?$select=CollectionId,COMMENT,Unknown&$filter=comment%20eq%20'comment'")));
    wire.server.verify(
        1,
        getRequestedFor(
            urlEqualTo(
                address
                    + "?$select=CollectionID,Comment,Unknown&$filter=Comment%20eq%20'comment'")));
    wire.server.verify(
        putRequestedFor(urlEqualTo(address + "('A')"))
            .withRequestBody(equalToJson("{\"Comment\":\"COMMENT\"}")));
    wire.server.verify(
        postRequestedFor(urlEqualTo(address + "('A')/AdminService.AddMembershipRule"))
            .withRequestBody(
                equalToJson(
                    "{\"comment\":{\"@odata.type\":\"#AdminService.SMS_CollectionRule\",\"RuleName\":\"x\"}}")));
  }
}
