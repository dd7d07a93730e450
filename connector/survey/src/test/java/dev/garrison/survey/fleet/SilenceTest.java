package dev.garrison.survey.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.reading.SmallManifest;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.SiteCollections;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From when on a server of a ring that soaks counts as silent. */
final class SilenceTest {
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final Manifest MANIFEST =
      SmallManifest.ofRings(
          """
            - {name: pilot, collections: [A], maxDevices: 50, deadline: "+3d 22:00", antivirus: active}
          """,
          start -> start);

  private static RingAntivirus heard(Duration ago, String note) {
    Fleet fleet = Fleet.of(MANIFEST);
    int row = fleet.add(1, "SRV1");
    fleet.onboarding(row, 0, new DeploymentStatus(1, 1000, 0, "", Optional.empty()));
    fleet.presence(
        row,
        new Presence(
            true,
            true,
            false,
            "5.00",
            Optional.empty(),
            Optional.empty(),
            Optional.of(NOW.minus(ago))));
    CollectionFact ring =
        new CollectionFact(
            "PS100012",
            MANIFEST.ringCollection(MANIFEST.rings().getFirst()),
            "Servers of ring pilot. " + note + " [garrison:1:small]",
            1,
            false,
            Optional.empty());
    return Objects.requireNonNull(
        RingAntivirusReader.census(MANIFEST, new SiteCollections(List.of(ring)), fleet, NOW)
            .get("pilot"));
  }

  private static String since(Duration ago) {
    return "{healthy since " + NOW.minus(ago) + "}";
  }

  @Test
  void aServerThatWasNotHeardOfSinceTheSoakBeganIsSilent() {
    assertThat(heard(Duration.ofDays(4), since(Duration.ofDays(3))).silent().listed())
        .isEqualTo("SRV1");
    assertThat(heard(Duration.ofDays(2), since(Duration.ofDays(3))).silent().isAny()).isFalse();
  }

  @Test
  void lessThanADayIsNoSilence() {
    assertThat(heard(Duration.ofHours(23), since(Duration.ofHours(1))).silent().isAny()).isFalse();
    assertThat(heard(Duration.ofHours(25), since(Duration.ofHours(1))).silent().isAny()).isTrue();
  }

  @Test
  void nobodyIsSilentWhereNoSoakIsNoted() {
    assertThat(heard(Duration.ofDays(99), "").silent().isAny()).isFalse();
  }
}
