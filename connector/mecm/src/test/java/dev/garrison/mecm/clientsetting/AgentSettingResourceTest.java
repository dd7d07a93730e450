package dev.garrison.mecm.clientsetting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.mecm.adminservice.FakeAdminService;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The client setting that a person made, and what is said of it. */
final class AgentSettingResourceTest {
  private static final String WITHOUT_SCEP =
      "InstallSCEPClient is No: it isn't verified that clients install the MDE client without it";
  private static final Address ADDRESS = AgentSetting.address("MDE agent");
  private static final String UNREADABLE =
      "agent-setting/MDE agent exists, but Garrison can't interpret its properties: %s Check the object in the console, or delete it there if it isn't needed. No changes were made. [OBJECT_UNREADABLE GAR-0504]";

  private final FakeAdminService site =
      new FakeAdminService()
          .table("SMS_ClientSettings", "SettingsID")
          .table("SMS_ClientSettingsAssignment", "ClientSettingsID", "CollectionID");

  private static ObjectNode part() {
    return FakeAdminService.object(
        "AgentID",
        20,
        "EnableEP",
        true,
        "InstallSCEPClient",
        false,
        "OverrideMaintenanceWindow",
        false,
        "Remove3rdParty",
        false,
        "SuppressReboot",
        true,
        "@odata.type",
        1,
        "__x",
        2,
        "MdeAgent",
        3);
  }

  private ObjectNode setting(int id, String name, ObjectNode... parts) {
    return site.add(
        "SMS_ClientSettings",
        "SettingsID",
        id,
        "Name",
        name,
        "Type",
        1,
        "Priority",
        id,
        "Enabled",
        true,
        "AgentConfigurations",
        List.of(parts));
  }

  private static Wanted<AgentSetting> wanted() {
    return Wanted.present(ADDRESS, AgentSetting.careful("MDE agent"));
  }

  private Proposal propose(OptionalLong agent) {
    return propose(new AgentSettingResource(site, agent), wanted());
  }

  private Proposal propose() {
    return propose(OptionalLong.of(3));
  }

  private static <S extends Record> Proposal propose(ResourceType<S> type, Wanted<S> wanted) {
    Observation<S> seen =
        type.observe(List.of(wanted), new Resolved(), Scope.WANTED).of(wanted.address());
    return type.propose(wanted, seen);
  }

  private static String refusal(Proposal proposal) {
    return ((Proposal.Refused) proposal).diagnostic().toString();
  }

  @Test
  void oneThatIsCarefulAndBringsTheStatedAgentIsWell() {
    setting(5, "mde AGENT", part());
    assertThat(propose())
        .isEqualTo(
            new Proposal.Proposed(Action.NO_OP, "installs the agent: MdeAgent 3")
                .withNotes(List.of(WITHOUT_SCEP)));
  }

  @Test
  void oneThatInstallsScepIsAcceptedAndSaysWhatIsNotProven() {
    setting(5, "MDE agent", part().put("InstallSCEPClient", true));
    assertThat(propose())
        .isEqualTo(
            new Proposal.Proposed(Action.NO_OP, "installs the agent: MdeAgent 3")
                .withNotes(
                    List.of(
                        "InstallSCEPClient is Yes: Windows Server 2012 R2 may also get System Center Endpoint Protection; this isn't verified")));
  }

