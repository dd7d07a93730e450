package dev.garrison.recipe.sensor;

import static dev.garrison.recipe.sensor.ServerMade.ALL;
import static dev.garrison.recipe.sensor.ServerMade.BROAD;
import static dev.garrison.recipe.sensor.ServerMade.NEW;
import static dev.garrison.recipe.sensor.ServerMade.OLD;
import static dev.garrison.recipe.sensor.ServerMade.PILOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.wsus.model.Approval;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version the rings get, and whose turn it is, on one server. */
final class ReleaseLineRolloutTest {
  private static final String SECOND_WAITS = "broad waiting: waits for ring pilot to meet its gate";

  private final ManifestResult read = new SensorManifest().read();
  private final ServerMade server = new ServerMade(SensorManifest.server(read, 0));

  private List<String> decided() {
    return LinesTold.of(read, server);
  }

  @Test
  void whereNothingIsCurrentAndNothingRunsThereIsNoTarget() {
    assertThat(decided()).isEmpty();
  }

  @Test
  void aNewVersionBeginsWithTheFirstRing() {
    server.has(NEW);
    assertThat(decided())
        .containsExactly("10.8800.1.1", "pilot open: it is the first ring", SECOND_WAITS);
  }

  @Test
  void onABlackoutDayNothingBegins() {
    server.has(NEW);
    assertThat(LinesTold.onBlackoutDay(read, server))
        .containsExactly(
            "10.8800.1.1",
            "pilot waiting: today is a blackout day",
            "broad waiting: waits for ring pilot to meet its gate");
  }

