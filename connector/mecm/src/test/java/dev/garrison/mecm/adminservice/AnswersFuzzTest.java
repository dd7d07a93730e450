package dev.garrison.mecm.adminservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.connection.HttpAnswer;
import dev.garrison.fuzz.FuzzRun;
import dev.garrison.fuzz.Mutator;
import dev.garrison.fuzz.Sample;
import dev.garrison.json.Json;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import dev.garrison.xml.HardenedXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Damaged answers of a site end in a value or in an {@link AnswerFailure}, never in the exception
 * that says that the connection failed; see {@link FuzzRun} for long runs.
 */
final class AnswersFuzzTest {
  private static final String LIST =
      """
      {"@odata.context":"https://cm01/AdminService/wmi/$metadata#SMS_Collection","value":[
       {"CollectionID":"PS100012","MemberCount":25,"Comment":"t\u00e4xt","LastChangeTime":"2026-11-24T21:07:33Z",
        "IsBuiltIn":false,"CollectionRules":[{"@odata.type":"#AdminService.SMS_CollectionRuleQuery","QueryID":1}]},
       {"CollectionID":"PS100013","MemberCount":0,"Comment":null,"LastChangeTime":"1980-01-01T00:00:00Z"}],
       "@odata.nextLink":"https://cm01/AdminService/wmi/SMS_Collection?$skiptoken=2"}
      """;
  private static final String KEYED =
      """
      {"@odata.context":"x","value":[{"CI_ID":16777230,"SDMPackageXML":"<AppMgmtDigest/>","tags":["a","b"]}]}
      """;
  private static final String ERROR =
      """
      {"error":{"code":"403","message":"Access denied. The object is locked (SEDO).","innererror":{"x":[1]}}}
      """;
  private static final String METHOD = "{\"@odata.context\":\"x\",\"ReturnValue\":0,\"SiteID\":7}";

  private final Json json = new Json();

  @Test
  void aDamagedListEndsInRowsOrInAFailure() {
    new FuzzRun("list", Mutator.json(List.of(Sample.json(LIST), Sample.json(ERROR))))
        .check("rows", this::list);
  }

  private String list(byte[] input) throws IOException {
    List<ObjectNode> rows = new ArrayList<>();
    try {
      new RowStream(json, ODataQuery.of("SMS_Collection"), rows::add).read(answer(200, input));
    } catch (AnswerFailure e) {
      return failed(e);
    } finally {
      rows.forEach(AnswersFuzzTest::read);
    }
    return "rows";
  }

  /** As the resources read rows. */
  private static void read(ObjectNode node) {
    Row row = new Row(node);
    for (String name : List.of("CollectionID", "MemberCount", "LastChangeTime", "IsBuiltIn")) {
      assertThat(row.text(name)).isNotNull();
      assertThat(row.number(name)).isNotNull();
      assertThat(row.time(name)).isNotNull();
      assertThat(row.texts(name)).hasSameSizeAs(row.numbers(name));
    }
    row.rows("CollectionRules").forEach(rule -> assertThat(rule.odataClass()).isNotNull());
  }

  @Test
  void aDamagedObjectEndsInAValueOrInAFailure() {
    List<Sample> samples = List.of(Sample.json(KEYED), Sample.json(METHOD), Sample.json(ERROR));
    new FuzzRun("object", Mutator.json(samples)).check("object", this::object);
  }

  private String object(byte[] input) throws IOException {
    JsonAnswer answers = new JsonAnswer(json);
    try {
      answers.keyed(answer(200, input)).ifPresent(AnswersFuzzTest::read);
    } catch (AnswerFailure e) {
      failed(e);
    }
    try {
      read(answers.outParameters(answer(200, input)));
      return "object";
    } catch (AnswerFailure e) {
      return failed(e);
    }
  }

  @Test
  void aDamagedErrorEndsInAFailure() {
    new FuzzRun("error", Mutator.json(List.of(Sample.json(ERROR))))
        .check(
            "ACCESS_DENIED",
            input -> failed(new ErrorAnswer(json, Clock.systemUTC()).of(answer(500, input), true)));
  }

  @Test
  void damagedMetadataEndInCapabilitiesOrInAFailure() {
    Mutator mutator =
        new Mutator(
            List.of(Sample.xml(CapabilitiesTest.METADATA)),
            List.of(
                "<",
                ">",
                "/>",
                "\"",
                "&#0;",
                "&x;",
                "<!--",
                "-->",
                "<![CDATA[",
                "<!DOCTYPE a>",
                "xmlns=\"\"",
                "encoding=\"utf-16\"",
                "encoding=\"x\"",
                "version=\"9.9\"",
                "Name=\"A\"",
                "BaseType=\"AdminService.SMS_Collection\"",
                "Collection(",
                "Collection()",
                "."),
            "<EntityType>",
            "</EntityType>");
    new FuzzRun("metadata", mutator).check("capabilities", this::metadata);
  }

  private String metadata(byte[] input) throws IOException {
    try {
      Capabilities capabilities = new MetadataXml(new HardenedXml()).read(answer(200, input));
      capabilities.offers("SMS_Collection.RequestRefresh");
      assertThat(capabilities.properties("SMS_Collection")).isNotNull();
      return "capabilities";
    } catch (AnswerFailure e) {
      return failed(e);
    }
  }

  private static String failed(AnswerFailure failure) {
    assertThat(failure.getMessage()).isNotBlank();
    return failure.kind().name();
  }

  private static HttpAnswer answer(int status, byte[] body) {
    return new HttpAnswer(status, "application/json", new ByteArrayInputStream(body));
  }
}
