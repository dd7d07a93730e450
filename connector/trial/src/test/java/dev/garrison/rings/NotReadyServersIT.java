package dev.garrison.rings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.plan.Plan;
import dev.garrison.lab.device.OtherAntivirus;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Active rings, and servers on which the script is known to refuse. */
final class NotReadyServersIT {
  private static final OtherAntivirus ESET =
      new OtherAntivirus("ESET", Optional.of("ekrn"), Optional.empty(), true, true);
  private static final Duration PAST_THE_NEXT_INVENTORY = Duration.ofDays(2);
  private static final Duration PAST_THE_DEADLINE = Duration.ofDays(5);

  @TempDir private Path folder;
  private TwoRings rings;

  @BeforeEach
  void open() {
    rings = new TwoRings("2207", folder);
  }

  @AfterEach
  void close() {
    rings.close();
  }

  private RingReport pilot() {
    return rings.reports().getFirst();
  }

  private Optional<String> mode(String server) {
    return rings.site().lab().servers().runningMode(server);
  }

  @Test
  void aServerWithAnotherAntivirusStaysOutUntilThatIsRemoved() {
    rings.site().lab().servers().install("WEB02", ESET);
    rings.site().pass(PAST_THE_NEXT_INVENTORY);
    Plan plan = rings.site().plan();
    assertThat(plan.remarks())
        .contains(
            "Action needed: ring pilot: 1 of its servers is not ready and stays out: WEB02. What it lacks, and what"
                + " to do: garrison prerequisites --only not-ready");
    assertThat(TwoRings.changes(plan, change -> change.address().name().contains("not ready")))
        .containsExactly("CREATE collection/MDE not ready - trial");
    rings.settle();
    rings.site().pass(PAST_THE_DEADLINE);
    rings.settle();

    assertThat(pilot().health()).as("nobody failed").isEqualTo(new RingHealth(2, 0, 0, 1, 0));
    assertThat(pilot().state()).isEqualTo(RingState.OPEN);
    assertThat(mode("WEB02")).isEmpty();

    rings.site().lab().servers().removeOthers("WEB02");
    rings.site().pass(PAST_THE_NEXT_INVENTORY);
    rings.settle();
    rings.site().pass(PAST_THE_DEADLINE);
    rings.settle();
    assertThat(mode("WEB02")).contains("Normal");
    assertThat(pilot().health()).isEqualTo(new RingHealth(3, 0, 0, 0, 0));
  }

  @Test
  void aServerThatWasTargetedStaysAMember() {
    rings.settle();
    rings.site().pass(Duration.ofHours(2));
    rings.site().lab().servers().install("WEB02", ESET);
    rings.site().pass(PAST_THE_DEADLINE);
    rings.settle();

    assertThat(pilot().health()).isEqualTo(new RingHealth(2, 0, 0, 1, 0));
    assertThat(TwoRings.changes(rings.site().plan(), change -> !TwoRings.held(change))).isEmpty();
    assertThat(rings.site().plan().remarks()).noneMatch(remark -> remark.contains("not ready"));
  }
}
