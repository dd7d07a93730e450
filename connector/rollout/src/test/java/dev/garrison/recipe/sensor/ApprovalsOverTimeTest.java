package dev.garrison.recipe.sensor;

import static dev.garrison.recipe.sensor.ServerMade.BROAD;
import static dev.garrison.recipe.sensor.ServerMade.NEW;
import static dev.garrison.recipe.sensor.ServerMade.NOW;
import static dev.garrison.recipe.sensor.ServerMade.OLD;
import static dev.garrison.recipe.sensor.ServerMade.PILOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.Licence;
import dev.garrison.catalog.Publication;
import dev.garrison.catalog.sensor.Channel;
import dev.garrison.catalog.sensor.Family;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.wsus.server.UpdateServerState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Approvals that are taken back, and until when a plan of new ones may be carried out. */
final class ApprovalsOverTimeTest {
  private static final String NAME = "wsus01.contoso.example:8531";

  private ManifestResult read = new SensorManifest().read();

  private ServerMade server() {
    return new ServerMade(SensorManifest.server(read, 0));
  }

  private ApprovalRecipe recipe() {
    return new ApprovalRecipe(
        read.manifest(), SensorManifest.sensorUpdate(read), NOW, ZoneOffset.UTC);
  }

  private void wanted(ApprovalRecipe recipe, ServerMade made) {
    assertThat(
            recipe.wanted(
                onServer(made),
                LinesTold.rollout(read, LinesTold.facts(made), false).target().orElseThrow()))
        .isNotEmpty();
  }

  private OnServer onServer(ServerMade made) {
    return RingServers.of(SensorManifest.sensorUpdate(read), LinesTold.facts(made), ServerMade.LINE)
        .managed()
        .getFirst();
  }

  @Test
  void aHeldVersionOfOursIsTakenBackFromEveryGroup() {
    read = new SensorManifest().section("hold: [{version: 10.8700.1.1, reason: INC0042}]").read();
    ServerMade made =
        server().has(OLD, NEW).ours(OLD, PILOT, 3).theirs(OLD, BROAD, 3).ours(NEW, BROAD, 3);
    assertThat(recipe().takenBack(onServer(made)))
        .containsExactly(
            new Wanted<>(
                new Address("approval", NAME + "/unified agent 10.8700.1.1/Pilot"),
                new Desired.Absent<>("held: INC0042"),
                Set.of(UpdateServerState.address(NAME))));
  }

  @Test
  void aHeldVersionOfAnotherFamilyIsNotThisLines() {
    read = new SensorManifest().section("hold: [{version: 10.8700.1.1, reason: INC0042}]").read();
    SensorUpdate other =
        ServerMade.sensor(
            new ReleaseLine(new Family("Windows Server 2019"), Channel.UNNAMED),
            10,
            "10.8700.1.1",
            Publication.PUBLISHED,
            Licence.NONE,
            false);
    assertThat(recipe().takenBack(onServer(server().has(other).ours(other, PILOT, 3)))).isEmpty();
  }

  @Test
  void nothingIsTakenBackWhereNothingMayBeWritten() {
    read =
        new SensorManifest()
            .section("hold: [{version: 10.8700.1.1, reason: INC0042}]")
            .server("wsus01", "serverId: 7c1f8a52-0d3e-4b6a-9f41-2e5d8c7b6a90")
            .read();
    ServerMade made = server().has(OLD).ours(OLD, PILOT, 3);
    assertThat(recipe().takenBack(onServer(made)))
        .singleElement()
        .extracting(Wanted::held)
        .isEqualTo(Optional.of("writing to this server is off"));
  }

  @Test
  void aPlanWithANewDeadlineHoldsUntilTheDayBefore() {
    read = new SensorManifest().section("deadline: \"+7d 22:00\"").read();
    ApprovalRecipe recipe = recipe();
    assertThat(recipe.validUntil()).isEmpty();
    wanted(recipe, server().has(NEW));
    assertThat(recipe.validUntil()).contains(Instant.parse("2026-11-30T22:00:00Z"));
  }

  @Test
  void aShortDeadlineIsPromisedForHalfOfItsTime() {
    read = new SensorManifest().section("deadline: \"+24h\"").section("shortDeadline: true").read();
    ApprovalRecipe recipe = recipe();
    wanted(recipe, server().has(NEW));
    assertThat(recipe.validUntil()).contains(Instant.parse("2026-11-25T00:00:00Z"));
  }

  @Test
  void anApprovalThatIsThereAlreadyOrHasNoDeadlinePromisesNothing() {
    ApprovalRecipe without = recipe();
    wanted(without, server().has(NEW));
    assertThat(without.validUntil()).isEmpty();
    read = new SensorManifest().section("deadline: \"+7d 22:00\"").read();
    ApprovalRecipe kept = recipe();
    wanted(kept, server().has(NEW).ours(NEW, PILOT, 1));
    assertThat(kept.validUntil()).isEmpty();
  }
}
