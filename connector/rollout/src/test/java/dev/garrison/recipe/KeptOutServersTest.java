package dev.garrison.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingWindows.Lack;
import dev.garrison.ring.UnknownAntivirus;
import dev.garrison.survey.ring.CollectionFact;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which servers stay out of their rings. */
final class KeptOutServersTest {
  private static final String NAME = "MDE not ready - small";

  private static SiteMade site() {
    return new SiteMade("2019", "", "", "");
  }

  private static RingAntivirus keepingOut(int... ids) {
    SortedMap<Long, String> servers = new TreeMap<>();
    IntStream.of(ids).forEach(id -> servers.put((long) id, "SRV" + id));
    return new RingAntivirus(
        servers,
        servers.size(),
        0,
        Lack.NONE,
        Lack.NONE,
        UnknownAntivirus.NONE,
        0,
        0,
        Lack.NONE,
        0);
  }

  private static DeviceCollection collection(Intent intent, String name) {
    return intent.wanted().stream()
        .filter(each -> each.address().equals(DeviceCollection.address(name)))
        .map(each -> (DeviceCollection) ((Desired.Present<?>) each.desired()).state())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theRingLeavesOutServersThatAreNotReady() {
    SiteMade site = site();
    Intent intent = site.antivirus(site.pilot(), keepingOut(7, 3)).intent();

    assertThat(collection(intent, NAME))
        .isEqualTo(
            new DeviceCollection(
                NAME,
                "Servers that are not ready; every ring leaves them out. [garrison:1:small]",
                "All Servers",
                Set.of(
                    new QueryRule(
                        "SRV3 (3) and 1 more",
                        QueryRule.SELECT
                            + " where SMS_R_System.ResourceID = 3 or SMS_R_System.ResourceID = 7")),
                Set.of(),
                Set.of(),
                Set.of(),
                DeviceCollection.PERIODIC));
    assertThat(collection(intent, site.manifest().ringCollection(site.pilot())).excludes())
        .containsExactly(NAME);
  }

  @Test
  void theRingsCollectionIsMadeAfterTheOneThatItExcludes() {
    SiteMade site = site();
    Wanted<?> ring =
        site.antivirus(site.pilot(), keepingOut(3)).intent().wanted().stream()
            .filter(each ->
                each.address()
                    .equals(DeviceCollection.address(site.manifest().ringCollection(site.pilot()))))
            .findFirst()
            .orElseThrow();

    assertThat(ring.after()).contains(DeviceCollection.address(NAME));
  }

  @Test
  void onTheClientSettingRouteTheyStayOutToo() {
    SiteMade site =
        new SiteMade(
            "2019",
            "rollout: {method: client-setting, clientSetting: S, onboardingPolicy: P}",
            "",
            "");
    Intent intent =
        site.on(OnboardingRoute.CLIENT_SETTING).antivirus(site.pilot(), keepingOut(3)).intent();

    assertThat(collection(intent, site.manifest().ringCollection(site.pilot())).excludes())
        .containsExactly(NAME);
  }

  @Test
  void noLaterRingTakesThemIn() {
    SiteMade site = site();
    Intent intent = site.antivirus(site.pilot(), keepingOut(3)).intent();

    assertThat(collection(intent, site.manifest().ringCollection(site.broad())).excludes())
        .contains(NAME);
  }

  @Test
  void whereEverybodyIsReadyThereIsNoSuchCollection() {
    SiteMade site = site();

    assertThat(site.antivirus(site.pilot(), keepingOut()).intent().wanted())
        .extracting(Wanted::address)
        .doesNotContain(DeviceCollection.address(NAME));
  }

  @Test
  void aCollectionThatIsThereIsEmptiedOnceEverybodyIsReady() {
    SiteMade site = site();
    site.ours(
        new CollectionFact("PS100099", NAME, "[garrison:1:small]", 1, false, Optional.empty()));

    assertThat(collection(site.antivirus(site.pilot(), keepingOut()).intent(), NAME).queries())
        .isEmpty();
  }

  @Test
  void moreServersThanOneRuleNamesTakeMoreRules() {
    SiteMade site = site();
    int[] ids = IntStream.rangeClosed(1, 201).toArray();

    assertThat(collection(site.antivirus(site.pilot(), keepingOut(ids)).intent(), NAME).queries())
        .extracting(QueryRule::name)
        .containsExactlyInAnyOrder(
            "SRV1 (1) and 99 more", "SRV101 (101) and 99 more", "SRV201 (201)");
  }

  @Test
  void thePlanNamesThem() {
    SiteMade site = site();

    assertThat(site.antivirus(site.pilot(), keepingOut(7, 3)).intent().remarks())
        .contains(
            "Action needed: ring pilot: 2 of its servers are not ready and stay out: SRV3, SRV7. What each of them"
                + " lacks, and what to do: garrison prerequisites --only not-ready");
  }

  @Test
  void aGateCountsThemAsNotReady() {
    SiteMade site = site();
    site.opened(site.pilot(), 1)
        .health(site.pilot(), new RingHealth(8, 0, 0, 0, 0))
        .antivirus(site.pilot(), keepingOut(1, 2));

    assertThat(site.intent().rings().getFirst().reason())
        .isEqualTo("8 of 10 servers (80%) onboarded, 95% required");
  }
}
