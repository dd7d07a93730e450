package dev.garrison.lab.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Microsoft's own administration client makes, fills and deletes groups of the lab. */
@Tag("first")
final class MicrosoftGroupsIT {
  private final RawUpdateServer wsus = RawUpdateServer.start();
  private final MicrosoftClient microsoft = new MicrosoftClient(wsus);
  private final String group = wsus.group("Pilot servers");

  @AfterEach
  void nothingWasAViolationOfTheContract() {
    assertThat(wsus.server().calls().violations()).isEmpty();
    microsoft.close();
    wsus.close();
  }

  @Test
  void aGroupIsMadeFilledEmptiedAndDeleted() throws Exception {
    String parameters = "<name>Branch</name><parentGroupId>%s</parentGroupId>".formatted(group);
    SoapReply made = microsoft.call("ExecuteSPCreateTargetGroup1", parameters);
    Element row = made.element("ExecuteSPCreateTargetGroup1Result");
    MicrosoftClient.cast(List.of(row), "string string guid - - guid");
    assertThat(SoapReply.row(row)).containsSubsequence("Computers", "Branch", group);
    assertThat(microsoft.attempt("ExecuteSPCreateTargetGroup1", parameters).exception("Type"))
        .isEqualTo("Microsoft.UpdateServices.Administration.WsusObjectAlreadyExistsException");

    String branch = SoapReply.row(row).get(2);
    String computer = wsus.server().look(state -> state.computers().keySet().iterator().next());
    String both =
        "<targetGroupId>%s</targetGroupId><computerId>%s</computerId>".formatted(branch, computer);
    microsoft.call("ExecuteSPAddComputerToTargetGroupAllowMultipleGroups", both);
    assertThat(inBranch(branch)).containsExactly(computer);
    microsoft.call("ExecuteSPRemoveComputerFromTargetGroup", both);
    assertThat(inBranch(branch)).isEmpty();
    microsoft.call(
        "ExecuteSPDeleteTargetGroup",
        "<id>%s</id><adminName>CONTOSO\\jdoe</adminName><failIfReplica>true</failIfReplica>"
            .formatted(branch));
    assertThat(
            microsoft
                .attempt("ExecuteSPGetTargetGroupById", "<id>%s</id>".formatted(branch))
                .exception("Message"))
        .isEqualTo("The target group for this deployment could not be found.");
  }

  private List<String> inBranch(String branch) throws Exception {
    Element sets =
        microsoft
            .call(
                "ExecuteSPGetComputersInTargetGroup",
                "<targetGroupId>%s</targetGroupId><includeSubgroups>false</includeSubgroups>"
                    .formatted(branch))
            .element("ExecuteSPGetComputersInTargetGroupResult");
    return SoapReply.rows(SoapReply.children(sets).getFirst()).stream()
        .map(List::getFirst)
        .toList();
  }
}
