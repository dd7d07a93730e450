package dev.garrison.recipe.sensor;

import static dev.garrison.recipe.sensor.ServerMade.ALL;
import static dev.garrison.recipe.sensor.ServerMade.BROAD;
import static dev.garrison.recipe.sensor.ServerMade.NEW;
import static dev.garrison.recipe.sensor.ServerMade.OLD;
import static dev.garrison.recipe.sensor.ServerMade.PILOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.Licence;
import dev.garrison.catalog.Publication;
import dev.garrison.catalog.sensor.Channel;
import dev.garrison.catalog.sensor.Family;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.wsus.model.Approval;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a newer version takes the place of the one that is in the rings (F22). */
final class LineSuccessionTest {
  private static final String WAITS =
      "unified agent, no channel: 10.8800.1.1 waits until 10.8700.1.1 is in every ring";

  private final ManifestResult read = new SensorManifest().read();
  private final ServerMade server = new ServerMade(SensorManifest.server(read, 0)).has(OLD, NEW);

  private List<String> decided() {
    return LinesTold.of(read, server);
  }

  @Test
  void theVersionInTheFirstRingIsFinishedBeforeANewerOneBegins() {
    server.ours(OLD, PILOT, 1).counts(OLD, PILOT, 4, 10);
    assertThat(decided())
        .containsExactly(
            WAITS,
            "10.8700.1.1",
            "pilot soaking: 10 of 10 servers (100%) installed, soaking until 2026-11-25T12:00:00Z",
            "broad waiting: waits for ring pilot to meet its gate");
  }

  @Test
  void oneThatWeApprovedForEveryRingIsFinished() {
    server.ours(OLD, PILOT, 5).ours(OLD, BROAD, 1);
    assertThat(decided())
        .containsExactly(
            "10.8800.1.1",
            "pilot open: it is the first ring",
            "broad waiting: waits for ring pilot to meet its gate");
  }

  @Test
  void whatOthersDecidedForTheLastRingFinishesItToo() {
    server.ours(OLD, PILOT, 1).decided(server.approval(OLD.update().identity(), BROAD, 1, 1));
    assertThat(decided()).startsWith("10.8800.1.1");
  }

  @Test
  void aRingThatIsHaltedMakesItGiveWay() {
    server.ours(OLD, PILOT, 1).counts(OLD, PILOT, 5, 3).counts(OLD, PILOT, 4, 7);
    assertThat(decided())
        .startsWith(
            "unified agent, no channel: 10.8700.1.1 gives way to 10.8800.1.1, because ring pilot is halted: 3 of 10 servers (30%) failed, 10% allowed",
            "10.8800.1.1", "pilot open: it is the first ring");
  }

  @Test
  void aRingThatHasStalledMakesItGiveWay() {
    server.ours(OLD, PILOT, 15).counts(OLD, PILOT, 2, 10);
    assertThat(decided())
        .startsWith(
            "unified agent, no channel: 10.8700.1.1 gives way to 10.8800.1.1, because ring pilot is stalled: not met 15 days after the ring opened: 0 of 10 servers (0%) installed, 90% required",
            "10.8800.1.1");
  }

  @Test
  void aRingThatIsOnlyOpenDoesNot() {
    server.ours(OLD, PILOT, 13).counts(OLD, PILOT, 2, 10);
    assertThat(decided()).startsWith(WAITS, "10.8700.1.1");
  }

  @Test
  void aVersionThatOthersApprovedIsNotOurRollout() {
    server.theirs(OLD, PILOT, 1);
    assertThat(decided()).startsWith("10.8800.1.1");
  }

  @Test
  void anApprovalOfOursForAGroupOfNoRingIsNotOurRollout() {
    server.ours(OLD, ALL, 1);
    assertThat(decided()).startsWith("10.8800.1.1");
  }

  @Test
  void aDecisionOfOursThatIsNotToInstallIsNotARollout() {
    Approval block = server.approval(OLD.update().identity(), PILOT, 1, 1);
    server.owns(block);
    assertThat(decided()).startsWith("10.8800.1.1");
  }

  @Test
  void aVersionThatIsWithdrawnIsNotGoneOnWith() {
    SensorUpdate withdrawn =
        ServerMade.sensor(
            ServerMade.LINE, 10, "10.8700.1.1", Publication.EXPIRED, Licence.NONE, false);
    ServerMade other =
        new ServerMade(SensorManifest.server(read, 0))
            .has(withdrawn, NEW)
            .ours(withdrawn, PILOT, 1);
    assertThat(LinesTold.of(read, other)).startsWith("10.8800.1.1");
  }

  @Test
  void anotherFamilyIsAnotherRollout() {
    SensorUpdate other =
        ServerMade.sensor(
            new ReleaseLine(new Family("Windows Server 2019"), Channel.UNNAMED),
            10,
            "10.8700.1.1",
            Publication.PUBLISHED,
            Licence.NONE,
            false);
    server.keeps(other).ours(other, PILOT, 1);
    ServerMade made =
        new ServerMade(SensorManifest.server(read, 0)).keeps(other).has(NEW).ours(other, PILOT, 1);
    assertThat(LinesTold.of(read, made)).startsWith("10.8800.1.1");
  }

  @Test
  void theNewestOfSeveralInTheRingsIsTheOneThatGoesOn() {
    SensorUpdate newest = ServerMade.sensor(30, "10.8900.1.1");
    server.has(newest).ours(OLD, BROAD, 9).ours(NEW, PILOT, 1);
    assertThat(decided())
        .startsWith(
            "unified agent, no channel: 10.8900.1.1 waits until 10.8800.1.1 is in every ring",
            "10.8800.1.1");
  }

  @Test
  void whatRunsGoesOnThoughNothingIsCurrentAnyMore() {
    ServerMade made = new ServerMade(SensorManifest.server(read, 0)).keeps(OLD).ours(OLD, PILOT, 1);
    assertThat(LinesTold.of(read, made))
        .containsExactly(
            "10.8700.1.1",
            "pilot open: no server is targeted yet",
            "broad waiting: waits for ring pilot to meet its gate");
  }

  @Test
  void whatRunsGoesOnWhereItIsNewerThanWhatIsCurrent() {
    ServerMade made =
        new ServerMade(SensorManifest.server(read, 0)).has(NEW, OLD).ours(NEW, PILOT, 1);
    assertThat(LinesTold.of(read, made)).startsWith("10.8800.1.1");
  }

  @Test
  void aVersionThatIsCurrentAndRunsNeedsNoWord() {
    server.ours(NEW, PILOT, 1);
    assertThat(decided()).startsWith("10.8800.1.1", "pilot open: no server is targeted yet");
  }

  @Test
  void aServerThatMayNotBeWrittenToKeepsNoVersionFromBeingFinished() {
    ManifestResult two =
        new SensorManifest()
            .server("wsus01", "serverId: 7c1f8a52-0d3e-4b6a-9f41-2e5d8c7b6a90")
            .read();
    ServerMade made =
        new ServerMade(SensorManifest.server(two, 0)).has(OLD, NEW).ours(OLD, PILOT, 1);
    assertThat(LinesTold.of(two, made)).startsWith("10.8800.1.1");
  }

  @Test
  void aRingWithoutGroupsIsFinished() {
    ServerMade made =
        new ServerMade(SensorManifest.server(read, 0))
            .without(BROAD)
            .has(OLD, NEW)
            .ours(OLD, PILOT, 1);
    assertThat(LinesTold.of(read, made)).startsWith("10.8800.1.1");
  }
}
