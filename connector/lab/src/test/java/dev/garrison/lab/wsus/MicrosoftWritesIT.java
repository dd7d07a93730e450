package dev.garrison.lab.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Microsoft's own administration client changes what the lab holds. */
@Tag("first")
final class MicrosoftWritesIT {
  private static final String APPROVAL =
      "dateTime unsignedByte int dateTime dateTime string guid boolean guid int guid";
  private final RawUpdateServer wsus = RawUpdateServer.start();
  private final MicrosoftClient microsoft = new MicrosoftClient(wsus);
  private final String update = wsus.update("10.8798");
  private final String group = wsus.group("Pilot servers");

  @AfterEach
  void nothingWasAViolationOfTheContract() {
    assertThat(wsus.server().calls().violations()).isEmpty();
    microsoft.close();
    wsus.close();
  }

  private List<String> approve(String deadline, boolean assigned) throws Exception {
    SoapReply reply =
        microsoft.call(
            "ExecuteSPDeployUpdate1",
            MicrosoftClient.revision("updateId", update, 200)
                + "<deploymentAction>0</deploymentAction><targetGroupId>%s</targetGroupId>"
                    .formatted(group)
                + "<deadline>%s</deadline><adminName>CONTOSO\\jdoe</adminName>".formatted(deadline)
                + "<isAssigned>%s</isAssigned>".formatted(assigned));
    Element row = reply.element("ExecuteSPDeployUpdate1Result");
    MicrosoftClient.cast(List.of(row), APPROVAL);
    return SoapReply.row(row);
  }

  private List<List<String>> approvals() throws Exception {
    return microsoft
        .call(
            "ExecuteSPGetDeploymentsByUpdate2",
            MicrosoftClient.revision("id", update, 200)
                + "<targetGroupId>%s</targetGroupId>".formatted(group))
        .rows("ExecuteSPGetDeploymentsByUpdate2Result");
  }

  @Test
  void anApprovalWithoutADeadlineAndItsRemoval() throws Exception {
    List<String> made = approve(MicrosoftClient.END, true);

    assertThat(made.get(4)).startsWith("9999-12-31T23:59:59.997");
    assertThat(approvals()).containsExactly(made);
    microsoft.call(
        "ExecuteSPDeleteDeployment",
        "<id>%s</id><adminName>CONTOSO\\jdoe</adminName>".formatted(made.get(6)));
    assertThat(approvals()).isEmpty();
  }

  @Test
  void anApprovalWithADeadlineAndOneForOptionalInstallation() throws Exception {
    assertThat(approve("2026-12-01T20:00:00Z", true).get(4)).isEqualTo("2026-12-01T20:00:00");
    assertThat(approve(MicrosoftClient.END, false).get(7)).isEqualTo("false");
    assertThat(approvals()).hasSize(1);
    assertThat(
            microsoft
                .call(
                    "ExecuteSPGetUpdateCount",
                    MicrosoftClient.search(MicrosoftClient.updates(1, 1, "", "")))
                .value("ExecuteSPGetUpdateCountResult"))
        .isEqualTo("2");
  }

  @Test
  void aDecline() throws Exception {
    microsoft.call(
        "ExecuteSPDeclineUpdate",
        "<updateId>%s</updateId><adminName>CONTOSO\\jdoe</adminName>".formatted(update)
            + "<failIfReplica>true</failIfReplica>");

    assertThat(
            microsoft
                .call(
                    "ExecuteSPGetUpdateById",
                    "<preferredCulture>en</preferredCulture>"
                        + MicrosoftClient.revision("id", update, 0))
                .rows("minimalProperties"))
        .extracting(row -> row.get(22))
        .containsExactly("true");
  }
}
