package dev.garrison.rings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.plan.Plan;
import dev.garrison.trial.TrialManifest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pilot that becomes active, and a ring beside another antivirus. */
final class AntivirusPerRingIT {
  private static final Duration PAST_THE_DEADLINE = Duration.ofDays(6);
  private static final Duration PAST_THE_NEXT_INVENTORY = Duration.ofDays(1);
  private static final Duration PAST_THE_SOAK = Duration.ofDays(2);

  private static List<String> modes(TwoRings rings, String... servers) {
    return List.of(servers).stream()
        .map(server -> rings.site().lab().servers().runningMode(server).orElse("not onboarded"))
        .toList();
  }

  @Test
  void eachRingEndsInItsOwnModeThroughItsOwnApplications(@TempDir Path folder) {
    try (TwoRings rings = new TwoRings("2207", folder)) {
      rings
          .site()
          .manifest()
          .replace(
              "antivirus: active\nsampleSharing",
              TrialManifest.passive("Production servers") + "\nsampleSharing");
      // What one ring states is known in the others, and an active one takes nobody beside it.
      Stream.of("FS01", "WEB02", "APP02").forEach(rings.site().lab().servers()::removeOthers);
      rings.site().pass(PAST_THE_NEXT_INVENTORY);
      Plan first = rings.site().plan();
      assertThat(TwoRings.changes(first, change -> change.address().kind().equals("application")))
          .containsExactlyInAnyOrder(
              "CREATE application/Defender for Endpoint antivirus active",
              "CREATE application/Defender for Endpoint antivirus passive",
              "CREATE application/Defender for Endpoint settings",
              "CREATE application/Defender for Endpoint 2012 R2",
              "CREATE application/Defender for Endpoint 2012 R2 (passive)",
              "CREATE application/Defender for Endpoint 2019",
              "CREATE application/Defender for Endpoint 2019 (passive)",
              "CREATE application/Defender for Endpoint 2022",
              "CREATE application/Defender for Endpoint 2022 (passive)");
      rings.settle();
      assertThat(TwoRings.changes(rings.site().plan(), TwoRings::held))
          .contains(
              "WAIT deployment/MDE broad - 2019",
              "WAIT deployment/MDE broad - 2019 antivirus passive");
      rings.site().pass(PAST_THE_DEADLINE);
      assertThat(modes(rings, "FS01", "WEB02", "APP02")).containsOnly("Normal");
      assertThat(modes(rings, "APP01", "DC02")).containsOnly("not onboarded");
      rings.settle();
      rings.site().pass(PAST_THE_SOAK);
      rings.settle();
      rings.site().pass(PAST_THE_DEADLINE);
      assertThat(modes(rings, "APP01", "DC02", "SQL01")).containsOnly("Passive Mode");
      assertThat(modes(rings, "FS01", "WEB02", "APP02")).containsOnly("Normal");
    }
  }

  @Test
  void aRingThatChangesItsModeMovesToItsOtherApplications(@TempDir Path folder) {
    try (TwoRings rings = new TwoRings("2207", folder)) {
      rings.settle();
      rings
          .site()
          .manifest()
          .replace(
              "antivirus: active\n    gate", TrialManifest.passive("Pilot servers") + "\n    gate");
      Plan plan = rings.site().plan();
      assertThat(TwoRings.changes(plan, change -> change.address().name().contains("2019")))
          .contains(
              "UPDATE application/Defender for Endpoint 2019",
              "CREATE application/Defender for Endpoint 2019 (active)",
              "CREATE deployment/MDE pilot - 2019 antivirus passive",
              "WAIT deployment/MDE broad - 2019");
      rings.settle();
      rings.site().pass(PAST_THE_DEADLINE);
      assertThat(modes(rings, "FS01", "WEB02", "APP02")).containsOnly("Passive Mode");
    }
  }
}
