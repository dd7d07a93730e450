package dev.garrison.wsus.decline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.declinepolicy.DeclineVerdict;
import dev.garrison.catalog.declinepolicy.KeepReason;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.wsus.model.UpdateOnServer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a replica has to say against a decline. */
final class ReplicaTest {
  private static final UUID OLD = Superseded.OLD.updateId();

  private static SensorUpdate sensor(UpdateOnServer update) {
    Superseded at = new Superseded();
    at.fake.with(update);
    at.read();
    return at.stocks.of(Superseded.NAMED).orElseThrow().sensor(update.updateId()).orElseThrow();
  }

  private static Optional<String> objection(KeepReason reason, boolean anybody) {
    return new Replica(
            "wsus02",
            List.of(),
            List.of(
                new DeclineExaminer.Examined(
                    sensor(Superseded.NEW), new DeclineVerdict.Keep(reason, "other"), true),
                new DeclineExaminer.Examined(
                    sensor(Superseded.OLD), new DeclineVerdict.Keep(reason, "why"), anybody)))
        .objection(OLD);
  }

  @ParameterizedTest
  @CsvSource({
    "STILL_NEEDED, true, true",
    "WITHIN_GRACE, true, true",
    "STATE_UNKNOWN, true, true",
    "NOBODY_REPORTED, true, false",
    "STILL_NEEDED, false, false"
  })
  void itObjectsWhereAnybodyOfItsComputersMayNeedTheUpdate(
      KeepReason reason, boolean anybody, boolean objects) {
    assertThat(objection(reason, anybody))
        .isEqualTo(objects ? Optional.of("its replica wsus02 reports: why") : Optional.empty());
  }

  @Test
  void itDoesNotObjectWhereNobodyNeedsTheUpdate() {
    Superseded at = new Superseded();
    at.read();

    assertThat(
            new Replica(
                    "wsus02",
                    at.stocks.of(Superseded.NAMED).orElseThrow().sensors(),
                    at.examiner()
                        .examine(
                            at.fake,
                            at.stocks.of(Superseded.NAMED).orElseThrow(),
                            List.of(),
                            at.fake.has().now))
                .objection(OLD))
        .isEmpty();
  }

  @Test
  void whatItOffersAndNobodyHasExaminedIsKept() {
    assertThat(new Replica("wsus02", List.of(sensor(Superseded.OLD)), List.of()).objection(OLD))
        .contains("the replica wsus02 hasn't been checked for computers that need the update");
  }

  @Test
  void whatItDoesNotOfferHoldsNothingUp() {
    assertThat(new Replica("wsus02", List.of(), List.of()).objection(OLD)).isEmpty();
    assertThat(new Replica("wsus02", List.of(sensor(Superseded.NEW)), List.of()).objection(OLD))
        .isEmpty();
    assertThat(
            new Replica("wsus02", List.of(sensor(Superseded.OLD.declined(true))), List.of())
                .objection(OLD))
        .isEmpty();
  }
}
