package dev.garrison.mecm.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.engine.resource.Writable;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.FakeAdminService;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders, moves into them, and security scopes: what is proposed, written, and refused. */
final class PlacementGuardsTest {
  private static final Address APPLICATION = new Address("application", "Defender");
  private static final Address COLLECTION = new Address("collection", "MDE pilot");
  private static final Address FOLDER =
      ConsoleFolder.address(ConsoleObject.APPLICATION, "Security");
  private static final String MODEL = "ScopeId_1/Application_1";
  private static final String MOVE = "invokeStatic SMS_ObjectContainerItem.MoveMembers ";

  private record There(String name) {}

  private final FakeAdminService site =
      new FakeAdminService()
          .table("SMS_ObjectContainerNode", "ContainerNodeID")
          .table("SMS_ObjectContainerItem", "MemberID")
          .table("SMS_SecuredCategory", "CategoryID")
          .table("SMS_SecuredCategoryMembership", "CategoryID", "ObjectKey", "ObjectTypeID")
          .offer(ConsoleFolderResource.assumption())
          .offer(FolderPlacementResource.assumption())
          .offer(ScopeMembershipResource.assumption())
          .method("SMS_ObjectContainerItem.MoveMembers", (_, _) -> FakeAdminService.object())
          .method(
              "SMS_SecuredCategoryMembership.AddMemberships", (_, _) -> FakeAdminService.object());
  private final Resolved ids = new Resolved();
  private final ConsoleFolderResource folders = new ConsoleFolderResource(site, new Json());
  private final FolderPlacementResource places = new FolderPlacementResource(site, new Json());
  private final ScopeMembershipResource scopes = new ScopeMembershipResource(site, new Json());

  private void there(Address address, String id) {
    ids.update(
        address, new Observation.Found<>(new There(address.name()), new Owner.Ours(), id, ""));
  }

  private void node(int id, int parent, int type, String name) {
    site.add(
        "SMS_ObjectContainerNode",
        "ContainerNodeID",
        id,
        "ParentContainerNodeID",
        parent,
        "ObjectType",
        type,
        "Name",
        name,
        "SearchFolder",
        false);
  }

  private void item(String key, int node, int type) {
    site.add(
        "SMS_ObjectContainerItem",
        "MemberID",
        key + node,
        "InstanceKey",
        key,
        "ContainerNodeID",
        node,
        "ObjectType",
        type);
  }

  private <S extends Record> Observation<S> seen(Writable<S> type, Wanted<S> wanted) {
    Observations<S> all = type.observe(List.of(wanted), ids, Scope.WANTED);
    return all.of(wanted.address());
  }

  private <S extends Record> Proposal propose(Writable<S> type, Wanted<S> wanted) {
    return type.propose(wanted, seen(type, wanted));
  }

  private <S extends Record> Outcome carryOut(Writable<S> type, Action action, Wanted<S> wanted) {
    return type.carryOut(new Change<>(action, wanted, seen(type, wanted)), ids, Progress.silent());
  }

  private static Wanted<ConsoleFolder> folder() {
    return Wanted.present(FOLDER, new ConsoleFolder(ConsoleObject.APPLICATION, "Security"));
  }

  private static Wanted<FolderPlacement> placement(Address object) {
    return Wanted.present(FolderPlacement.address(object), new FolderPlacement(object, "Security"));
  }

  private static Wanted<ScopeMembership> scoped(String... names) {
    return Wanted.present(
        ScopeMembership.address(APPLICATION), new ScopeMembership(APPLICATION, Set.of(names)));
  }

  @Test
  void aFolderThatIsNotThereIsMadeAtTheRoot() {
    assertThat(propose(folders, folder()))
        .isInstanceOfSatisfying(
            Proposal.Proposed.class,
            create -> {
              assertThat(create.action()).isEqualTo(Action.CREATE);
              assertThat(create.summary())
                  .isEqualTo("folder in Software Library > Application Management > Applications");
            });
    assertThat(carryOut(folders, Action.CREATE, folder())).isEqualTo(new Outcome.Done());
    assertThat(site.writes())
        .containsExactly(
            "create SMS_ObjectContainerNode"
                + " {\"Name\":\"Security\",\"ObjectType\":6000,\"ParentContainerNodeID\":0}");
  }

