package dev.garrison.mecm.clientsetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.FakeAdminService;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which client setting a collection of ours has, and the requests that change it. */
final class SettingAssignmentResourceTest {
  private static final Address COLLECTION = new Address("collection", "MDE pilot");
  private static final Address ADDRESS = SettingAssignment.address("MDE pilot");
  private static final String DELETE =
      "delete SMS_ClientSettingsAssignment(ClientSettingsID=5,CollectionID='PS100010')";
  private static final String CREATE =
      "create SMS_ClientSettingsAssignment {\"ClientSettingsID\":6,\"CollectionID\":\"PS100010\"}";

  private record There(String name) {}

  private final FakeAdminService site =
      new FakeAdminService()
          .table("SMS_ClientSettings", "SettingsID")
          .table("SMS_ClientSettingsAssignment", "ClientSettingsID", "CollectionID");
  private final Resolved ids = new Resolved();
  private final SettingAssignmentResource resource =
      new SettingAssignmentResource(site, new Json(), "collection");

  @BeforeEach
  void collectionAndSetting() {
    there(COLLECTION, "PS100010");
    there(AgentSetting.address("MDE agent"), "6");
  }

  private void there(Address address, String id) {
    ids.update(
        address, new Observation.Found<>(new There(address.name()), new Owner.Ours(), id, ""));
  }

  private ObjectNode setting(int id, String name) {
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
        List.of(FakeAdminService.object("AgentID", 20)));
  }

  private void assigned(int setting, String collection) {
    site.add(
        "SMS_ClientSettingsAssignment", "ClientSettingsID", setting, "CollectionID", collection);
  }

  private static Wanted<SettingAssignment> wanted() {
    return Wanted.present(ADDRESS, new SettingAssignment("MDE pilot", "MDE agent"));
  }

  private static Wanted<SettingAssignment> gone() {
    return new Wanted<>(ADDRESS, new Desired.Absent<>("no ring of this name"));
  }

  private Observation<SettingAssignment> seen(Wanted<SettingAssignment> wanted) {
    return resource.observe(List.of(wanted), ids, Scope.WANTED).of(ADDRESS);
  }

  private Action proposed(Wanted<SettingAssignment> wanted) {
    return ((Proposal.Proposed) resource.propose(wanted, seen(wanted))).action();
  }

  private Change<SettingAssignment> change(Action action, Wanted<SettingAssignment> wanted) {
    return new Change<>(action, wanted, seen(wanted));
  }

  private Outcome carryOut(Change<SettingAssignment> change) {
    return resource.carryOut(change, ids, Progress.silent());
  }

  @Test
  void aCollectionWithoutASettingIsGivenIt() {
    setting(6, "MDE agent");
    assigned(6, "PS100099");
    assertThat(seen(wanted())).isEqualTo(new Observation.Missing<>());
    assertThat(proposed(wanted())).isEqualTo(Action.CREATE);
    assertThat(carryOut(change(Action.CREATE, wanted()))).isEqualTo(new Outcome.Done());
    assertThat(site.writes()).containsExactly(CREATE);
  }

  @Test
  void aSettingWithoutEndpointProtectionAndOneForUsersAreLeftAlone() {
    setting(5, "Power").putArray("AgentConfigurations").add(FakeAdminService.object("AgentID", 15));
    setting(7, "Users").put("Type", 2);
    assigned(5, "PS100010");
    assigned(7, "PS100010");
    assertThat(seen(wanted())).isEqualTo(new Observation.Missing<>());
  }

  @Test
  void aSettingWhosePartsAListLeavesOutIsReadByItsKey() {
    setting(5, "MDE agent");
    site.lazy("SMS_ClientSettings", "AgentConfigurations");
    assigned(5, "PS100010");
    assertThat(seen(wanted()))
        .isEqualTo(
            new Observation.Found<>(
                new SettingAssignment("MDE pilot", "MDE agent"), new Owner.Ours(), "5", ""));
    assertThat(proposed(wanted())).isEqualTo(Action.NO_OP);
  }

  @Test
  void severalSettingsAreNotChosenBetween() {
    setting(5, "Old");
    setting(6, "MDE agent");
    assigned(5, "PS100010");
    assigned(6, "PS100010");
    assertThat(seen(wanted()))
        .isEqualTo(new Observation.Ambiguous<>(List.of("\"Old\"", "\"MDE agent\"")));
  }

  private void other() {
    setting(5, "Old");
    assigned(5, "PS100010");
  }

  @Test
  void anotherSettingIsTakenOffAndOursGiven() {
    other();
    assertThat(proposed(wanted())).isEqualTo(Action.REPLACE);
    carryOut(change(Action.REPLACE, wanted()));
    assertThat(site.writes()).containsExactly(DELETE, CREATE);
  }

  @Test
  void oneThatShouldBeGoneIsDeleted() {
    other();
    assertThat(proposed(gone())).isEqualTo(Action.DELETE);
    carryOut(change(Action.DELETE, gone()));
    assertThat(site.writes()).containsExactly(DELETE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Action.class,
      names = {"CREATE", "REPLACE"})
  void nothingIsWrittenWithoutTheSetting(Action action) {
    other();
    Change<SettingAssignment> change = change(action, wanted());
    ids.update(AgentSetting.address("MDE agent"), new Observation.Missing<>());
    assertThatThrownBy(() -> carryOut(change))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The client setting \"MDE agent\" doesn't exist on the site. Run \"garrison plan\" to see the current state. [SETTING_MISSING GAR-0278]");
    assertThat(site.writes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Action.class,
      names = {"CREATE", "REPLACE", "DELETE"})
  void nothingIsWrittenWithoutTheCollection(Action action) {
    other();
    Change<SettingAssignment> change = change(action, wanted());
    ids.update(COLLECTION, new Observation.Missing<>());
    assertThatThrownBy(() -> carryOut(change))
        .hasMessage(
            "The collection \"MDE pilot\" doesn't exist on the site. Run \"garrison plan\" to see the current state."
                + " [SETTING_MISSING GAR-0278]");
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void anAssignmentIsNeverChanged() {
    other();
    assertThatThrownBy(() -> carryOut(change(Action.UPDATE, wanted())))
        .hasMessage("assignments are never carried out as UPDATE");
    assertThat(site.writes()).isEmpty();
  }
}
