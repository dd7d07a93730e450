package dev.garrison.survey.point;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.mecm.softwareupdate.DeploymentRule;
import dev.garrison.mecm.softwareupdate.PointState;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.ServedRing;
import dev.garrison.mecm.softwareupdate.SiteCollection;
import dev.garrison.mecm.softwareupdate.SiteDeployment;
import dev.garrison.mecm.softwareupdate.SiteRelease;
import dev.garrison.mecm.softwareupdate.SiteUpdates;
import dev.garrison.mecm.softwareupdate.UpdateCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A ring that its rule keeps up to date, and one thing wrong with it. */
final class PointFindingsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final ServedRing RING =
      new ServedRing(
          "pilot",
          "Pilot servers",
          "Pilot rule",
          3,
          new TreeSet<>(Set.of(ReleaseLine.UNIFIED_AGENT)),
          Set.of());

  private final List<String> unread = new ArrayList<>();
  private List<SiteCollection> collections =
      List.of(new SiteCollection("PS100010", "Pilot servers"));
  private DeploymentRule rule =
      new DeploymentRule(1, "Pilot rule", "PS100010", true, Optional.of(NOW), 0);

  private List<String> findings() {
    SiteRelease release =
        new SiteRelease(
            7,
            "Update",
            Optional.of(NOW),
            ReleaseLine.UNIFIED_AGENT,
            SensorVersion.parse("10.8735.26020.1009").orElseThrow(),
            false,
            false,
            true,
            UpdateCounts.NONE);
    SiteUpdates seen =
        new SiteUpdates(
            SiteUpdates.Product.SUBSCRIBED,
            List.of(release),
            unread,
            List.of(
                new SiteDeployment(
                    1,
                    NOW,
                    "Pilot",
                    "PS100010",
                    Optional.of(70L),
                    Set.of(7L),
                    true,
                    Optional.empty(),
                    false)),
            Map.of(70L, 1L),
            List.of(rule),
            Map.of("Pilot servers", collections),
            List.of(new PointState("sup01", 6702, 0, Optional.of(NOW))));
    SensorUpdateSection section =
        new SensorUpdateSection(
            RING.releases(),
            new TreeSet<>(),
            List.of(),
            Optional.empty(),
            false,
            false,
            List.of(),
            SensorUpdateSection.Subscription.MANUAL,
            SensorUpdateSection.Decline.REPORT,
            Duration.ZERO,
            Optional.empty());
    return new PointFindings(section, seen, NOW)
        .of(List.of(RingCoverage.of(RING, seen)), Map.of()).stream()
            .map(Diagnostic::toString)
            .toList();
  }

  @Test
  void whereAllIsWellNothingIsFound() {
    assertThat(findings()).isEmpty();
  }

  @Test
  void aRuleThatIsDisabledIsFound() {
    rule = new DeploymentRule(1, "Pilot rule", "PS100010", false, Optional.of(NOW), 0);
    assertThat(findings())
        .containsExactly(
            "Rule \"Pilot rule\" of ring \"pilot\" is disabled. Enable the rule in the console: Software Library > Software Updates > Automatic Deployment Rules. [RULE_DISABLED GAR-1005]");
  }

  @Test
  void aCollectionThatIsNotShownOrNotAloneIsFound() {
    collections = List.of();
    assertThat(findings())
        .containsExactly(
            "The site shows 0 device collections \"Pilot servers\" for ring \"pilot\". Correct \"collection\" in the manifest, or specify the ID of the collection. [UPDATE_COLLECTION_NOT_SHOWN GAR-1008]");
    collections =
        List.of(
            new SiteCollection("PS100010", "Pilot servers"),
            new SiteCollection("PS100011", "pilot servers"));
    assertThat(findings()).singleElement().asString().contains("2 device collections", "GAR-1008");
  }

  @Test
  void titlesThatTellNothingAreFound() {
    unread.addAll(List.of("Aktualisierung KB5005292", "Mise à jour"));
    assertThat(findings())
        .containsExactly(
            "The site shows 2 titles of KB5005292 without family and version, such as \"Aktualisierung KB5005292\". Make sure that the account that reads sees English titles. If it does, report the titles. [SITE_TITLE_NOT_UNDERSTOOD GAR-1012]");
  }
}
