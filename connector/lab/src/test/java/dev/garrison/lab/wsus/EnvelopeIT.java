package dev.garrison.lab.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@Tag("first")
final class EnvelopeIT {
  private final RawUpdateServer wsus = RawUpdateServer.start();

  @AfterEach
  void stop() {
    wsus.close();
  }

  private String refusal(String operation, String parameters) throws Exception {
    SoapReply reply = wsus.call(operation, parameters);
    assertThat(reply.status()).isEqualTo(500);
    return reply.faultString();
  }

  @Test
  void anAnswerIsResponseAndResultInTheNamespace() throws Exception {
    SoapReply reply = wsus.call("GetServerVersion", "");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.value("GetServerVersionResult")).isEqualTo("10.0.20348.2849");
    assertThat(reply.element("GetServerVersionResponse").getNamespaceURI())
        .isEqualTo(RawUpdateServer.NAMESPACE);
    assertThat(wsus.server().calls().violations()).isEmpty();
    assertThat(wsus.server().calls().operations()).containsExactly("GetServerVersion");
  }

  @Test
  void pathsHaveNoCaseAndSoapActionMayBeMissing() throws Exception {
    URI address = URI.create(wsus.server().url() + "/apiremoting30/webservice.asmx");
    SoapReply reply =
        wsus.send(
            RawUpdateServer.post(
                address,
                RawUpdateServer.envelope(RawUpdateServer.element("GetServerVersion", ""))));

    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void aMisspeltElementIsRefusedWhereARealServerWouldInstall() throws Exception {
    String parameters =
        RawUpdateServer.approval(wsus.update("10.8798"), 200, wsus.group("Pilot servers"));

    assertThat(
            refusal(
                "ExecuteSPDeployUpdate1",
                parameters.replace("deploymentAction", "DeploymentAction")))
        .isEqualTo(
            "The request does not fit the contract: ExecuteSPDeployUpdate1:"
                + " ExecuteSPDeployUpdate1/deploymentAction is missing; 'DeploymentAction' comes in"
                + " its place");
    assertThat(wsus.server().calls().violations())
        .containsExactly(
            "ExecuteSPDeployUpdate1: ExecuteSPDeployUpdate1/deploymentAction is missing;"
                + " 'DeploymentAction' comes in its place");
    assertThat(wsus.server().calls().writes().getFirst().outcome())
        .isEqualTo(ServedCall.Outcome.VIOLATION);
  }

  @Test
  void whatDoesNotFitIsSaid() throws Exception {
    String wrong = "The request does not fit the contract: ";
    assertThat(refusal("GetServerVersions", ""))
        .isEqualTo(wrong + "GetServerVersions: there is no operation 'GetServerVersions'");
    assertThat(refusal("Ping", "<pingLevel>one</pingLevel>"))
        .isEqualTo(wrong + "Ping: Ping/pingLevel is 'one', which is no int");
    assertThat(refusal("Ping", "<pingLevel>1</pingLevel><more/>"))
        .isEqualTo(wrong + "Ping: Ping has no element 'more'");
    assertThat(refusal("Ping", "")).isEqualTo(wrong + "Ping: Ping/pingLevel is missing");
    assertThat(refusal("Ping", "<pingLevel xmlns=\"\">1</pingLevel>"))
        .isEqualTo(wrong + "Ping: Ping/pingLevel is in namespace ''");
    assertThat(
            refusal(
                "ExecuteSPGetUpdateById",
                RawUpdateServer.key("id", RawUpdateServer.ALL_COMPUTERS, 1)
                    + "<preferredCulture>en</preferredCulture>"))
        .isEqualTo(
            wrong
                + "ExecuteSPGetUpdateById: ExecuteSPGetUpdateById/preferredCulture is out of order");
    assertThat(
            refusal(
                "ExecuteSPGetComputersNotContactedSinceCount",
                "<fromDate>2026-01-01T00:00:00+01:00</fromDate>"))
        .isEqualTo(
            wrong
                + "ExecuteSPGetComputersNotContactedSinceCount:"
                + " ExecuteSPGetComputersNotContactedSinceCount/fromDate is"
                + " '2026-01-01T00:00:00+01:00', which is no dateTime in UTC (no offset)");
  }

  @Test
  void aWrongSoapActionOrLabelIsRefused() throws Exception {
    String envelope = RawUpdateServer.envelope(RawUpdateServer.element("GetServerVersion", ""));
    HttpRequest.Builder unquoted =
        RawUpdateServer.post(wsus.server().service(), envelope)
            .header("SOAPAction", RawUpdateServer.NAMESPACE + "/GetServerVersion");
    HttpRequest.Builder unlabelled =
        HttpRequest.newBuilder(wsus.server().service())
            .header("Content-Type", "application/soap+xml")
            .POST(HttpRequest.BodyPublishers.ofString(envelope));

    assertThat(wsus.send(unquoted).faultString()).contains("SOAPAction is http").contains("wanted");
    assertThat(wsus.send(unlabelled).faultString())
        .contains("Content-Type is 'application/soap+xml'");
  }

  @Test
  void anOperationThatIsNotCarriedOutIsAFaultAndIsNoted() throws Exception {
    SoapReply reply = wsus.call("StopWSUSService", "");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.faultString())
        .isEqualTo(
            "System.Web.Services.Protocols.SoapException: Server was unable to process request."
                + " ---> System.NotSupportedException: StopWSUSService is not carried out by the"
                + " stand-in.");
    assertThat(wsus.server().calls().notCarriedOut()).containsExactly("StopWSUSService");
  }

  @Test
  void aBusinessFaultHasTheExceptionInItsDetail() throws Exception {
    SoapReply reply =
        wsus.call(
            "ExecuteSPGetRevisions", "<updateId>" + RawUpdateServer.ALL_COMPUTERS + "</updateId>");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.exception("Type"))
        .isEqualTo("Microsoft.UpdateServices.Administration.WsusObjectNotFoundException");
    assertThat(reply.exception("Message")).isEqualTo("The specified update cannot be found.");
    assertThat(reply.exception("Assembly")).startsWith("Microsoft.UpdateServices.Administration,");
  }

  @Test
  void theDescriptionNamesAllOperationsInOrder() throws Exception {
    SoapReply reply =
        wsus.send(HttpRequest.newBuilder(URI.create(wsus.server().service() + "?WSDL")).GET());

    assertThat(reply.status()).isEqualTo(200);
    NodeList types = reply.document().getElementsByTagNameNS("*", "portType");
    assertThat(SoapReply.children(types.item(0))).hasSize(172);
    NodeList elements =
        reply.document().getElementsByTagNameNS("http://www.w3.org/2001/XMLSchema", "element");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      if (element.getAttribute("name").equals("ExecuteSPDeployUpdate1")) {
        Element sequence = SoapReply.children(SoapReply.children(element).getFirst()).getFirst();
        assertThat(SoapReply.children(sequence).stream().map(e -> e.getAttribute("name")))
            .containsExactlyElementsOf(
                List.of(
                    "updateId",
                    "deploymentAction",
                    "targetGroupId",
                    "deadline",
                    "adminName",
                    "isAssigned"));
        assertThat(SoapReply.children(sequence).get(2).getAttribute("type")).isEqualTo("s1:guid");
        return;
      }
    }
    throw new AssertionError("no ExecuteSPDeployUpdate1");
  }
}
