package dev.garrison.recipe.ring;

import static dev.garrison.recipe.ring.RingSite.NOW;
import static dev.garrison.recipe.ring.RingSite.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.refresh.Evaluation;
import dev.garrison.ring.RingWindows;
import dev.garrison.ring.RingWindows.Lack;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a person is told of rings: their windows, servers not reached, evaluations that got lost.
 */
final class RingWordsTest {
  private static final String REMEDY =
      " Give them a general one, leave them out (\"exceptions\", or the ring's \"exclude\"), or set the ring's \"requireMaintenanceWindow: false\". All of them: garrison prerequisites --only no-window";
  private static final RingWindows ONE =
      new RingWindows(9, new Lack(1, List.of("SRV1")), Lack.NONE);
  private static final RingWindows TWO =
      new RingWindows(9, new Lack(2, List.of("SRV1", "SRV2")), Lack.NONE);

  private final RingSite site =
      new RingSite("", ", requireMaintenanceWindow: true", ", requireMaintenanceWindow: false");

  private List<String> windows() {
    return new WindowRemarks(site.facts()).of(site.plans().all());
  }

  @Test
  void windowsThatCannotBeSeenHoldNothing() {
    assertThat(windows())
        .containsExactly(
            "whether servers have a maintenance window cannot be seen on this site: no ring waits for one, and a server without one installs when it is due, at any hour");
    assertThat(site.plans().all().getFirst().verdict().opens()).isTrue();
  }

  @Test
  void aRingThatRequiresWindowsDoesNotOpenWithoutThem() {
    site.windows(site.pilot(), TWO).windows(site.broad(), ONE);
    assertThat(site.plans().all().getFirst().verdict().reason())
        .isEqualTo(
            "2 of the 9 servers to onboard have no general maintenance window, and the ring requires one; \"garrison prerequisites --only no-window\" lists them");
    assertThat(site.plans().all())
        .extracting(RingPlan::blocked)
        .containsExactly(
            Optional.of(
                new Blockage(
                    "ring pilot: 2 of the 9 servers to onboard have no general maintenance window, and the ring requires one: SRV1, SRV2",
                    "Give them a general one, leave them out (\"exceptions\", or the ring's \"exclude\"), or set the ring's \"requireMaintenanceWindow: false\". To list them, run \"garrison prerequisites --only no-window\".")),
            Optional.empty());
    assertThat(windows())
        .containsExactly(
            "ring broad: 1 of the 9 servers to onboard has no general maintenance window: SRV1. They install when it is due, at any hour");
  }

  @Test
  void aLaterRingThatLacksThemWaitsAndIsTold() {
    RingSite both =
        new RingSite("", ", requireMaintenanceWindow: true", ", requireMaintenanceWindow: true");
    both.windows(both.pilot(), RingWindows.FINE).windows(both.broad(), ONE);
    assertThat(both.plans().all().getLast().blocked()).isEmpty();
    assertThat(new WindowRemarks(both.facts()).of(both.plans().all()))
        .containsExactly(
            "Action needed: ring broad: 1 of the 9 servers to onboard has no general maintenance window: SRV1. They are not ready, and the ring does not open before they are."
                + REMEDY);
  }

  @Test
  void oneThatDoesNotRequireThemOpens() {
    RingSite open = new RingSite("", ", requireMaintenanceWindow: false", "");
    open.windows(open.pilot(), TWO);
    assertThat(open.plans().all().getFirst().verdict().opens()).isTrue();
  }

  @Test
  void oneThatHasOpenedIsToldThatItIsTooLate() {
    site.windows(site.pilot(), ONE).opened(site.pilot(), 1).well(site.pilot(), 9);
    assertThat(windows())
        .containsExactly(
            "Action needed: ring pilot: 1 of the 9 servers to onboard has no general maintenance window: SRV1. The ring has opened, so they install when it is due, at any hour."
                + REMEDY);
  }

  @Test
  void ringsWithWindowsNeedNoWord() {
    site.windows(site.pilot(), RingWindows.FINE);
    assertThat(windows()).isEmpty();
  }

