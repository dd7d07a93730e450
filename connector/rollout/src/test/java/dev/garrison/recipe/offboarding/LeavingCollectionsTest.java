package dev.garrison.recipe.offboarding;

import static dev.garrison.recipe.offboarding.LeavingSite.gone;
import static dev.garrison.recipe.offboarding.LeavingSite.held;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.collection.DeviceCollection.DirectRule;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.refresh.Evaluation;
import dev.garrison.mecm.refresh.PolicyPush;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The two collections of an entry, and what makes the site and its clients follow. */
final class LeavingCollectionsTest {
  private static final Manifest NAMES = new LeavingSite("").manifest();
  private static final String LEAVING = NAMES.leavingCollection("old");
  private static final String OFFBOARDING = NAMES.offboardingCollection("old");
  private static final String RING = NAMES.ringCollection(NAMES.rings().getFirst());
  private static final Address DEPLOYMENT =
      ApplicationDeployment.address(NAMES.offboardingDeployment("old"));

  private static DeviceCollection leaving(Set<String> customers, DirectRule... rules) {
    return new DeviceCollection(
        LEAVING,
        "Servers that leave, kept out of every ring. {leaving: old} [garrison:1:small]",
        "All Servers",
        Set.of(),
        customers,
        Set.of(),
        Set.of(rules),
        DeviceCollection.PERIODIC);
  }

  private static DeviceCollection offboarding(DirectRule... rules) {
    return new DeviceCollection(
        OFFBOARDING,
        "Servers that may be offboarded. {offboarding: old} [garrison:1:small]",
        LEAVING,
        Set.of(),
        Set.of(),
        Set.of(RING),
        Set.of(rules),
        DeviceCollection.PERIODIC);
  }

  private static Wanted<?> present(DeviceCollection state) {
    return Wanted.present(DeviceCollection.address(state.name()), state);
  }

  @Test
  void anEntryWithoutAPackageOnlyKeepsServersOut() {
    LeavingCollections made = new LeavingSite("", "").leave(held(1, "SRV1")).collections();
    assertThat(made.keptOut()).containsExactly(LEAVING);
    assertThat(made.beforeRings()).containsExactly(Evaluation.address(LEAVING));
    assertThat(made.collections())
        .containsExactly(present(leaving(Set.of("Old servers"), new DirectRule("SRV1", 1))));
  }

  @Test
  void withAPackageThoseThatAreGoneMayBeOffboarded() {
    assertThat(
            LeavingSite.offboarding()
                .leave(gone(1, "SRV1"), held(2, "SRV2"))
                .collections()
                .collections())
        .containsExactly(
            present(
                leaving(
                    Set.of("Old servers"), new DirectRule("SRV1", 1), new DirectRule("SRV2", 2))),
            present(offboarding(new DirectRule("SRV1", 1))));
  }

  @Test
  void whileNobodyMayBeOffboardedItsCollectionIsNotMade() {
    Wanted<?> waiting =
        LeavingSite.offboarding().leave(held(1, "SRV1")).collections().collections().getLast();
    assertThat(waiting.desired())
        .isEqualTo(new Desired.Present<>(offboarding(new DirectRule("SRV1", 1))));
    assertThat(waiting.held())
        .contains("offboard old: SRV1 (the site has not evaluated yet that it leaves)");
    assertThat(
            LeavingSite.offboarding()
                .leave(held(1, "SRV1"))
                .offers()
                .collections()
                .collections()
                .getLast())
        .isEqualTo(present(offboarding()));
  }

  @Test
  void withoutItsPackageTheCollectionStaysEmptyBehindItsDeployment() {
    assertThat(
            new LeavingSite("", "")
                .leave(gone(1, "SRV1"))
                .offers()
                .collections()
                .collections()
                .getLast())
        .isEqualTo(
            new Wanted<>(
                DeviceCollection.address(OFFBOARDING),
                new Desired.Present<>(offboarding()),
                Set.of(DEPLOYMENT)));
  }

  @Test
  void whenTheEntryIsGoneWhoIsNotBackIsKeptOut() {
    LeavingCollections made =
        new LeavingSite("")
            .keeps()
            .offers()
            .comeBack(gone(1, "SRV1"), held(2, "SRV2"))
            .collections();
    assertThat(made.keptOut()).containsExactly(LEAVING);
    assertThat(made.collections())
        .containsExactly(
            present(leaving(Set.of(), new DirectRule("SRV2", 2))),
            new Wanted<>(
                DeviceCollection.address(OFFBOARDING),
                new Desired.Present<>(offboarding()),
                Set.of(DEPLOYMENT)));
  }

