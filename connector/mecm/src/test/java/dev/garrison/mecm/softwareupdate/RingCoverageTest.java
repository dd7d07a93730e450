package dev.garrison.mecm.softwareupdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.sensor.Channel;
import dev.garrison.catalog.sensor.Family;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** One ring, its collection RING, and the rule that the manifest names "Pilot". */
final class RingCoverageTest {
  private static final Instant DAY = Instant.parse("2026-11-24T00:00:00Z");
  private static final ReleaseLine WANTED = ReleaseLine.UNIFIED_AGENT;
  private static final ReleaseLine OTHER_FAMILY =
      new ReleaseLine(new Family("Windows 10/11"), Channel.UNNAMED);
  private static final ReleaseLine OTHER_CHANNEL =
      new ReleaseLine(WANTED.family(), new Channel("Current Channel (Staged)"));
  private static final SiteRelease OLD = release(1, WANTED, "10.1", false, true);
  private static final SiteRelease NEW = release(2, WANTED, "10.2", false, false);
  private static final SiteRelease WITHDRAWN = release(3, WANTED, "10.3", true, false);

  private final List<SiteRelease> releases = new ArrayList<>(List.of(OLD, NEW));
  private final List<SiteDeployment> deployments = new ArrayList<>();
  private final Map<Long, Long> makers = new HashMap<>();
  private final List<DeploymentRule> rules = new ArrayList<>();
  private final Set<SensorVersion> held = new HashSet<>();

  private static SensorVersion version(String text) {
    return SensorVersion.parse(text).orElseThrow();
  }

  private static SiteRelease release(
      long id, ReleaseLine line, String version, boolean expired, boolean superseded) {
    return new SiteRelease(
        id,
        "Update " + version,
        Optional.empty(),
        line,
        version(version),
        expired,
        superseded,
        true,
        UpdateCounts.NONE);
  }

