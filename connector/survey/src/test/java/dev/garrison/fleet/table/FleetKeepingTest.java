package dev.garrison.fleet.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.ring.RingHealth;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a fleet keeps of a server when it is told more than once, or more than there is room for.
 */
final class FleetKeepingTest {
  private static final Instant TIME = Instant.parse("2026-11-24T21:00:00Z");

  private final Fleet fleet = new Fleet(List.of("pilot", "broad"));

  private int add(int ring, long id, String name) {
    int row = fleet.add(id, name);
    BitSet one = new BitSet();
    one.set(row);
    fleet.join(ring, one);
    return row;
  }

  private static DeploymentStatus status(long type) {
    return new DeploymentStatus(type, 1000, 0, "", Optional.of(TIME));
  }

  @Test
  void aRefusalHidesNoFailureWhateverIsReadFirst() {
    for (List<Long> codes : List.of(List.of(20004L, 1603L), List.of(1603L, 20004L))) {
      int row = add(0, codes.getFirst(), "SRV" + codes.getFirst());
      fleet.onboarding(row, 0, new DeploymentStatus(5, 5000, 0, "", Optional.empty()));
      codes.forEach(code -> fleet.onboardingError(row, code));
      assertThat(fleet.server(row).onboarding().orElseThrow().errorCode()).isEqualTo(1603);
    }
    assertThat(fleet.health()).isEqualTo(Map.of("pilot", new RingHealth(0, 2, 0, 0, 0)));
  }

  @Test
  void theRingThatTargetsAServerIsThatOfItsOnboardingDeployment() {
    int row = add(0, 1, "SQL01");
    assertThat(fleet.deployedRing(row)).isEmpty();
    fleet.onboarding(row, 1, status(1));
    assertThat(fleet.deployedRing(row)).contains("broad");
  }

  @Test
  void whereOnlyAnotherDeploymentTargetsAServerItIsTheServersOwnRing() {
    int mode = add(1, 1, "SQL01");
    fleet.beside(CompanionState.ANTIVIRUS_MODE, mode, status(1));
    assertThat(fleet.deployedRing(mode)).contains("broad");
    int settings = add(0, 2, "SQL02");
    fleet.beside(CompanionState.SETTINGS, settings, status(1));
    assertThat(fleet.deployedRing(settings)).contains("pilot");
    int nobodys = fleet.add(3, "SQL03");
    fleet.beside(CompanionState.SETTINGS, nobodys, status(1));
    assertThat(fleet.deployedRing(nobodys)).isEmpty();
  }

  @Test
  void ofTwoDeploymentsThatStandAlikeTheFirstIsKept() {
    int row = add(0, 1, "SQL01");
    fleet.onboarding(row, 0, status(1));
    fleet.onboarding(row, 1, status(1));
    assertThat(fleet.deployedRing(row)).contains("pilot");
  }

  @Test
  void whatALaterSourceSaysOfASensorTakesThePlaceOfTheFirst() {
    int row = add(0, 1, "SQL01");
    Sensor first = new Sensor(0, "77aa", true, Optional.of(TIME));
    fleet.sensor(row, first);
    assertThat(fleet.server(row).sensor()).contains(first);
    Sensor later = new Sensor(1, "", false, Optional.empty(), Optional.of(TIME));
    fleet.sensor(row, later);
    assertThat(fleet.server(row).sensor()).contains(later);
  }

  @Test
  void eachTruthOfAPresenceIsKeptByItself() {
    int row = add(0, 1, "SQL01");
    for (Presence presence :
        List.of(
            new Presence(true, false, false, "5.00", Optional.empty()),
            new Presence(false, true, false, "5.00", Optional.of(TIME)),
            new Presence(false, false, true, "", Optional.empty()))) {
      fleet.presence(row, presence);
      assertThat(fleet.server(row).presence()).contains(presence);
    }
  }

  @Test
  void serversOfOneNameAreInTheOrderOfTheirIds() {
    add(0, 9, "sql01");
    add(0, 3, "SQL01");
    add(0, 5, "Sql01");
    assertThat(IntStream.of(fleet.servers()).mapToObj(row -> fleet.server(row).id()))
        .containsExactly(3L, 5L, 9L);
  }

  @Test
  void namesAreComparedCharacterByCharacterWithoutTheirCase() {
    List<String> names = List.of("a", "A-1", "a0", "a1", "AA", "ab", "AZ", "a[", "a{");
    for (int index = 0; index < names.size(); index++) {
      add(0, 100 - index, names.get(index));
    }
    assertThat(IntStream.of(fleet.servers()).mapToObj(row -> fleet.server(row).name()))
        .containsExactly("a", "A-1", "a0", "a1", "a[", "AA", "ab", "AZ", "a{");
  }

  @Test
  void aLongNameIsKeptWhole() {
    String longName = "S".repeat(5_000);
    int first = add(0, 1, longName);
    int second = add(0, 2, "SQL02");
    assertThat(fleet.server(first).name()).isEqualTo(longName);
    assertThat(fleet.server(second).name()).isEqualTo("SQL02");
  }

  @Test
  void aServerThatIsAddedTwiceIsOne() {
    int row = fleet.add(1, "SQL01");
    assertThat(fleet.add(1, "other name")).isEqualTo(row);
    assertThat(fleet.server(row).name()).isEqualTo("SQL01");
    assertThat(fleet.find(2)).isEmpty();
  }
}