  @Test
  void onceAllAreBackBothCollectionsGo() {
    LeavingCollections made =
        new LeavingSite("").keeps().offers().comeBack(gone(1, "SRV1")).collections();
    assertThat(made.keptOut()).isEmpty();
    assertThat(made.beforeRings()).isEmpty();
    assertThat(made.pushes()).isEmpty();
    assertThat(made.collections())
        .containsExactly(
            new Wanted<>(
                DeviceCollection.address(LEAVING),
                new Desired.Absent<>("all its servers are back"),
                Set.of(DeviceCollection.address(RING))),
            new Wanted<>(
                DeviceCollection.address(OFFBOARDING),
                new Desired.Absent<>("all its servers are back"),
                Set.of(DEPLOYMENT)));
  }

  @Test
  void twoServersOfOneNameHaveRulesOfTheirOwn() {
    assertThat(
            new LeavingSite("", "")
                .leave(held(1, "SRV1"), held(2, "srv1"))
                .collections()
                .collections())
        .containsExactly(
            present(
                leaving(
                    Set.of("Old servers"),
                    new DirectRule("SRV1", 1),
                    new DirectRule("srv1 2", 2))));
  }

  @Test
  void aServerThatHasLeftNeedsNoPush() {
    assertThat(LeavingSite.offboarding().leave(gone(1, "SRV1")).collections().pushes())
        .containsExactly(
            Wanted.present(
                Evaluation.address(LEAVING), Evaluation.of(LEAVING, Set.of("Old servers"))),
            ring());
  }

  private static Wanted<?> ring() {
    return new Wanted<>(
        Evaluation.address(RING),
        new Desired.Present<>(Evaluation.of(RING, Set.of(LEAVING))),
        Set.of(Evaluation.address(LEAVING)));
  }

  @Test
  void aServerThatHasNotLeftIsToldToAskAfterEveryRingWasEvaluated() {
    Set<String> onboarding = new HashSet<>(Set.of(RING));
    for (OperatingSystem system : NAMES.operatingSystems()) {
      onboarding.add(NAMES.naming().collectionFor("small", system, "all"));
      onboarding.add(NAMES.passiveCollection(system, NAMES.rings().getFirst()));
    }
    assertThat(new LeavingSite("", "").leave(held(1, "SRV1")).collections().pushes())
        .containsExactly(
            Wanted.present(
                Evaluation.address(LEAVING), Evaluation.of(LEAVING, Set.of("Old servers"))),
            push(onboarding),
            ring());
  }

  private static Wanted<?> push(Set<String> left) {
    return new Wanted<>(
        PolicyPush.address(LEAVING),
        new Desired.Present<>(PolicyPush.of(LEAVING, left)),
        Set.of(Evaluation.address(RING)));
  }

  @Test
  void aServerThatIsNotBackIsToldToAskToo() {
    assertThat(new LeavingSite("").keeps().comeBack(held(1, "SRV1")).collections().pushes())
        .containsExactly(
            Wanted.present(Evaluation.address(LEAVING), Evaluation.of(LEAVING, Set.of())),
            push(Set.of(OFFBOARDING)),
            ring());
  }

  @Test
  void entriesOfTheManifestComeBeforeThoseThatAreLeft() {
    LeavingSite site =
        new LeavingSite(
                "offboard: [{name: new, collection: New servers, maxDevices: 5, reason: CHG8}]\n")
            .keeps()
            .offers();
    List<LeavingPlan> plans = site.plans();
    assertThat(plans).extracting(LeavingPlan::name).containsExactly("new", "old");
    assertThat(plans).extracting(plan -> plan.entry().isPresent()).containsExactly(true, false);
    assertThat(plans).extracting(LeavingPlan::offers).containsExactly(false, true);
    assertThat(plans).extracting(LeavingPlan::deployed).containsExactly(false, false);
    assertThat(site.deployed().plans().getLast().deployed()).isTrue();
    assertThat(new LeavingSite("", "").keeps().plans()).hasSize(1);
    assertThat(new LeavingSite("").plans()).isEmpty();
  }
}
