package dev.garrison.fleet.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.InventoryAges;
import dev.garrison.fleet.KnownServer;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.readiness.Readiness.State;
import dev.garrison.fleet.readiness.ReadinessTally.Affected;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReadinessTallyTest {
  private static final Finding DISK =
      Finding.notReady(Prerequisite.DISK_SPACE, "12 MB are free", "Make room.");
  private static final Finding RESTART =
      Finding.notReady(Prerequisite.RESTART_PENDING, "it waits for a restart", "Restart it.");
  private static final Finding UNKNOWN =
      Finding.unknown(Prerequisite.UPDATES, "no updates are shown", "Look.");
  private static final Finding NOTE =
      new Finding(Prerequisite.NO_WINDOW, Finding.Level.NOTE, "it has no window", "Nothing.");
  private static final Finding APART =
      Finding.apart(Prerequisite.NO_CLIENT, "it has no client", "Install it.");

  private final ReadinessTally tally = new ReadinessTally(List.of("pilot", "broad"));

  private void add(String name, String ring, Finding... findings) {
    tally.add(
        KnownServer.of(
            1,
            name,
            ring,
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Readiness.of(List.of(findings)));
  }

  @Test
  void everyServerIsCountedInItsRingAndItsState() {
    add("A", "pilot");
    add("B", "pilot", DISK);
    add("C", "broad", NOTE);
    add("D", "late", APART);
    assertThat(tally.rings()).containsExactly("pilot", "broad", "late");
    assertThat(tally.servers()).isEqualTo(4);
    assertThat(tally.of("pilot")).isEqualTo(2);
    assertThat(tally.of("pilot", State.READY)).isEqualTo(1);
    assertThat(tally.of("pilot", State.NOT_READY)).isEqualTo(1);
    assertThat(tally.of("pilot", State.APART)).isZero();
    assertThat(tally.of(State.READY)).isEqualTo(2);
    assertThat(tally.of(State.APART)).isEqualTo(1);
    assertThat(tally.of(State.UNKNOWN)).isZero();
  }

  @Test
  void aRingWithoutServersIsCountedAndOneThatIsUnknownHasNone() {
    assertThat(tally.rings()).containsExactly("pilot", "broad");
    assertThat(tally.of("broad")).isZero();
    assertThat(tally.of("nowhere")).isZero();
    assertThat(tally.of("nowhere", State.READY)).isZero();
    assertThat(tally.servers()).isZero();
    assertThat(tally.findings()).isEmpty();
  }

  @Test
  void theGraverIsToldFirstAndThenTheMoreFrequent() {
    Finding otherDisk = Finding.notReady(Prerequisite.DISK_SPACE, "9 MB are free", "Make room.");
    add("A", "pilot", NOTE, UNKNOWN, otherDisk);
    add("B", "pilot", DISK, UNKNOWN);
    add("C", "broad", DISK, RESTART);
    assertThat(tally.findings())
        .containsExactlyInAnyOrder(
            new Affected(DISK, 2, List.of("B", "C")),
            new Affected(otherDisk, 1, List.of("A")),
            new Affected(RESTART, 1, List.of("C")),
            new Affected(UNKNOWN, 2, List.of("A", "B")),
            new Affected(NOTE, 1, List.of("A")))
        .extracting(affected -> affected.finding().level())
        .isSorted();
    assertThat(tally.findings())
        .filteredOn(affected -> affected.finding().what() == Prerequisite.DISK_SPACE)
        .extracting(Affected::servers)
        .containsExactly(2, 1);
  }

  @Test
  void ofManyServersWithOneFindingTheFirstSixAreNamedAndAllAreCounted() {
    for (int number = 1; number <= 8; number++) {
      add("S" + number, "pilot", DISK);
    }
    assertThat(tally.findings())
        .containsExactly(new Affected(DISK, 8, List.of("S1", "S2", "S3", "S4", "S5", "S6")));
  }

  @Test
  void fiveHundredFindingsAreKeptApartAndTheServersOfFurtherOnesAreStillCounted() {
    for (int number = 1; number <= 502; number++) {
      add(
          "S" + number,
          "pilot",
          Finding.notReady(Prerequisite.DISK_SPACE, number + " MB are free", "Make room."));
    }
    add("again", "pilot", Finding.notReady(Prerequisite.DISK_SPACE, "1 MB are free", "Make room."));
    assertThat(tally.findings()).hasSize(500);
    assertThat(tally.findings().getFirst().names()).containsExactly("S1", "again");
    assertThat(tally.servers()).isEqualTo(503);
  }

  @ParameterizedTest
  @CsvSource({
    "'', ready",
    "NOTE, ready",
    "NOTE UNKNOWN, unknown",
    "NOTE UNKNOWN NOT_READY, not-ready",
    "APART, apart",
    "NOTE APART, apart"
  })
  void theGravestFindingDecides(String levels, String state) {
    List<Finding> findings =
        Arrays.stream(levels.split(" ", -1))
            .filter(level -> !level.isEmpty())
            .map(level ->
                new Finding(Prerequisite.UPDATES, Finding.Level.valueOf(level), "so", "Look."))
            .toList();
    Readiness readiness = Readiness.of(findings);
    assertThat(readiness.state().word()).isEqualTo(state);
    assertThat(readiness.findings()).extracting(Finding::level).isSorted();
  }

  @Test
  void theInventoryIsAsOldAsThatOfItsServers() {
    Instant now = Instant.parse("2026-11-29T12:00:00Z");
    Presence sent =
        new Presence(true, true, false, "5.0", Optional.of(now.minus(Duration.ofHours(5))));
    tally.add(
        KnownServer.of(
            1,
            "A",
            "pilot",
            "",
            Optional.of(sent),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Readiness.of(List.of()));
    add("B", "pilot");
    assertThat(tally.ages(now))
        .hasValue(new InventoryAges.Ages(Duration.ofHours(5), Duration.ofHours(5), 1));
  }
}