  @Test
  void windowsThatAreTooShortAreTold() {
    site.windows(site.pilot(), new RingWindows(9, Lack.NONE, new Lack(1, List.of("SRV1"))))
        .windows(site.broad(), new RingWindows(9, Lack.NONE, new Lack(2, List.of("A", "B"))));
    String rest =
        " shorter than the maximum run time, %d minutes with the agent of 2012 R2 and 2016 and %d without. No window ever starts the installation there: %s. Give them a longer one. All of them: garrison prerequisites --only window-too-short";
    int long1 = OperatingSystem.WINDOWS_SERVER_2016.maximumMinutes();
    int short1 = OperatingSystem.WINDOWS_SERVER_2022.maximumMinutes();
    assertThat(windows())
        .containsExactly(
            "Action needed: ring pilot: 1 server has maintenance windows that are all"
                + rest.formatted(long1, short1, "SRV1"),
            "Action needed: ring broad: 2 servers have maintenance windows that are all"
                + rest.formatted(long1, short1, "A, B"));
  }

  @Test
  void serversThatNoApplicationIsForAreCounted() {
    RingMembers none = new RingMembers(site.manifest(), site.facts());
    assertThat(none.of(site.pilot())).isZero();
    assertThat(none.outsideAllSystems(site.pilot())).isEmpty();

    site.members(site.pilot(), 8)
        .whole(site.pilot(), "[garrison:1:small]", 10)
        .part(site.pilot(), SYSTEM, 4)
        .part(site.pilot(), OperatingSystem.WINDOWS_SERVER_2022, 3)
        .part(site.broad(), SYSTEM, 100);
    RingMembers some = new RingMembers(site.manifest(), site.facts());
    assertThat(some.of(site.pilot())).isEqualTo(8);
    assertThat(some.outsideAllSystems(site.pilot()))
        .contains(
            "3 of 10 servers in ring pilot are not reached: their operating system is not in the manifest, or has not been inventoried");
  }

  @ParameterizedTest
  @CsvSource({"7, false", "8, true", "6, false"})
  void aRingWhoseSystemsHoldAllOfItsServersNeedsNoWord(int whole, boolean told) {
    site.whole(site.pilot(), "[garrison:1:small]", whole).part(site.pilot(), SYSTEM, 7);
    assertThat(
            new RingMembers(site.manifest(), site.facts())
                .outsideAllSystems(site.pilot())
                .isPresent())
        .isEqualTo(told);
  }

  private static Wanted<?> collection(String name) {
    return Wanted.present(
        DeviceCollection.address(name),
        new DeviceCollection(
            name,
            "",
            "All Servers",
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            DeviceCollection.PERIODIC));
  }

  private List<Wanted<?>> overdue(List<Wanted<?>> collections, List<Wanted<?>> others) {
    return new OverdueEvaluations(site.facts(), NOW).of(collections, others);
  }

  @Test
  void anEvaluationThatGotLostIsAskedForAgain() {
    Duration quarter = Duration.ofMinutes(15);
    site.holds("late", "", 1, Optional.of(NOW.minus(quarter).minusSeconds(1)))
        .holds("in time", "", 1, Optional.of(NOW.minus(quarter)))
        .holds("done", "", 1, Optional.empty());
    List<Wanted<?>> all =
        List.of(collection("late"), collection("in time"), collection("done"), collection("new"));
    Wanted<Evaluation> wanted =
        new Wanted<>(
            Evaluation.address("late"),
            new Desired.Present<>(Evaluation.of("late", Set.of())),
            Set.of(DeviceCollection.address("late")));
    assertThat(overdue(all, List.of())).containsExactly(wanted);
    assertThat(overdue(all, List.of(wanted))).isEmpty();
  }

  @Test
  void aCollectionThatIsToGoIsNotEvaluated() {
    site.holds("late", "", 1, Optional.of(NOW.minus(Duration.ofDays(1))));
    assertThat(
            overdue(
                List.of(
                    new Wanted<>(
                        DeviceCollection.address("late"),
                        new Desired.Absent<DeviceCollection>("gone"))),
                List.of()))
        .isEmpty();
  }

  @Test
  void aRingIsReachedByTheseObjects() {
    RingSite one = new RingSite();
    RingObjects objects = RingObjects.of(one.manifest(), one.pilot());
    assertThat(objects.whole())
        .isEqualTo(DeviceCollection.address(one.manifest().ringCollection(one.pilot())));
    assertThat(objects.parts()).hasSize(4);
    assertThat(objects.deployments()).hasSize(2);
    assertThat(objects.beside()).hasSize(6);
    assertThat(objects.takenBack()).hasSize(6);
    assertThat(objects.disabled())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(objects.deployments().stream(), objects.beside().stream()).toList());
    assertThat(objects.all())
        .hasSize(19)
        .doesNotHaveDuplicates()
        .contains(objects.whole(), new Address("deployment", one.deployment(one.pilot(), SYSTEM)));
  }
}
