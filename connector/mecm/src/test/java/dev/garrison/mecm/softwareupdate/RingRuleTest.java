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

/** Which of several rules is a ring's, and what is not its: other lines, other collections. */
final class RingRuleTest {
  private static final Instant DAY = Instant.parse("2026-11-24T00:00:00Z");
  private static final ReleaseLine WANTED = ReleaseLine.UNIFIED_AGENT;
  private static final SiteRelease NEW = release(2, WANTED, "10.2");
  private static final SiteRelease OTHER =
      release(5, new ReleaseLine(new Family("Windows 10/11"), Channel.UNNAMED), "10.5");

  private final List<SiteDeployment> deployments = new ArrayList<>();
  private final Map<Long, Long> makers = new HashMap<>();
  private final List<DeploymentRule> rules = new ArrayList<>();
  private final Set<SensorVersion> held = new HashSet<>();

  private static SiteRelease release(long id, ReleaseLine line, String version) {
    return new SiteRelease(
        id,
        "Update " + version,
        Optional.empty(),
        line,
        SensorVersion.parse(version).orElseThrow(),
        false,
        false,
        true,
        UpdateCounts.NONE);
  }

  private void deployed(long id, long rule, String collection, boolean enabled, SiteRelease what) {
    deployments.add(
        new SiteDeployment(
            id,
            DAY.plusSeconds(id * 86_400),
            "deployment " + id,
            collection,
            Optional.of(id * 10),
            Set.of(what.id()),
            enabled,
            Optional.empty(),
            false));
    makers.put(id * 10, rule);
  }

  private void deployed(long id, long rule, boolean enabled, SiteRelease what) {
    deployed(id, rule, "RING", enabled, what);
  }

  private void rule(long id, String name, String collection, boolean enabled) {
    rules.add(new DeploymentRule(id, name, collection, enabled, Optional.empty(), 0));
  }

  private SiteUpdates seen() {
    return new SiteUpdates(
        SiteUpdates.Product.SUBSCRIBED,
        List.of(NEW, OTHER),
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
  void ofTwoEnabledRulesTheProvenOneIsTakenThoughItIsOlder() {
    rule(1, "First", "RING", true);
    rule(2, "Second", "RING", true);
    deployed(1, 2, false, NEW);
    deployed(2, 1, true, NEW);
    assertThat(ruleId()).contains(1L);
  }

  @Test
  void ofTwoProvenRulesTheOneOfTheRingsCollectionIsTaken() {
    rule(1, "First", "RING", true);
    rule(2, "Second", "ELSEWHERE", true);
    deployed(1, 1, true, NEW);
    deployed(2, 2, true, NEW);
    assertThat(ruleId()).contains(1L);
  }

  @Test
  void thenTheOneThatTheManifestNames() {
    rule(1, "PILOT", "RING", true);
    rule(2, "Second", "RING", true);
    deployed(1, 1, true, NEW);
    deployed(2, 2, true, NEW);
    assertThat(ruleId()).contains(1L);
  }

  @Test
  void thenTheNewest() {
    rule(2, "Second", "RING", true);
    rule(1, "First", "RING", true);
    deployed(1, 1, true, NEW);
    deployed(2, 2, true, NEW);
    assertThat(ruleId()).contains(2L);
  }

  @Test
  void aRuleThatDeployedNothingOrOnlyAnotherLineIsNotTheRings() {
    rule(1, "First", "RING", true);
    assertThat(ruleId()).isEmpty();
    deployed(1, 1, true, OTHER);
    assertThat(ruleId()).isEmpty();
  }

  @Test
  void whatItDeployedOfAnotherLineProvesNothing() {
    rule(1, "Pilot", "RING", true);
    deployed(1, 1, true, OTHER);
    assertThat(ruleId()).contains(1L);
    assertThat(coverage().isProven()).isFalse();
  }

  @Test
  void whatAnotherRuleDeployedProvesNothing() {
    rule(1, "First", "RING", true);
    rule(2, "Second", "RING", false);
    deployed(1, 1, false, NEW);
    deployed(2, 2, true, NEW);
    assertThat(ruleId()).contains(1L);
    assertThat(coverage().isProven()).isFalse();
  }

  @Test
  void aRuleThatIsNotProvenIsElsewhereWhereItsCollectionIs() {
    rule(1, "Pilot", "ELSEWHERE", true);
    assertThat(coverage().isElsewhere()).isTrue();
    rules.clear();
    rule(1, "Pilot", "RING", true);
    assertThat(coverage().isElsewhere()).isFalse();
    rules.clear();
    assertThat(coverage().isElsewhere()).isFalse();
  }

  @Test
  void whatARuleDeployedToAnotherCollectionSaysNothingOfThisOne() {
    rule(1, "Pilot", "RING", true);
    rule(2, "Second", "RING", true);
    deployed(1, 2, "ELSEWHERE", true, NEW);
    assertThat(coverage().perhaps()).containsExactly("Second");
    assertThat(coverage().deployed()).isEmpty();
  }

  @Test
  void whatIsDeployedOfAnotherLineIsNeitherNewestNorMissed() {
    deployed(1, 1, true, NEW);
    deployed(2, 1, true, OTHER);
    deployed(3, 1, false, OTHER);
    assertThat(coverage().newest(WANTED).orElseThrow().release()).isEqualTo(NEW);
    assertThat(coverage().notEnabled(WANTED)).isEmpty();
  }

  @Test
  void aLineWhoseCurrentVersionIsEnabledIsNotBehind() {
    deployed(1, 1, true, NEW);
    assertThat(coverage().behind(seen())).isEmpty();
    assertThat(coverage().missing(seen())).isEmpty();
  }

  @Test
  void aHeldVersionOfAnotherLineIsNotTheRings() {
    held.add(OTHER.version());
    deployed(1, 1, true, OTHER);
    assertThat(coverage().held()).isEmpty();
  }
}
