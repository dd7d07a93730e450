package dev.garrison.recipe.sensor;

import static dev.garrison.recipe.sensor.ServerMade.ALL;
import static dev.garrison.recipe.sensor.ServerMade.BROAD;
import static dev.garrison.recipe.sensor.ServerMade.PILOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.wsus.problem.WsusCode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whether the groups of rings mean on a server what the manifest means. */
final class GroupFitTest {
  private static List<Diagnostic> problems(SensorManifest manifest, TargetGroup... more) {
    ManifestResult read = manifest.read();
    return new GroupFit(read, SensorManifest.sensorUpdate(read))
        .problems(LinesTold.facts(new ServerMade(SensorManifest.server(read, 0)).groups(more)));
  }

  private static void refused(List<Diagnostic> problems, WsusCode code, String text) {
    assertThat(problems).extracting(Diagnostic::code).containsExactly(code);
    assertThat(problems.getFirst()).hasToString(text);
  }

  private static SensorManifest rings(String pilot, String broad) {
    return new SensorManifest().ring("pilot", pilot).ring("broad", broad);
  }

  @Test
  void groupsBesideEachOtherFit() {
    assertThat(problems(new SensorManifest())).isEmpty();
  }

  @Test
  void aGroupThatTheServerLacksIsNotSaidHere() {
    assertThat(problems(rings("Pilot", "Nobody"))).isEmpty();
  }

  @Test
  void oneGroupUnderItsNameAndItsIdIsRefused() {
    refused(
        problems(rings("Pilot", "'" + PILOT.id() + "'")),
        WsusCode.GROUP_IN_TWO_RINGS,
        "The group \"Pilot\" of WSUS server wsus01.contoso.example:8531 is specified twice, by name and by ID (garrison.yaml:20). Remove one of the two. A group can be specified only once, in one ring. [GROUP_IN_TWO_RINGS GAR-0947]");
  }

  @Test
  void theGroupOfAllComputersIsRefusedUnlessItIsAccepted() {
    refused(
        problems(rings("Pilot", "All Computers")),
        WsusCode.GROUP_IS_EVERYBODY,
        "Ring \"broad\" is the built-in group of all computers on WSUS server wsus01.contoso.example:8531 (garrison.yaml:22). Specify another group, or accept this with \"allowAllComputers: true\". [GROUP_IS_EVERYBODY GAR-0946]");
    assertThat(problems(rings("Pilot", "All Computers").section("allowAllComputers: true")))
        .isEmpty();
  }

  @Test
  void aGroupInsideOneOfAnEarlierRingIsRefused() {
    TargetGroup inside = ServerMade.group(3, "Inside", PILOT.id());
    refused(
        problems(rings("Pilot", "Inside"), inside),
        WsusCode.GROUP_BELOW_EARLIER_RING,
        "On WSUS server wsus01.contoso.example:8531, the group \"Inside\" of ring \"broad\" is inside a group of ring \"pilot\" and would get the approvals of that ring (garrison.yaml:22). For ring \"pilot\", specify groups that don't contain \"Inside\". [GROUP_BELOW_EARLIER_RING GAR-0997]");
  }

  @Test
  void soIsOneFurtherDown() {
    TargetGroup inside = ServerMade.group(3, "Inside", PILOT.id());
    TargetGroup deep = ServerMade.group(4, "Deep", inside.id());
    assertThat(problems(rings("Pilot", "Deep"), inside, deep))
        .extracting(Diagnostic::code)
        .containsExactly(WsusCode.GROUP_BELOW_EARLIER_RING);
  }

  @Test
  void aGroupInsideOneOfItsOwnOrALaterRingFits() {
    TargetGroup inside = ServerMade.group(3, "Inside", BROAD.id());
    assertThat(problems(rings("Pilot, Inside", "Broad"), inside)).isEmpty();
    assertThat(problems(rings("Pilot", "Broad, Inside"), inside)).isEmpty();
  }

  @Test
  void aReplicaIsNotAskedForItsGroups() {
    ManifestResult read = rings("Pilot", "All Computers").read();
    assertThat(
            new GroupFit(read, SensorManifest.sensorUpdate(read))
                .problems(
                    LinesTold.facts(new ServerMade(SensorManifest.server(read, 0)).replica())))
        .isEmpty();
  }

  @Test
  void theRingOfAGroupIsThatOfTheNearestAboveWhichHasOne() {
    TargetGroup inside = ServerMade.group(3, "Inside", PILOT.id());
    TargetGroup deep = ServerMade.group(4, "Deep", inside.id());
    ManifestResult read = rings("Pilot", "Deep, Broad").read();
    ServerMade made = new ServerMade(SensorManifest.server(read, 0)).groups(inside, deep);
    RingGroups groups =
        new RingGroups(
            SensorManifest.sensorUpdate(read),
            SensorManifest.server(read, 0),
            made.facts().stock());
    assertThat(groups.ringOf(inside.id())).contains(0);
    assertThat(groups.ringOf(deep.id())).contains(1);
    assertThat(groups.ringOf(ALL.id())).isEmpty();
    assertThat(groups.ringOf(new UUID(8, 8))).isEmpty();
    assertThat(groups.all()).containsExactly(PILOT, deep, BROAD);
    assertThat(groups.twice()).isEmpty();
  }

  @Test
  void aGroupOfTwoRingsIsOfTheFirst() {
    ManifestResult read = rings("Pilot", "'" + PILOT.id() + "'").read();
    RingGroups groups =
        new RingGroups(
            SensorManifest.sensorUpdate(read),
            SensorManifest.server(read, 0),
            new ServerMade(SensorManifest.server(read, 0)).facts().stock());
    assertThat(groups.twice()).contains(PILOT);
    assertThat(groups.ringOf(PILOT.id())).contains(0);
  }
}
