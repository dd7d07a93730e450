package dev.garrison.recipe.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.garrison.catalog.sensor.Channel;
import dev.garrison.catalog.sensor.Family;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.mecm.softwareupdate.DeploymentRule;
import dev.garrison.mecm.softwareupdate.PointState;
import dev.garrison.mecm.softwareupdate.SiteCollection;
import dev.garrison.mecm.softwareupdate.SiteDeployment;
import dev.garrison.mecm.softwareupdate.SiteRelease;
import dev.garrison.mecm.softwareupdate.SiteSighting;
import dev.garrison.mecm.softwareupdate.SiteUpdates;
import dev.garrison.mecm.softwareupdate.UpdateCounts;
import dev.garrison.mecm.updaterule.RuleOrder;
import dev.garrison.mecm.updaterule.UpdateProduct;
import dev.garrison.mecm.updaterule.UpdateRule;
import dev.garrison.wsus.problem.WsusCode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ring that the site's software update point serves, by its collection RING. */
final class SitePointRecipeTest {
  private static final ReleaseLine LINE = ReleaseLine.UNIFIED_AGENT;
  private static final Instant DAY = Instant.parse("2026-11-24T00:00:00Z");
  private static final String CURRENT =
      "unified agent: 10.2 is current on the site; of all its devices 7 installed, 2 missing";
  private static final SiteRelease OLD = release(1, LINE, "10.1", false, true);
  private static final SiteRelease NEW = release(2, LINE, "10.2", false, false);

  private final List<SiteRelease> releases = new ArrayList<>(List.of(OLD, NEW));
  private final List<SiteDeployment> deployments = new ArrayList<>();
  private final Map<Long, Long> makers = new HashMap<>();
  private final List<DeploymentRule> rules = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();
  private final List<PointState> points =
      new ArrayList<>(List.of(new PointState("SUP01", 6702, 0, Optional.of(DAY))));
  private final Map<String, List<SiteCollection>> collections = new HashMap<>();
  private SensorManifest manifest =
      new SensorManifest().served("pilot", "Pilot servers").section("deploymentPackage: Sensor");

  @BeforeEach
  void theRingHasItsCollection() {
    collections.put("Pilot servers", List.of(new SiteCollection("RING", "Pilot servers")));
  }

  private static SiteRelease release(
      long id, ReleaseLine line, String version, boolean expired, boolean superseded) {
    return new SiteRelease(
        id,
        "Update " + version,
        Optional.empty(),
        line,
        SensorVersion.parse(version).orElseThrow(),
        expired,
        superseded,
        true,
        new UpdateCounts(2, 7, 0, 0));
  }

  private void deployed(long id, long rule, boolean enabled, SiteRelease... what) {
    deployments.add(
        new SiteDeployment(
            id,
            DAY.plusSeconds(id * 86_400),
            "deployment " + id,
            "RING",
            Optional.of(id * 10),
            Set.copyOf(List.of(what).stream().map(SiteRelease::id).toList()),
            enabled,
            Optional.of(DAY),
            false));
    makers.put(id * 10, rule);
  }

  private void rule(long id, String name, String collection) {
    rules.add(new DeploymentRule(id, name, collection, true, Optional.empty(), 0));
  }

  private List<String> remarks() {
    return recipe()
        .remarks(
            new SiteSighting.Seen(
                new SiteUpdates(
                    SiteUpdates.Product.SUBSCRIBED,
                    releases,
                    unread,
                    deployments,
                    makers,
                    rules,
                    collections,
                    points)));
  }

  private SitePointRecipe recipe() {
    return new SitePointRecipe(
        SensorManifest.sensorUpdate(manifest.read()), ZoneId.of("Europe/Berlin"));
  }

  @Test
  void theProductComesBeforeARuleForEachRing() {
    manifest.served("broad", "Broad servers");
    assertThat(recipe().wanted())
        .containsExactly(
            Wanted.present(UpdateProduct.address(), UpdateProduct.subscribed()),
            ruled("pilot", "Pilot servers"),
            ruled("broad", "Broad servers"));
  }

  private static Wanted<?> ruled(String ring, String collection) {
    return new Wanted<>(
        UpdateRule.address(ring),
        new Desired.Present<>(
            new UpdateRule(ring, collection, "Sensor update: " + ring, UpdateRule.Standing.RUNS)),
        Set.of(UpdateProduct.address()));
  }

  @Test
  void aRuleAsksForTitlesOnlyWhereEachReleaseHasAChannel() {
    assertThat(SitePointRecipe.orders(SensorManifest.sensorUpdate(manifest.read())))
        .extracting(RuleOrder::deploymentPackage, RuleOrder::titles)
        .containsExactly(tuple("Sensor", List.of()));
    manifest.releases(
        "{family: Windows Server 2019, channel: Broad}, {family: Windows Server 2022, channel: Broad}");
    assertThat(SitePointRecipe.orders(SensorManifest.sensorUpdate(manifest.read())))
        .extracting(RuleOrder::titles)
        .containsExactly(List.of("Broad"));
  }

