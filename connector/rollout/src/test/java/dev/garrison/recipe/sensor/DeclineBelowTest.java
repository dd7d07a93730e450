package dev.garrison.recipe.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.ContentState;
import dev.garrison.catalog.Installation;
import dev.garrison.catalog.Labels;
import dev.garrison.catalog.Licence;
import dev.garrison.catalog.Publication;
import dev.garrison.catalog.Standing;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.declinepolicy.DeclineVerdict;
import dev.garrison.catalog.declinepolicy.KeepReason;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.wsus.decline.DeclineExaminer.Examined;
import dev.garrison.wsus.decline.Replica;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class DeclineBelowTest {
  private static final UUID ID = new UUID(1, 1);
  private static final SensorUpdate OFFERED = sensor(false);
  private static final SensorUpdate DECLINED = sensor(true);
  private static final DeclineVerdict MAY =
      new DeclineVerdict.MayDecline(OFFERED, OFFERED, List.of(ID), List.of(), Instant.EPOCH, 3);
  private static final DeclineVerdict KEEP =
      new DeclineVerdict.Keep(KeepReason.SUPERSEDER_NOT_APPROVED, "2 computers need it");

  private static SensorUpdate sensor(boolean declined) {
    return new SensorUpdate(
        ReleaseLine.UNIFIED_AGENT,
        SensorVersion.parse("10.8760.27617.1006").orElseThrow(),
        new Update(
            new UpdateIdentity(ID, 1),
            Labels.of("An update", Set.of("5005292"), Set.of()),
            new Standing(
                Publication.PUBLISHED,
                true,
                declined,
                true,
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH),
            new Installation(ContentState.READY, Licence.NONE, false, false)));
  }

  private static DeclineBelow replica(List<SensorUpdate> sensors, Examined... examined) {
    return new DeclineBelow(List.of(new Replica("wsus02", sensors, List.of(examined))), List.of());
  }

  @Test
  void withoutReplicasNothingSpeaksAgainstIt() {
    assertThat(new DeclineBelow(List.of(), List.of()).objection(ID)).isEmpty();
  }

  @Test
  void aReplicaOnWhichNobodyNeedsItAgrees() {
    assertThat(replica(List.of(OFFERED), new Examined(OFFERED, MAY, true)).objection(ID)).isEmpty();
  }

  @Test
  void aReplicaOnWhichSomebodyNeedsItSaysSo() {
    assertThat(replica(List.of(OFFERED), new Examined(OFFERED, KEEP, true)).objection(ID))
        .contains("its replica wsus02 reports: 2 computers need it");
  }

  @Test
  void aReplicaWithoutComputersAgrees() {
    assertThat(replica(List.of(OFFERED), new Examined(OFFERED, KEEP, false)).objection(ID))
        .isEmpty();
  }

  @Test
  void aReplicaThatOffersItAndWasNotExaminedHoldsIt() {
    assertThat(replica(List.of(OFFERED)).objection(ID))
        .contains("the replica wsus02 hasn't been checked for computers that need the update");
  }

  @Test
  void aReplicaThatDeclinedItOrNeverHadItAgrees() {
    assertThat(replica(List.of(DECLINED)).objection(ID)).isEmpty();
    assertThat(replica(List.of()).objection(ID)).isEmpty();
  }

  @Test
  void whileAServerCannotBeReadNothingIsDeclined() {
    assertThat(new DeclineBelow(List.of(), List.of("wsus02", "wsus03")).objection(ID))
        .contains("who needs it is not known while wsus02, wsus03 cannot be read");
  }
}
