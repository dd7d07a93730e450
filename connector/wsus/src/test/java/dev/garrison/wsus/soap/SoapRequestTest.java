package dev.garrison.wsus.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.wsus.soap.SoapValue.Guid;
import dev.garrison.wsus.soap.SoapValue.Many;
import dev.garrison.wsus.soap.SoapValue.Parts;
import dev.garrison.wsus.soap.SoapValue.Text;
import dev.garrison.wsus.soap.SoapValue.Time;
import dev.garrison.wsus.soap.SoapValue.Truth;
import dev.garrison.wsus.soap.SoapValue.Whole;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SoapRequestTest {
  private static final Contract CONTRACT = Contract.load();
  private static final UUID UPDATE = UUID.fromString("0A1B2C3D-0000-4000-8000-00000000000F");
  private static final UUID GROUP = UUID.fromString("b73ca6ed-5727-47f3-84de-015e03f6a88a");

  private static Map<String, SoapValue> approval() {
    return new HashMap<>(
        Map.of(
            "isAssigned", new Truth(true),
            "adminName", new Text("CONTOSO\\svc & <Garrison>"),
            "deadline", Time.of(Instant.parse("9999-12-31T23:59:59.997Z")),
            "targetGroupId", new Guid(GROUP),
            "deploymentAction", new Whole(0),
            "updateId",
                new Parts(Map.of("RevisionNumber", new Whole(200), "UpdateId", new Guid(UPDATE)))));
  }

  private static SoapRequest deploy(Map<String, SoapValue> arguments) {
    return SoapRequest.of(CONTRACT, "ExecuteSPDeployUpdate1", arguments);
  }

  @Test
  void elementsComeInTheContractsOrderAndInItsNamespace() {
    assertThat(deploy(approval()).envelope())
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                + "<Envelope xmlns=\"http://schemas.xmlsoap.org/soap/envelope/\"><Body>"
                + "<ExecuteSPDeployUpdate1 xmlns=\"http://www.microsoft.com/SoftwareDistribution"
                + "/Server/ApiRemotingWebService\"><updateId>"
                + "<UpdateId>0a1b2c3d-0000-4000-8000-00000000000f</UpdateId>"
                + "<RevisionNumber>200</RevisionNumber></updateId>"
                + "<deploymentAction>0</deploymentAction>"
                + "<targetGroupId>b73ca6ed-5727-47f3-84de-015e03f6a88a</targetGroupId>"
                + "<deadline>9999-12-31T23:59:59.997</deadline>"
                + "<adminName>CONTOSO\\svc &amp; &lt;Garrison&gt;</adminName>"
                + "<isAssigned>true</isAssigned></ExecuteSPDeployUpdate1></Body></Envelope>");
  }

  @Test
  void theHeaderNamesTheOperationInQuotes() {
    assertThat(deploy(approval()).operation().action())
        .isEqualTo(
            "\"http://www.microsoft.com/SoftwareDistribution/Server/ApiRemotingWebService"
                + "/ExecuteSPDeployUpdate1\"");
  }

  @Test
  void aListRepeatsItsElement() {
    assertThat(
            SoapRequest.of(
                    CONTRACT,
                    "SetSubscription",
                    Map.of(
                        "categoryIds", new Many(List.of(new Guid(GROUP), new Guid(UPDATE))),
                        "updateClassificationIds", new Many(List.of()),
                        "userName", new Text("")))
                .envelope())
        .contains(
            "<categoryIds><guid>b73ca6ed-5727-47f3-84de-015e03f6a88a</guid>"
                + "<guid>0a1b2c3d-0000-4000-8000-00000000000f</guid></categoryIds>"
                + "<updateClassificationIds/><userName/>");
  }

  @Test
  void aTimeIsUtcWithoutAZoneAndKeepsWhatDotNetKnows() {
    assertThat(Time.of(Instant.parse("2026-11-25T01:02:03Z")).text())
        .isEqualTo("2026-11-25T01:02:03.000");
    assertThat(Time.of(Instant.parse("2026-11-25T01:02:03.1234567Z")).text())
        .isEqualTo("2026-11-25T01:02:03.1234567");
  }

  @Test
  void aMisspeltArgumentIsNotSent() {
    Map<String, SoapValue> arguments = approval();
    arguments.put("IsAssigned", arguments.remove("isAssigned"));
    assertThatThrownBy(() -> deploy(arguments))
        .hasMessage("ExecuteSPDeployUpdate1: isAssigned is missing");
    arguments.put("isAssigned", new Truth(true));
    assertThatThrownBy(() -> deploy(arguments))
        .hasMessage("ExecuteSPDeployUpdate1: [IsAssigned] is not known");
  }

  @Test
  void aMissingPartOfAnObjectIsNotSent() {
    Map<String, SoapValue> arguments = approval();
    arguments.put("updateId", new Parts(Map.of("UpdateId", new Guid(UPDATE))));
    assertThatThrownBy(() -> deploy(arguments))
        .hasMessage("ExecuteSPDeployUpdate1: RevisionNumber is missing");
  }

  @Test
  void aValueOfAnotherTypeIsNotSent() {
    Map<String, SoapValue> arguments = approval();
    arguments.put("deploymentAction", new Text("0"));
    assertThatThrownBy(() -> deploy(arguments))
        .hasMessage("ExecuteSPDeployUpdate1: deploymentAction is not of type int");
    arguments.put("deploymentAction", new Whole(1L << 32));
    assertThatThrownBy(() -> deploy(arguments))
        .hasMessage("ExecuteSPDeployUpdate1: deploymentAction is not of type int");
    arguments.put("deploymentAction", new Many(List.of()));
    assertThatThrownBy(() -> deploy(arguments))
        .hasMessage("ExecuteSPDeployUpdate1: deploymentAction is not of type int");
  }

  @Test
  void anOperationOutsideTheContractCannotBeNamed() {
    assertThatThrownBy(
            () -> SoapRequest.of(CONTRACT, "ExecuteSPDeclineSupersededUpdates", Map.of()))
        .hasMessage("ExecuteSPDeclineSupersededUpdates is not an operation that Garrison may call");
  }

  @Test
  void whatXmlCannotCarryIsNoText() {
    assertThatThrownBy(() -> new Text("a\u0000b")).hasMessage("a text that XML cannot carry");
  }

  @Test
  void onlySixOperationsOfTheContractWrite() {
    assertThat(
            CONTRACT.operations().stream()
                .filter(Contract.Operation::isWrite)
                .map(Contract.Operation::name)
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            "ExecuteSPDeployUpdate1",
            "ExecuteSPDeleteDeployment",
            "ExecuteSPDeclineUpdate",
            "ExecuteSPAcceptEula",
            "SetSubscription",
            "StartSubscriptionManually");
  }

  @Test
  void nothingThatIsNamedLikeAReadWrites() {
    assertThat(
            CONTRACT.operations().stream()
                .filter(operation -> !operation.isWrite())
                .map(Contract.Operation::name))
        .allMatch(name -> name.matches("(?:ExecuteSP)?(?:Get|Search|SimpleSearch)\\w+"));
  }
}
