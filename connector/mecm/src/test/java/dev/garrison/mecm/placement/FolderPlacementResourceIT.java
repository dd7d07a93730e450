package dev.garrison.mecm.placement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Console folders and what is put into them, through the whole engine on the stand-in site. */
@Tag("first")
final class FolderPlacementResourceIT {
  private Placed placed = new Placed("2509");

  private void use(String site) {
    placed.close();
    placed = new Placed(site);
  }

  @AfterEach
  void close() {
    placed.close();
  }

  private static List<Wanted<?>> in(String folder) {
    List<Wanted<?>> wanted = new ArrayList<>(Placed.objects());
    wanted.addAll(in(folder, ConsoleObject.APPLICATION, Placed.APPLICATION));
    wanted.addAll(in(folder, ConsoleObject.COLLECTION, Placed.COLLECTION));
    return wanted;
  }

  private static List<Wanted<?>> in(String name, ConsoleObject holds, Address object) {
    ConsoleFolder folder = new ConsoleFolder(holds, name);
    return List.of(
        Wanted.present(folder.address(), folder),
        new Wanted<>(
            FolderPlacement.address(object),
            new Desired.Present<>(new FolderPlacement(object, name)),
            Set.of(folder.address())));
  }

  private static List<Wanted<?>> takenBack() {
    List<Wanted<?>> wanted = new ArrayList<>(Placed.objects());
    for (Address object : List.of(Placed.APPLICATION, Placed.COLLECTION)) {
      wanted.add(
          new Wanted<>(
              FolderPlacement.address(object), new Desired.Absent<FolderPlacement>("taken back")));
    }
    return wanted;
  }

  private List<String> folders() {
    return placed.site().service().list(ODataQuery.of(ConsoleNodes.CLASS)).stream()
        .map(Row::new)
        .map(row -> row.text("ObjectTypeName") + " " + row.text("Name"))
        .sorted()
        .toList();
  }

  private long folder(String name, long parent, int objectType) {
    ObjectNode made =
        placed
            .site()
            .service()
            .create(
                ConsoleNodes.CLASS,
                new Json()
                    .object()
                    .put("Name", name)
                    .put("ObjectType", objectType)
                    .put("ParentContainerNodeID", parent));
    return new Row(made).number("ContainerNodeID", 0);
  }

  private void moveApplication(long from, long to) {
    ObjectNode arguments = new Json().object();
    arguments.putArray("InstanceKeys").add(Placed.MODEL_NAME);
    arguments
        .put("ContainerNodeID", from)
        .put("TargetContainerNodeID", to)
        .put("ObjectType", ConsoleObject.APPLICATION.folderNumber());
    placed.site().service().invokeStatic("SMS_ObjectContainerItem", "MoveMembers", arguments);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2107-rollup", "2509"})
  void newObjectsAreMovedIntoNewFoldersInOneRun(String site) {
    use(site);
    placed.converge(in("Defender for Endpoint"));
    assertThat(placed.plan(in("Defender for Endpoint")).plan().converged()).isTrue();
    assertThat(folders())
        .containsExactly(
            "SMS_ApplicationLatest Defender",
            "SMS_ApplicationLatest Defender for Endpoint",
            "SMS_Collection_Device Defender",
            "SMS_Collection_Device Defender for Endpoint");
    assertThat(placed.site().lab().dump())
        .contains("folder: Defender for Endpoint", "object: Defender for Endpoint 2022");
  }

  @Test
  void aFolderThatIsThereIsUsedWhateverItsCase() {
    placed.converge(in("DEFENDER"));
    assertThat(folders())
        .containsExactly("SMS_ApplicationLatest Defender", "SMS_Collection_Device Defender");
    assertThat(placed.plan(in("DEFENDER")).plan().converged()).isTrue();
  }

  @Test
  void objectsThatWereAtTheRootBeforeAreMoved() {
    placed.converge(Placed.objects());
    assertThat(placed.action(in("Defender"), FolderPlacement.address(Placed.COLLECTION)))
        .isEqualTo(Action.CREATE);
    placed.converge(in("Defender"));
  }

  @Test
  void whatSomebodyPutIntoAnotherFolderStaysAndIsSaid() {
    placed.converge(Placed.objects());
    long security = folder("Security", 0, ConsoleObject.APPLICATION.folderNumber());
    long below = folder("Defender", security, ConsoleObject.APPLICATION.folderNumber());
    moveApplication(0, below);
    PlannedChange change =
        placed.change(in("Defender"), FolderPlacement.address(Placed.APPLICATION));
    assertThat(change.action()).isEqualTo(Action.NO_OP);
    assertThat(change.summary()).isEqualTo("stays in folder \"Security/Defender\"");
    assertThat(change.notes())
        .containsExactly(
            "the object was moved there outside Garrison; move it to \"Defender\" in the console if it belongs there");
  }

  @Test
  void takingBackMovesToTheRootAndLeavesTheFolder() {
    placed.converge(in("Defender for Endpoint"));
    assertThat(placed.action(takenBack(), FolderPlacement.address(Placed.APPLICATION)))
        .isEqualTo(Action.DELETE);
    placed.converge(takenBack());
    assertThat(placed.site().lab().dump()).doesNotContain("folder:");
    Address folder = ConsoleFolder.address(ConsoleObject.APPLICATION, "Defender for Endpoint");
    Wanted<ConsoleFolder> gone = new Wanted<>(folder, new Desired.Absent<>("taken back"));
    assertThat(placed.change(List.of(gone), folder).summary())
        .isEqualTo("stays: console folders are never deleted");
  }

  @Test
  void anEmptyPlanReadsFoldersTwiceAndItemsOnceForAllObjects() {
    placed.converge(in("Defender"));
    placed.plan(Placed.objects());
    placed.site().lab().requests().reset();
    Plan without = placed.plan(Placed.objects()).plan();
    int base = placed.site().lab().requests().count();
    placed.site().lab().requests().reset();
    Plan with = placed.plan(in("Defender")).plan();
    assertThat(without.converged() && with.converged()).isTrue();
    assertThat(placed.site().lab().requests().count() - base).isEqualTo(3);
  }

  @Test
  void theKindsAreThoseOfTheObjects() {
    assertThat(ConsoleObject.APPLICATION.kind()).isEqualTo(Application.KIND);
    assertThat(ConsoleObject.COLLECTION.kind()).isEqualTo(DeviceCollection.KIND);
  }
}
