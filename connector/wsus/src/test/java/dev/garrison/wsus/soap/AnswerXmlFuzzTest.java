package dev.garrison.wsus.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fuzz.FuzzRun;
import dev.garrison.fuzz.Mutator;
import dev.garrison.fuzz.Sample;
import dev.garrison.language.Text;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.ApprovalRule;
import dev.garrison.wsus.model.CatalogueRows;
import dev.garrison.wsus.model.Columns;
import dev.garrison.wsus.model.FoundUpdates;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.xml.HardenedXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Damaged answers of a WSUS server end in a value, a fault or a {@link SoapFormatException}, never
 * in the exception that says that the connection failed; see {@link FuzzRun} for long runs.
 */
final class AnswerXmlFuzzTest {
  private static final List<String> WORDS =
      List.of(
          "<",
          ">",
          "/>",
          "\"",
          "&#0;",
          "&#xD800;",
          "&x;",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<?x?>",
          "<!DOCTYPE a>",
          "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
          "xmlns=\"\"",
          "xmlns:xsd=\"urn:other\"",
          " xsi:nil=\"true\"",
          " xsi:type=\"xsd:string\"",
          " xsi:type=\"xsd:int\"",
          " xsi:type=\"xsd:dateTime\"",
          " xsi:type=\"q9:guid\"",
          " xsi:type=\":\"",
          "<anyType/>",
          "<Values/>",
          "99999999999",
          "-1",
          "9999-12-31T23:59:59.9999999",
          "+999999999-12-31T23:59:59+18:00",
          "2026-02-30T00:00:00",
          "0-0-0-0-0",
          "<soap:Fault/>",
          "<faultstring>---> System.Data.SqlClient.SqlException: x</faultstring>",
          "<detail><Exception Type=\".\" Message=\"\"/></detail>");

  private static final String ID =
      "<anyType xmlns:q1=\"http://microsoft.com/wsdl/types/\" xsi:type=\"q1:guid\">"
          + "0A1B2C3D-0000-4000-8000-00000000000f</anyType>";
  private static final String TIME =
      "<anyType xsi:type=\"xsd:dateTime\">2026-10-04T13:16:35.433</anyType>";
  private static final String NUMBER = "<anyType xsi:type=\"xsd:int\">7</anyType>";
  private static final String TRUTH = "<anyType xsi:type=\"xsd:boolean\">true</anyType>";
  private static final String TEXT =
      "<anyType xsi:type=\"xsd:string\">Update &amp; \u00fc</anyType>";
  private static final String NIL = "<anyType xsi:nil=\"true\"/>";

  private final AnswerXml answers = new AnswerXml(new HardenedXml());

  private static String answer(String operation, String result) {
    return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"><soap:Body><"
        + operation
        + "Response xmlns=\""
        + Contract.NAMESPACE
        + "\"><"
        + operation
        + "Result>"
        + result
        + "</"
        + operation
        + "Result></"
        + operation
        + "Response></soap:Body></soap:Envelope>";
  }

  private static String row(String... cells) {
    return "<GenericReadableRow><Values>"
        + String.join("", cells)
        + "</Values></GenericReadableRow>";
  }

  /** A row of the 37 columns of an update. */
  private static String update() {
    return row(
        ID, NUMBER, NUMBER, NUMBER, TRUTH, TRUTH, NUMBER, NUMBER, TRUTH, TRUTH, TRUTH, NUMBER,
        NUMBER, TRUTH, TRUTH, NUMBER, NUMBER, TIME, TRUTH, NUMBER, ID, TRUTH, TRUTH, TRUTH, TRUTH,
        TIME, TRUTH, NIL, NUMBER, TEXT, TEXT, NIL, TRUTH, TRUTH, TRUTH, TRUTH, NUMBER);
  }

  private static final String FAULT =
      "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
          + "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>Server was unable to process"
          + " request. ---&gt; System.InvalidOperationException: no</faultstring><detail><Exception"
          + " Type=\"Microsoft.UpdateServices.Administration.WsusObjectNotFoundException\""
          + " Message=\"not there\"/></detail></soap:Fault></soap:Body></soap:Envelope>";