  @Test
  void aFolderThatIsThereIsUsedAndNeverDeleted() {
    node(7, 0, 6000, "SECURITY");
    assertThat(propose(folders, folder()))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "already exists and is used unchanged"));
    assertThat(propose(folders, new Wanted<>(FOLDER, new Desired.Absent<>("x"))))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "stays: console folders are never deleted"));
  }

  @Test
  void onlyAFolderOfThatNameKindAndPlaceIsTheOne() {
    node(1, 0, 5000, "Security");
    node(2, 9, 6000, "Security");
    node(3, 0, 6000, "Other");
    site.add(
        "SMS_ObjectContainerNode",
        "ContainerNodeID",
        4,
        "ParentContainerNodeID",
        0,
        "ObjectType",
        6000,
        "Name",
        "Security",
        "SearchFolder",
        true);
    assertThat(seen(folders, folder())).isEqualTo(new Observation.Missing<>());
  }

  @Test
  void twoFoldersOfOneNameAreNotChosenBetween() {
    node(8, 0, 6000, "Security");
    node(7, 0, 6000, "security");
    assertThat(seen(folders, folder())).isEqualTo(new Observation.Ambiguous<>(List.of("7", "8")));
  }

  @ParameterizedTest
  @CsvSource({"UPDATE", "DELETE", "REPLACE"})
  void aFolderIsOnlyEverMade(Action action) {
    node(7, 0, 6000, "Security");
    assertThatThrownBy(() -> carryOut(folders, action, folder()))
        .hasMessage("console folders are never carried out as " + action);
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void anObjectIsMovedFromTheRootIntoItsFolder() {
    there(APPLICATION, MODEL);
    there(FOLDER, "7");
    assertThat(carryOut(places, Action.CREATE, placement(APPLICATION)))
        .isEqualTo(new Outcome.Done());
    assertThat(site.writes())
        .containsExactly(
            MOVE
                + "{\"InstanceKeys\":[\"ScopeId_1/Application_1\"],\"ContainerNodeID\":0,\"TargetContainerNodeID\":7,\"ObjectType\":6000}");
  }

  @Test
  void anObjectIsMovedBackFromWhereItLies() {
    there(COLLECTION, "PS100010");
    node(9, 0, 5000, "Security");
    item("ps100010", 9, 5000);
    Wanted<FolderPlacement> gone =
        new Wanted<>(FolderPlacement.address(COLLECTION), new Desired.Absent<>("undone"));
    assertThat(propose(places, gone)).isEqualTo(new Proposal.Proposed(Action.DELETE, "undone"));
    carryOut(places, Action.DELETE, gone);
    assertThat(site.writes())
        .containsExactly(
            MOVE
                + "{\"InstanceKeys\":[\"PS100010\"],\"ContainerNodeID\":9,\"TargetContainerNodeID\":0,\"ObjectType\":5000}");
  }

  private void assertNothingToMove(Address missing) {
    assertThatThrownBy(() -> carryOut(places, Action.CREATE, placement(APPLICATION)))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "\"%s\" is required for the move, but doesn't exist on the site. Create a new plan to see the current state. No object was moved. [NOTHING_TO_MOVE GAR-0292]"
                .formatted(missing));
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void nothingIsMovedWithoutTheFolder() {
    there(APPLICATION, MODEL);
    assertNothingToMove(FOLDER);
  }

  @Test
  void nothingIsMovedWithoutTheObject() {
    there(FOLDER, "7");
    assertNothingToMove(APPLICATION);
  }

  @Test
  void anObjectAtTheRootIsToBeMovedAndOneElsewhereStays() {
    there(APPLICATION, MODEL);
    node(7, 0, 6000, "Security");
    node(8, 7, 6000, "Old");
    item(MODEL, 0, 6000);
    item(MODEL, 9, 5000);
    assertThat(propose(places, placement(APPLICATION)))
        .isInstanceOfSatisfying(
            Proposal.Proposed.class,
            create -> {
              assertThat(create.action()).isEqualTo(Action.CREATE);
              assertThat(create.summary()).isEqualTo("into folder \"Security\"");
            });
    item(MODEL, 8, 6000);
    assertThat(propose(places, placement(APPLICATION)))
        .isEqualTo(
            new Proposal.Proposed(Action.NO_OP, "stays in folder \"Security/Old\"")
                .withNotes(
                    List.of(
                        "the object was moved there outside Garrison; move it to \"Security\" in the console if it belongs there")));
  }

  @Test
  void anObjectInItsFolderNeedsNothing() {
    there(APPLICATION, MODEL);
    node(7, 0, 6000, "security");
    item(MODEL, 7, 6000);
    assertThat(propose(places, placement(APPLICATION)))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "in folder \"security\""));
  }

  @Test
  void aFolderThatIsNotSeenIsANumberAndACircleEnds() {
    there(APPLICATION, MODEL);
    node(7, 8, 6000, "Security");
    node(8, 7, 6000, "Outer");
    item(MODEL, 7, 6000);
    assertThat(((Observation.Found<FolderPlacement>) seen(places, placement(APPLICATION))).state())
        .isEqualTo(new FolderPlacement(APPLICATION, "Outer/Security"));
    site.clear("SMS_ObjectContainerNode");
    assertThat(((Observation.Found<FolderPlacement>) seen(places, placement(APPLICATION))).state())
        .isEqualTo(new FolderPlacement(APPLICATION, "folder 7"));
  }

  private void scope(String id, String name) {
    site.add("SMS_SecuredCategory", "CategoryID", id, "CategoryName", name);
  }

  private void member(String scope, int type) {
    site.add(
        "SMS_SecuredCategoryMembership",
        "CategoryID",
        scope,
        "ObjectKey",
        MODEL,
        "ObjectTypeID",
        type);
  }

  @Test
  void scopesAreAddedOneByOneAndNoneIsTakenAway() {
    there(APPLICATION, MODEL);
    scope("S1", "Default");
    scope("S2", "Servers");
    scope("S3", "Security");
    member("S1", 31);
    member("S2", 29);
    member("S9", 31);
    assertThat(propose(scopes, scoped("Servers", "Security")))
        .isInstanceOfSatisfying(
            Proposal.Proposed.class,
            update -> {
              assertThat(update.action()).isEqualTo(Action.UPDATE);
              assertThat(update.summary()).isEqualTo("Default, S9, Security, Servers");
              assertThat(update.differences()).hasSize(2);
            });
    carryOut(scopes, Action.UPDATE, scoped("Default", "Servers", "Security"));
    assertThat(site.writes())
        .containsExactly(
            "invokeStatic SMS_SecuredCategoryMembership.AddMemberships"
                + " {\"ObjectIDs\":[\"ScopeId_1/Application_1\"],\"ObjectTypeIDs\":[31],\"CategoryIDs\":[\"S3\"]}",
            "invokeStatic SMS_SecuredCategoryMembership.AddMemberships"
                + " {\"ObjectIDs\":[\"ScopeId_1/Application_1\"],\"ObjectTypeIDs\":[31],\"CategoryIDs\":[\"S2\"]}");
  }

  @Test
  void noScopeIsAddedWhereOneOfThemIsNotThere() {
    there(APPLICATION, MODEL);
    scope("S2", "Servers");
    assertThatThrownBy(() -> carryOut(scopes, Action.UPDATE, scoped("A", "B", "Servers")))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The site has no security scope named \"A\". Correct \"securityScopes\" in the manifest, or create the security scope in the console. [SCOPE_MISSING GAR-0291]\n"
                + "The site has no security scope named \"B\". Correct \"securityScopes\" in the manifest, or create the security scope in the console. [SCOPE_MISSING GAR-0291]");
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void scopesOfAnApplicationThatIsNotThereYetAreWaitedFor() {
    assertThat(propose(scopes, scoped("Servers", "Default")))
        .isEqualTo(
            new Proposal.Proposed(
                Action.WAIT, "Default, Servers after the application is created"));
    assertThat(
            propose(
                scopes,
                new Wanted<>(ScopeMembership.address(APPLICATION), new Desired.Absent<>("gone"))))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "security scopes stay unchanged"));
  }

  @ParameterizedTest
  @CsvSource({"CREATE", "DELETE", "REPLACE"})
  void scopesAreOnlyEverAdded(Action action) {
    there(APPLICATION, MODEL);
    assertThatThrownBy(() -> carryOut(scopes, action, scoped("Servers")))
        .hasMessage("security scopes are never carried out as " + action);
    assertThat(site.writes()).isEmpty();
  }
}