  @Test
  void aSiteThatDoesNotAnswerSaysWhy() {
    assertThat(
            recipe()
                .remarks(
                    new SiteSighting.Unseen(
                        Diagnostic.error(WsusCode.BELOW_UNKNOWN, "It is silent.", "Look."))))
        .containsExactly("It is silent. Look.");
  }

  @Test
  void aRingThatItsRuleServesIsToldInOneLine() {
    rule(1, "Sensor update: pilot", "RING");
    deployed(1, 1, true, NEW);
    assertThat(remarks())
        .containsExactly(
            CURRENT,
            "ring pilot: rule \"Sensor update: pilot\"; unified agent: 10.2 due 2026-11-24 01:00");
  }

  @Test
  void aRuleThatDeployedNothingYetIsNotProven() {
    rule(1, "Sensor update: pilot", "RING");
    assertThat(remarks())
        .contains(
            "ring pilot: rule \"Sensor update: pilot\", which has no required, enabled, and effective deployment to it, so its updates are unknown; unified agent: nothing deployed");
  }

  @Test
  void aRingWithoutARuleSaysSo() {
    assertThat(remarks()).contains("ring pilot: no rule; unified agent: nothing deployed");
  }

  @Test
  void aRingWhoseCollectionIsMissingOrAmbiguousIsNotTold() {
    collections.clear();
    assertThat(remarks()).containsExactly(CURRENT);
  }

  @Test
  void aCurrentReleaseThatIsDeployedToNoRingIsTold() {
    String elsewhere =
        "unified agent: 10.2 is deployed to a collection of no ring: its servers do not wait for rings";
    assertThat(remarks()).contains(elsewhere);
    deployed(1, 1, true, NEW);
    assertThat(remarks()).doesNotContain(elsewhere);
    deployments.clear();
    releases.remove(NEW);
    releases.add(
        new SiteRelease(
            2,
            NEW.title(),
            Optional.empty(),
            LINE,
            NEW.version(),
            false,
            false,
            false,
            NEW.counts()));
    assertThat(remarks()).contains(CURRENT).doesNotContain(elsewhere);
  }

  @Test
  void aSiteWithoutAReleaseInForceSaysSo() {
    releases.remove(NEW);
    assertThat(remarks()).contains("unified agent: the site has no release that is in force");
  }

  @Test
  void aSynchronisationThatFailedIsTold() {
    points.clear();
    points.add(new PointState("SUP01", 6703, -2146233088, Optional.of(DAY)));
    points.add(new PointState("SUP02", 6703, -2146233088, Optional.empty()));
    points.add(new PointState("SUP03", 6702, 0, Optional.empty()));
    assertThat(remarks())
        .startsWith(
            "the last synchronization of the software update point SUP01 failed (0x80131500); the last that ended well did so at 2026-11-24 01:00",
            "the last synchronization of the software update point SUP02 failed (0x80131500); none has ended well yet",
            CURRENT);
  }

  @Test
  void aSiteThatDoesNotShowItsPointSaysSo() {
    points.clear();
    assertThat(remarks())
        .startsWith("the site does not show how its software update point synchronizes");
  }

  @Test
  void titlesThatAreNotUnderstoodAreCounted() {
    unread.add("A new title");
    unread.add("Another");
    assertThat(remarks())
        .last()
        .isEqualTo(
            "2 titles of KB5005292 on the site do not tell family and version, such as \"A new title\"");
  }

  @Test
  void anExpiredReleaseAndAHeldOneAreTold() {
    manifest.section("hold: [{version: '10.3', reason: INC0042}, {version: '10.9', reason: no}]");
    SiteRelease withdrawn = release(3, LINE, "10.3", true, false);
    releases.add(withdrawn);
    deployed(1, 1, true, withdrawn);
    assertThat(remarks())
        .contains(
            "ring pilot: deployment \"deployment 1\" contains unified agent 10.3, which is expired",
            "ring pilot: deployment \"deployment 1\" contains unified agent 10.3, which the manifest holds back (INC0042): disable that deployment in the console");
  }

  @Test
  void otherRulesForTheCollectionMayTakeTheUpdateToo() {
    rule(1, "Sensor update: pilot", "RING");
    rule(2, "Servers", "RING");
    rule(3, "More", "RING");
    deployed(1, 1, true, NEW);
    assertThat(remarks())
        .contains(
            "ring pilot: the rules \"More\", \"Servers\" deploy to its collection too; whether they take the sensor's update cannot be read");
  }

  @Test
  void otherChannelsAndReleasesForOtherSystemsAreTold() {
    SiteRelease staged =
        release(4, new ReleaseLine(LINE.family(), new Channel("Staged")), "10.4", false, false);
    SiteRelease client =
        release(
            5,
            new ReleaseLine(new Family("Windows 10/11"), new Channel("Broad")),
            "10.5",
            false,
            false);
    SiteRelease clientToo =
        release(
            6,
            new ReleaseLine(new Family("Windows 10/11"), new Channel("Staged")),
            "10.5",
            false,
            false);
    releases.addAll(List.of(staged, client, clientToo));
    deployed(1, 1, true, NEW, staged, client, clientToo);
    assertThat(remarks())
        .contains(
            "ring pilot: its servers get unified agent, Staged too, which the manifest does not name",
            "ring pilot: releases for other systems are deployed to it too: Windows 10/11");
  }
}