  /** The answers, and how each is read. */
  private static Map<String, AnswerXml.Reader<?>> readers() {
    Map<String, AnswerXml.Reader<?>> readers = new LinkedHashMap<>();
    readers.put("ExecuteSPSearchUpdates", FoundUpdates::of);
    readers.put("ExecuteSPGetAllTargetGroups", CatalogueRows::groups);
    readers.put(
        "ExecuteSPGetDeployments", result -> result.rows(Columns.Approval.class, Approval::of));
    readers.put(
        "ExecuteSPSearchEventHistory",
        result -> result.tree().children().stream().map(SyncEvent::of).toList());
    readers.put("ExecuteSPGetConfiguration", result -> ServerConfiguration.of(result.tree()));
    readers.put(
        "GetAutomaticUpdateApprovalRules",
        result -> {
          result.parts((_, rule) -> assertThat(ApprovalRule.of(rule).name()).isNotNull());
          return true;
        });
    readers.put("GetCurrentUserRole", ResultXml::number);
    return readers;
  }

  private static List<String> samples() {
    return List.of(
        answer(
            "ExecuteSPSearchUpdates",
            "<minimalProperties>"
                + update()
                + update()
                + "</minimalProperties><localizedCategoryTitleRows>"
                + row(NUMBER, "<anyType xsi:type=\"xsd:string\">Product</anyType>", TEXT)
                + "</localizedCategoryTitleRows><kbArticles>"
                + row(NUMBER, TEXT)
                + "</kbArticles><bulletins/>"),
        answer(
            "ExecuteSPGetAllTargetGroups",
            row(TEXT, TEXT, ID, NUMBER, NUMBER, ID)
                + row(TEXT, TEXT, ID, NUMBER, NUMBER, NIL, NIL)),
        answer(
            "ExecuteSPGetDeployments",
            row(TIME, NUMBER, NUMBER, TIME, TIME, TEXT, ID, TRUTH, ID, NUMBER, ID)),
        answer(
            "ExecuteSPSearchEventHistory",
            "<EventHistoryTableRow><EventInstanceId>0a1b2c3d-0000-4000-8000-00000000000f"
                + "</EventInstanceId><EventId>386</EventId>"
                + "<TimeAtServer>2026-10-04T13:16:35.433</TimeAtServer><ReplacementStrings>"
                + "<string>WebException: no</string></ReplacementStrings></EventHistoryTableRow>"),
        answer(
            "ExecuteSPGetConfiguration",
            "<Configuration><ServerId>0a1b2c3d-0000-4000-8000-00000000000f</ServerId>"
                + "<SyncToMU>true</SyncToMU><UpstreamServerName/><ReplicaMode>0</ReplicaMode>"
                + "<OobeInitialized>1</OobeInitialized><AutoRefreshDeployments>true"
                + "</AutoRefreshDeployments><HostOnMu>false</HostOnMu>"
                + "<ServerPortNumber>8530</ServerPortNumber></Configuration>"),
        answer(
            "GetAutomaticUpdateApprovalRules",
            "<CompleteAutomaticUpdateApprovalRule><RuleRow><Id>1</Id><Enabled>true</Enabled>"
                + "<Action>0</Action><Name>Rule</Name></RuleRow><TargetGroupTableRows>"
                + row(TEXT, TEXT, ID, NUMBER, NUMBER, ID)
                + "</TargetGroupTableRows></CompleteAutomaticUpdateApprovalRule>"),
        answer("GetCurrentUserRole", "2"),
        FAULT);
  }

  @Test
  void everySampleIsRead() throws IOException {
    for (String sample : samples()) {
      assertThat(outcome(sample.getBytes(StandardCharsets.UTF_8)))
          .as(sample)
          .isIn("read", "fault WsusObjectNotFoundException");
    }
  }

  @Test
  void aDamagedAnswerEndsInAValueOrAFaultOrARefusal() {
    new FuzzRun(
            "soap", new Mutator(samples().stream().map(Sample::xml).toList(), WORDS, "<a>", "</a>"))
        .check("read", this::outcome);
  }

  private String outcome(byte[] input) throws IOException {
    String text = new String(input, StandardCharsets.UTF_8);
    String operation =
        readers().keySet().stream()
            .filter(name -> text.contains("<" + name + "Response"))
            .findFirst()
            .orElse("GetCurrentUserRole");
    return outcome(input, operation, Objects.requireNonNull(readers().get(operation)));
  }

  private <R> String outcome(byte[] input, String operation, AnswerXml.Reader<R> reader)
      throws IOException {
    try {
      answers.read(
          new ByteArrayInputStream(input),
          Contract.load().operation(operation),
          reader,
          () -> {
            throw new SoapFormatException(Text.of("soap.no-result"));
          });
      return "read";
    } catch (SoapFault fault) {
      assertThat(fault.text()).isNotBlank().hasSizeLessThan(400);
      return fault.type().equals("WsusObjectNotFoundException")
          ? "fault " + fault.type()
          : "another fault";
    } catch (SoapFormatException refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return "refused";
    }
  }
}