  @Test
  void aPersonMakesOneThatIsNotThere() {
    assertThat(propose())
        .isInstanceOfSatisfying(
            Proposal.Proposed.class,
            manual -> {
              assertThat(manual.action()).isEqualTo(Action.MANUAL);
              assertThat(manual.step().orElseThrow().powershell())
                  .isEqualTo("New-GarrisonClientSetting -Name 'MDE agent'");
            });
    assertThat(
            propose(
                new AgentSettingResource(site, OptionalLong.empty()),
                new Wanted<>(ADDRESS, new Desired.Absent<>("x"))))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "created and removed manually only"));
  }

  static Stream<Arguments> deviations() {
    return Stream.of(
        deviation(part -> part.put("EnableEP", false), "EnableEP false instead of true"),
        deviation(
            part -> part.put("OverrideMaintenanceWindow", true).remove("SuppressReboot"),
            "OverrideMaintenanceWindow true instead of false, SuppressReboot false instead of"
                + " true"));
  }

  private static Arguments deviation(Consumer<ObjectNode> change, String words) {
    return Arguments.of(change, words);
  }

  @ParameterizedTest
  @MethodSource("deviations")
  void oneThatDoesMoreIsRefused(Consumer<ObjectNode> change, String words) {
    ObjectNode part = part();
    change.accept(part);
    setting(5, "MDE agent", part);
    assertThat(refusal(propose()))
        .isEqualTo(
            "The client setting \"MDE agent\" has these deviations: %s. Change the values in the console (Administration > Client Settings > MDE agent > Endpoint Protection). Otherwise, clients apply them immediately, on all servers. [AGENT_SETTING_WRONG GAR-0275]"
                .formatted(words));
  }

  @Test
  void anAgentThatNobodyStatedIsNotGuessed() {
    setting(5, "MDE agent", part());
    assertThat(refusal(propose(OptionalLong.empty())))
        .isEqualTo(
            "The client setting \"MDE agent\" has MdeAgent 3. The number for the MDE client isn't public. If the console shows \"MDE Client (recommended)\" for this setting, set \"rollout.defenderAgent: 3\". [AGENT_NOT_STATED GAR-0276]");
    assertThat(refusal(propose(OptionalLong.of(4))))
        .isEqualTo(
            "The client setting \"MDE agent\" has MdeAgent 3, but the manifest has 4 for the MDE client. Select the MDE client in the console, or correct \"rollout.defenderAgent\". [AGENT_SETTING_WRONG GAR-0275]");
  }

  @Test
  void onePartThatIsNotUnderstoodIsNotJudged() {
    setting(5, "MDE agent");
    assertThat(refusal(propose()))
        .isEqualTo(
            UNREADABLE.formatted("The site shows no Endpoint Protection part of the setting."));
    site.clear("SMS_ClientSettings");
    setting(5, "MDE agent", part().put("Other", 7));
    assertThat(refusal(propose(OptionalLong.of(4))))
        .isEqualTo(
            UNREADABLE.formatted(
                "The Endpoint Protection part of the setting has several undocumented properties:"
                    + " MdeAgent 3, Other 7."));
  }

  @Test
  void anAgentThatTheSiteDoesNotShowIsLeftToThePerson() {
    setting(5, "MDE agent", part().without("MdeAgent"));
    assertThat(propose())
        .isEqualTo(
            new Proposal.Proposed(
                    Action.NO_OP,
                    "the agent that the setting installs isn't visible: check in the console that it is the MDE client")
                .withNotes(List.of(WITHOUT_SCEP)));
  }

  @Test
  void ofSeveralPropertiesTheNumberInTheManifestDecides() {
    setting(5, "MDE agent", part().put("Other", 7));
    assertThat(propose(OptionalLong.of(7)))
        .isEqualTo(
            new Proposal.Proposed(Action.NO_OP, "installs the agent: Other 7")
                .withNotes(List.of(WITHOUT_SCEP)));
  }

  @Test
  void severalOfOneNameAreNotChosenBetween() {
    setting(5, "MDE agent", part());
    setting(6, "mde agent", part());
    assertThat(refusal(propose())).contains("SettingsID 5, SettingsID 6", "GAR-0503");
  }

  private void assigned(int setting, String collection) {
    site.add(
        "SMS_ClientSettingsAssignment", "ClientSettingsID", setting, "CollectionID", collection);
  }

  @Test
  void oneThatIsOutrankedOnAllSystemsIsRefused() {
    setting(5, "MDE agent", part());
    setting(4, "Better", part());
    assigned(4, "SMS00001");
    assertThat(refusal(propose()))
        .isEqualTo(
            "The client setting \"Better\" has a higher priority, also configures Endpoint Protection, and is assigned to All Systems. On every server, this client setting overrides the others. Give \"MDE agent\" a higher priority in the console (Administration > Client Settings)."
                + " [AGENT_SETTING_OUTRANKED GAR-0277]");
  }

  @Test
  void oneThatIsOutrankedElsewhereSaysWhere() {
    setting(5, "MDE agent", part());
    setting(4, "Better", part());
    setting(3, "Off", part()).put("Enabled", false);
    setting(2, "Power", FakeAdminService.object("AgentID", 15));
    setting(6, "Worse", part());
    for (int id : new int[] {2, 3, 4, 5, 6}) {
      assigned(id, "PS10001" + id);
    }
    assertThat(propose())
        .isEqualTo(
            new Proposal.Proposed(Action.NO_OP, "installs the agent: MdeAgent 3")
                .withNotes(
                    List.of(
                        WITHOUT_SCEP,
                        "client setting \"Better\" also configures Endpoint Protection and takes precedence on the servers of PS100014")));
  }

  private Proposal scep() {
    return propose(
        new EndpointProtectionSettingResource(site),
        Wanted.present(
            EndpointProtectionSetting.address(), EndpointProtectionSetting.withoutScep()));
  }

  @Test
  void aSettingThatInstallsScepIsSwitchedOffByAPerson() {
    setting(5, "It's old", part().put("InstallSCEPClient", true));
    setting(6, "Off", part().put("InstallSCEPClient", true).put("EnableEP", false));
    assertThat(scep())
        .isInstanceOfSatisfying(
            Proposal.Proposed.class,
            manual -> {
              assertThat(manual.action()).isEqualTo(Action.MANUAL);
              assertThat(manual.summary())
                  .isEqualTo("these client settings still install SCEP: It's old");
              assertThat(manual.step().orElseThrow().powershell())
                  .isEqualTo(
                      "Set-CMClientSettingEndpointProtection -Name 'It''s old'"
                          + " -InstallEndpointProtectionClient $false");
            });
  }

  @Test
  void aSettingThatDoesNotShowItsPartsIsNotSaidToBeWell() {
    setting(5, "MDE agent", part());
    assertThat(scep())
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "no client setting installs SCEP"));
    setting(6, "Dark");
    assertThat(scep())
        .isEqualTo(
            new Proposal.Proposed(Action.NO_OP, "no visible client setting installs SCEP")
                .withNotes(
                    List.of(
                        "client setting \"Dark\" doesn't show its parts: check in the console whether the setting installs SCEP")));
  }
}
