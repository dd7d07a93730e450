package dev.garrison.recipe.offboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.digest.Sha256;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.Manifest;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.refresh.Evaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What of a plan one offboarding needs. */
final class OffboardObjectsTest {
  private static final Manifest NAMES = new LeavingSite("", "").manifest();
  private static final OffboardObjects OBJECTS = OffboardObjects.of(NAMES, "old");
  private static final String RING = NAMES.ringCollection(NAMES.rings().getFirst());
  private static final String LEAVING = NAMES.leavingCollection("old");
  private static final String OFFBOARDING = NAMES.offboardingCollection("old");
  private static final String OTHERS = NAMES.leavingCollection("others");

  private final Map<Address, Wanted<?>> wanted = new LinkedHashMap<>();
  private final Map<Address, List<Address>> after = new LinkedHashMap<>();
  private Optional<DeviceCollection> ring = Optional.of(collection(RING, "as it is", Set.of("A")));

  OffboardObjectsTest() {
    collection(LEAVING);
    collection(OTHERS);
    wants(Evaluation.address(LEAVING), Evaluation.of(LEAVING, Set.of()), collections(LEAVING));
    wants(Evaluation.address(OTHERS), Evaluation.of(OTHERS, Set.of()), collections(OTHERS));
    wants(
        DeviceCollection.address(RING),
        collection(RING, "opens now", Set.of("A", LEAVING, OTHERS)),
        List.of(Evaluation.address(LEAVING), Evaluation.address(OTHERS)));
    wants(
        Evaluation.address(RING),
        Evaluation.of(RING, Set.of(LEAVING, OTHERS)),
        List.of(Evaluation.address(LEAVING), Evaluation.address(OTHERS)));
    wants(
        DeviceCollection.address(OFFBOARDING),
        collection(OFFBOARDING, "", Set.of(RING)),
        collections(LEAVING, RING));
    collection("MDE all - 2019");
  }

  private void collection(String name) {
    wants(DeviceCollection.address(name), collection(name, "", Set.of()), List.of());
  }

  private static DeviceCollection collection(String name, String comment, Set<String> excludes) {
    return new DeviceCollection(
        name, comment, "All Servers", Set.of(), Set.of(), excludes, Set.of(), 2);
  }

  private static List<Address> collections(String... names) {
    return List.of(names).stream().map(DeviceCollection::address).toList();
  }

  private <S extends Record> void wants(Address address, S state, List<Address> needed) {
    wanted.put(address, new Wanted<>(address, new Desired.Present<>(state), Set.copyOf(needed)));
    after.put(address, needed);
  }

  private Intent whole() {
    return new Intent(
        "small",
        Sha256.of("manifest"),
        "site PS1",
        Map.of("site", "PS1", "sensor update, ring broad", Plan.DEFERRED),
        Map.of("installer", "12", "offboarding old", "34", "offboarding others", "56"),
        List.of(new RingDecision("all", "open", "it is the first ring", 3, 50)),
        List.of(decision("old"), decision("others")),
        List.of(
            "offboard old (CHG7): 1 servers, at most 5",
            "offboard old: sensors take its package until Monday",
            "offboard older (CHG8): 1 servers, at most 5",
            "Action needed: offboarding reaches only what Garrison deploys",
            "a note on the site"),
        LeavingSite.NOW,
        Optional.empty(),
        new ArrayList<>(wanted.values()),
        List.of());
  }

  private static OffboardDecision decision(String entry) {
    return new OffboardDecision(entry, "Old servers", List.of("SRV1"), 5, List.of());
  }

  private Intent needed() {
    Intent whole = whole();
    Plan plan =
        new Plan(
            "small",
            Sha256.of("manifest"),
            "site PS1",
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            LeavingSite.NOW,
            Optional.empty(),
            Allowances.NONE,
            after.entrySet().stream().map(each -> change(each.getKey(), each.getValue())).toList(),
            List.of());
    return OBJECTS.only(
        whole, plan, address -> ring.filter(each -> address.name().equals(each.name())));
  }

  private static PlannedChange change(Address address, List<Address> after) {
    return new PlannedChange(
        address, Action.CREATE, "", List.of(), List.of(), Optional.empty(), "", after);
  }

  private List<String> addresses() {
    return needed().wanted().stream().map(each -> each.address().toString()).toList();
  }

  @Test
  void onlyTheObjectsOfTheEntryAndTheCollectionsOfTheRingsAreNeeded() {
    assertThat(addresses())
        .containsExactly(
            "collection/" + LEAVING,
            "evaluation/" + LEAVING,
            "collection/" + RING,
            "evaluation/" + RING,
            "collection/" + OFFBOARDING);
  }

  @Test
  void aRingExcludesTheServersThatLeaveAndStaysAsItIsOtherwise() {
    assertThat(needed().wanted())
        .contains(
            new Wanted<>(
                DeviceCollection.address(RING),
                new Desired.Present<>(collection(RING, "as it is", Set.of("A", LEAVING))),
                Set.of(Evaluation.address(LEAVING))),
            new Wanted<>(
                Evaluation.address(RING),
                new Desired.Present<>(Evaluation.of(RING, Set.of(LEAVING))),
                Set.of(Evaluation.address(LEAVING))));
  }

  @Test
  void aRingThatIsNotThereYetIsCreatedWithWhatItNeeds() {
    ring = Optional.empty();
    assertThat(addresses())
        .containsExactly(
            "collection/" + LEAVING,
            "collection/" + OTHERS,
            "evaluation/" + LEAVING,
            "evaluation/" + OTHERS,
            "collection/" + RING,
            "evaluation/" + RING,
            "collection/" + OFFBOARDING);
    assertThat(needed().wanted()).contains(wanted.get(DeviceCollection.address(RING)));
  }

  @Test
  void decisionsPackagesAndRemarksOfOthersAreLeftOut() {
    Intent needed = needed();
    assertThat(needed.rings()).isEmpty();
    assertThat(needed.offboarding()).containsExactly(decision("old"));
    assertThat(needed.packages()).containsExactly(Map.entry("offboarding old", "34"));
    assertThat(needed.survey()).containsExactly(Map.entry("site", "PS1"));
    assertThat(needed.remarks())
        .containsExactly(
            "offboard old (CHG7): 1 servers, at most 5",
            "offboard old: sensors take its package until Monday",
            "Action needed: offboarding reaches only what Garrison deploys");
  }
}