  /** Made by the rule of this number, as the deployment of this number and age in days. */
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
            Optional.empty(),
            false));
    makers.put(id * 10, rule);
  }

  private void rule(long id, String name, String collection, boolean enabled) {
    rules.add(new DeploymentRule(id, name, collection, enabled, Optional.empty(), 0));
  }

  private SiteUpdates seen() {
    return new SiteUpdates(
        SiteUpdates.Product.SUBSCRIBED,
        releases,
        List.of(),
        deployments,
        makers,
        rules,
        Map.of("Pilot servers", List.of(new SiteCollection("RING", "Pilot servers"))),
        List.of());
  }

  private RingCoverage coverage() {
    return RingCoverage.of(
        new ServedRing("pilot", "Pilot servers", "Pilot", 3, new TreeSet<>(Set.of(WANTED)), held),
        seen());
  }

  private Optional<Long> ruleId() {
    return coverage().rule().map(DeploymentRule::id);
  }

  @Test
  void aRuleThatDeployedWhatIsCurrentToTheRingIsProven() {
    rule(1, "Anything", "RING", true);
    deployed(1, 1, true, NEW);

    assertThat(ruleId()).contains(1L);
    assertThat(coverage().isProven()).isTrue();
  }

  @Test
  void aDeploymentThatIsDisabledProvesNothing() {
    rule(1, "Anything", "RING", true);
    deployed(1, 1, false, NEW);

    assertThat(ruleId()).contains(1L);
    assertThat(coverage().isProven()).isFalse();
  }

  @Test
  void theNewestDeploymentOfARuleDecides() {
    rule(1, "Anything", "RING", true);
    deployed(1, 1, true, NEW);
    deployed(2, 1, false, NEW);

    assertThat(coverage().isProven()).isFalse();
  }

  @Test
  void whatIsSupersededProvesNothing() {
    rule(1, "Anything", "RING", true);
    deployed(1, 1, true, OLD);

    assertThat(coverage().isProven()).isFalse();
  }

  @Test
  void whatIsSupersededProvesTheRuleWhileItsSuccessorIsHeld() {
    held.add(NEW.version());
    rule(1, "Anything", "RING", true);
    deployed(1, 1, true, OLD);

    assertThat(coverage().isProven()).isTrue();
  }

  @Test
  void whatIsWithdrawnProvesNothingEvenWhileItsSuccessorIsHeld() {
    held.add(NEW.version());
    releases.add(WITHDRAWN);
    rule(1, "Anything", "RING", true);
    deployed(1, 1, true, WITHDRAWN);

    assertThat(coverage().isProven()).isFalse();
  }

  @Test
  void whatIsHeldProvesNothing() {
    held.add(NEW.version());
    rule(1, "Anything", "RING", true);
    deployed(1, 1, true, NEW);

    assertThat(coverage().isProven()).isFalse();
  }

  @Test
  void withoutADeploymentTheRuleOfTheManifestsNameIsTaken() {
    rule(1, "Anything", "ELSEWHERE", true);
    rule(2, "PILOT", "ELSEWHERE", true);

    assertThat(ruleId()).contains(2L);
    assertThat(coverage().isProven()).isFalse();
    assertThat(coverage().isElsewhere()).isTrue();
  }

  @Test
  void aProvenRuleIsNeverElsewhereWhateverCollectionItNames() {
    rule(1, "Anything", "ELSEWHERE", true);
    deployed(1, 1, true, NEW);

    assertThat(coverage().isElsewhere()).isFalse();
  }

  @Test
  void aDisabledRuleGivesWayToTheOneOfTheManifestsName() {
    rule(1, "Anything", "RING", false);
    rule(2, "Pilot", "RING", true);
    deployed(1, 1, true, NEW);

    assertThat(ruleId()).contains(2L);
  }

  @Test
  void aDisabledRuleIsTakenWhereNoneHasTheName() {
    rule(1, "Anything", "RING", false);
    deployed(1, 1, true, NEW);

    assertThat(ruleId()).contains(1L);
  }

  @Test
  void ofTwoRulesTheEnabledThenTheProvenThenTheNamedOneIsTaken() {
    rule(1, "First", "RING", false);
    rule(2, "Second", "RING", true);
    deployed(1, 1, true, NEW);
    deployed(2, 2, false, NEW);
    assertThat(ruleId()).contains(2L);

    rule(3, "Third", "RING", true);
    deployed(3, 3, true, NEW);
    assertThat(ruleId()).contains(3L);

    rule(4, "Pilot", "RING", true);
    deployed(4, 4, true, NEW);
    assertThat(ruleId()).contains(4L);
  }

  @Test
  void anotherRuleForTheCollectionIsNamedUntilItHasDeployedSomethingThere() {
    rule(1, "Pilot", "RING", true);
    rule(2, "Office", "RING", true);
    rule(3, "Off", "RING", false);
    rule(4, "Elsewhere", "OTHER", true);
    assertThat(coverage().perhaps()).containsExactly("Office");

    deployed(1, 2, true);
    assertThat(coverage().perhaps()).isEmpty();
  }

  @Test
  void theNewestOfALineIsAnEnabledOneEvenIfOlder() {
    deployed(1, 1, true, OLD);
    deployed(2, 1, false, NEW);

    assertThat(coverage().newest(WANTED).orElseThrow().release()).isEqualTo(OLD);
    assertThat(coverage().notEnabled(WANTED))
        .extracting(RingCoverage.Deployed::release)
        .containsExactly(NEW);
  }

  @Test
  void whatIsHeldOrOlderThanWhatIsEnabledIsNotMissedAmongWhatIsNotEnabled() {
    SiteRelease newer = release(4, WANTED, "10.4", false, false);
    releases.add(newer);
    held.add(newer.version());
    deployed(1, 1, true, NEW);
    deployed(2, 1, false, NEW);
    deployed(3, 1, false, newer);

    assertThat(coverage().notEnabled(WANTED)).isEmpty();
  }

  @Test
  void aLineWithoutAnEnabledDeploymentIsMissingAndBehind() {
    deployed(1, 1, false, NEW);

    assertThat(coverage().missing(seen())).containsExactly(WANTED);
    assertThat(coverage().behind(seen())).containsExactly(WANTED);
  }

  @Test
  void aLineWithAnEarlierVersionIsBehindAndNotMissing() {
    deployed(1, 1, true, OLD);

    assertThat(coverage().missing(seen())).isEmpty();
    assertThat(coverage().behind(seen())).containsExactly(WANTED);
  }

  @Test
  void aLineWhoseCurrentVersionIsHeldIsNotBehind() {
    held.add(NEW.version());

    assertThat(coverage().behind(seen())).isEmpty();
  }

  @Test
  void aLineOfWhichNothingIsInForceIsBehindAndNotMissing() {
    releases.remove(NEW);

    assertThat(coverage().missing(seen())).isEmpty();
    assertThat(coverage().behind(seen())).containsExactly(WANTED);
  }

  @Test
  void whatIsDeployedOfAnotherLineIsUnwantedWhileItCanInstall() {
    SiteRelease inForce = release(5, OTHER_FAMILY, "10.5", false, false);
    SiteRelease channel = release(6, OTHER_CHANNEL, "10.6", false, true);
    releases.addAll(List.of(inForce, channel));
    deployed(1, 1, false, inForce);
    deployed(2, 1, true, channel);

    assertThat(coverage().unwanted()).containsExactlyInAnyOrder(OTHER_FAMILY, OTHER_CHANNEL);
    assertThat(coverage().unwantedChannels()).containsExactly(OTHER_CHANNEL);
  }

  @Test
  void whatIsWithdrawnOrBothSupersededAndDisabledIsNotUnwanted() {
    SiteRelease withdrawn = release(5, OTHER_FAMILY, "10.5", true, false);
    SiteRelease superseded = release(6, OTHER_CHANNEL, "10.6", false, true);
    releases.addAll(List.of(withdrawn, superseded));
    deployed(1, 1, true, withdrawn);
    deployed(2, 1, false, superseded);

    assertThat(coverage().unwanted()).isEmpty();
  }

  @Test
  void aHeldVersionThatIsEnabledIsNamed() {
    held.add(NEW.version());
    deployed(1, 1, false, NEW);
    assertThat(coverage().held()).isEmpty();

    deployed(2, 1, true, NEW);
    assertThat(coverage().held()).extracting(each -> each.by().id()).containsExactly(2L);
  }

  @Test
  void theNewestOfALineIsExpiredOnceItsPublisherWithdrewIt() {
    deployed(1, 1, true, NEW);
    assertThat(coverage().expired()).isEmpty();

    releases.add(WITHDRAWN);
    deployed(2, 1, true, WITHDRAWN);
    assertThat(coverage().expired())
        .extracting(RingCoverage.Deployed::release)
        .containsExactly(WITHDRAWN);
  }
}