  /** Computers installed, failed, needing it, silent; the pilot ring was approved days ago. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nobody yet         | 0  0 0 0  | 1    | open    | no server is targeted yet
          too few report     | 7  0 0 3  | 1    | open    | 7 of 10 servers (70%) reported, 80% required
          just enough report | 8  0 0 2  | 1    | open    | 8 of 10 servers (80%) installed, 90% required
          too few installed  | 8  0 2 0  | 1    | open    | 8 of 10 servers (80%) installed, 90% required
          just enough        | 9  0 1 0  | 1    | soaking | 9 of 10 servers (90%) installed, soaking until 2026-11-25T12:00:00Z
          soaked             | 9  0 1 0  | 2    | passed  | 9 of 10 servers (90%) installed, soaked since 2026-11-22T12:00:00Z
          as many as may     | 9  1 0 0  | 1    | soaking | 9 of 10 servers (90%) installed, soaking until 2026-11-25T12:00:00Z
          one more failed    | 8  2 0 0  | 1    | halted  | 2 of 10 servers (20%) failed, 10% allowed
          not yet stalled    | 5  0 5 0  | 13.9 | open    | 5 of 10 servers (50%) installed, 90% required
          stalled            | 5  0 5 0  | 14   | stalled | not met 14 days after the ring opened: 5 of 10 servers (50%) installed, 90% required
          """)
  void theGateOfTheFirstRingIsJudgedByItsComputers(
      String story, String computers, double daysAgo, String state, String why) {
    String[] each = computers.strip().split(" +", -1);
    server
        .has(NEW)
        .ours(NEW, PILOT, daysAgo)
        .counts(NEW, PILOT, 4, Integer.parseInt(each[0]))
        .counts(NEW, PILOT, 5, Integer.parseInt(each[1]))
        .counts(NEW, PILOT, 2, Integer.parseInt(each[2]))
        .counts(NEW, PILOT, 0, Integer.parseInt(each[3]));
    String second =
        state.equals("passed")
            ? "broad open: every earlier ring's gate is met or skipped"
            : SECOND_WAITS;
    assertThat(decided())
        .as(story)
        .containsExactly("10.8800.1.1", "pilot %s: %s".formatted(state, why), second);
  }

  @Test
  void whatOthersApprovedForALaterRingOpensItOnlyWhenItsTurnHasCome() {
    server.has(NEW).theirs(NEW, BROAD, 5).counts(NEW, BROAD, 4, 10);
    assertThat(decided())
        .containsExactly("10.8800.1.1", "pilot open: it is the first ring", SECOND_WAITS);

    server.ours(NEW, PILOT, 3).counts(NEW, PILOT, 4, 10);
    assertThat(decided())
        .containsExactly(
            "10.8800.1.1",
            "pilot passed: 10 of 10 servers (100%) installed, soaked since 2026-11-21T12:00:00Z",
            "broad passed: 10 of 10 servers (100%) installed, soaked since 2026-11-19T12:00:00Z");
  }

  @Test
  void whatWeApprovedForALaterRingIsJudgedEvenBeforeItsTurn() {
    server.has(NEW).ours(NEW, BROAD, 1).counts(NEW, BROAD, 4, 10);
    assertThat(decided())
        .containsExactly(
            "10.8800.1.1",
            "pilot open: it is the first ring",
            "broad soaking: 10 of 10 servers (100%) installed, soaking until 2026-11-25T12:00:00Z");
  }

  @Test
  void aVersionThatIsHeldNeverBegins() {
    ManifestResult holding = holding("10.8800.1.1");
    ServerMade made = new ServerMade(SensorManifest.server(holding, 0)).has(NEW);
    assertThat(LinesTold.of(holding, made))
        .containsExactly("unified agent, no channel: 10.8800.1.1 is held: INC0042");
  }

  @Test
  void aVersionThatIsHeldGoesNoFurtherThoughItRuns() {
    ManifestResult holding = holding("10.8800.1.1");
    ServerMade made =
        new ServerMade(SensorManifest.server(holding, 0))
            .has(OLD, NEW)
            .ours(OLD, PILOT, 9)
            .ours(NEW, PILOT, 3);
    assertThat(LinesTold.of(holding, made))
        .containsExactly(
            "unified agent, no channel: 10.8800.1.1 is held: INC0042",
            "10.8700.1.1",
            "pilot open: no server is targeted yet",
            "broad waiting: waits for ring pilot to meet its gate");
  }

  private static ManifestResult holding(String version) {
    return new SensorManifest()
        .section("hold: [{version: %s, reason: INC0042}]".formatted(version))
        .read();
  }

  @Test
  void aRingWithoutAnyComputerThatTakesItIsPassedOverOnceItHasSoaked() {
    server.has(NEW).ours(NEW, PILOT, 2).counts(NEW, PILOT, 1, 3);
    assertThat(decided())
        .containsExactly(
            "10.8800.1.1",
            "pilot passed: its gate was skipped: not applicable to any of its 3 computers",
            "broad open: every earlier ring's gate is met or skipped");
  }

  @Test
  void beforeThatItWaitsLikeOneWithoutAnyComputer() {
    server.has(NEW).ours(NEW, PILOT, 1.9).counts(NEW, PILOT, 1, 3);
    assertThat(decided()).contains("pilot open: no server is targeted yet");
  }

  @Test
  void aRingOfWhichNoComputerIsKnownIsNotPassedOver() {
    server.has(NEW).ours(NEW, PILOT, 5);
    assertThat(decided()).contains("pilot open: no server is targeted yet");
  }

  @Test
  void computersThatTakeItCountThoughOthersDoNot() {
    server.has(NEW).ours(NEW, PILOT, 5).counts(NEW, PILOT, 1, 3).counts(NEW, PILOT, 2, 1);
    assertThat(decided()).contains("pilot open: 0 of 1 servers (0%) installed, 90% required");
  }

  @Test
  void aRingOfAllComputersCountsEachOfThemOnce() {
    ManifestResult everybody =
        new SensorManifest()
            .ring("pilot", "Pilot")
            .ring("broad", "All Computers")
            .section("allowAllComputers: true")
            .read();
    ServerMade made =
        new ServerMade(SensorManifest.server(everybody, 0))
            .has(NEW)
            .ours(NEW, PILOT, 3)
            .counts(NEW, PILOT, 4, 10)
            .ours(NEW, ALL, 1)
            .counts(NEW, ALL, 4, 30)
            .counts(NEW, BROAD, 4, 20);
    assertThat(LinesTold.of(everybody, made))
        .last()
        .isEqualTo(
            "broad soaking: 20 of 20 servers (100%) installed, soaking until 2026-11-25T12:00:00Z");
  }

  @Test
  void theDecisionOfTheLatestRevisionCounts() {
    UpdateIdentity earlier = new UpdateIdentity(NEW.id(), 1);
    server
        .has(NEW)
        .owns(server.approval(earlier, PILOT, 9, Approval.INSTALL))
        .counts(NEW, PILOT, 4, 10);
    assertThat(decided())
        .contains(
            "pilot passed: 10 of 10 servers (100%) installed, soaked since 2026-11-15T12:00:00Z");
    server.owns(server.approval(NEW.update().identity(), PILOT, 1, Approval.INSTALL));
    server.owns(server.approval(earlier, PILOT, 9, Approval.INSTALL));
    assertThat(decided())
        .contains(
            "pilot soaking: 10 of 10 servers (100%) installed, soaking until 2026-11-25T12:00:00Z");
  }
}
