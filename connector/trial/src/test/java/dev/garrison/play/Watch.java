package dev.garrison.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import dev.garrison.servers.RawSite;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.trial.TrialSite;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What has to hold at every turn of a rollout: no server has two owners or two routes, no ring
 * opens through a closed gate, status never says more than is true, and what is not ours stays as
 * it was.
 */
final class Watch implements AutoCloseable {
  private static final Duration SOAK = Duration.ofDays(1);
  private static final int NEEDED = 85;

  private final TrialSite site;
  private final MixedFleet fleet;
  private final RawSite raw;
  private final List<String> foreign;
  private final Map<String, Instant> healthySince = new HashMap<>();
  private final Set<String> opened = new HashSet<>();

  Watch(TrialSite site, MixedFleet fleet) {
    this.site = site;
    this.fleet = fleet;
    this.raw = new RawSite(site.lab());
    raw.collection("Backup at night", "Main servers");
    site.pass(Duration.ofMinutes(10));
    this.foreign = objects(site);
  }

  /** The site's objects, each as text. */
  static List<String> objects(TrialSite site) {
    String entries = site.lab().dump().replaceAll("(?m)^[A-Za-z]+:\n", "");
    return List.of(entries.strip().split("\n(?=- )"));
  }

  /** Looks at everything, and says where the rings stand. */
  List<RingReport> look() {
    List<RingReport> rings;
    try (OpenSession open = site.open()) {
      rings = open.session().rings();
    }
    noServerHasTwoOwners();
    nothingForeignChanged();
    rings.forEach(this::statusSaysNoMoreThanIsTrue);
    noRingOpensThroughAClosedGate(rings);
    fleetIsHealthy(rings);
    return rings;
  }

  private void noServerHasTwoOwners() {
    assertThat(site.lab().servers().meetings()).isEmpty();
    Map<Long, String> onboarding = new TreeMap<>();
    rows("SMS_ApplicationAssignment")
        .forEach(row -> {
          String name = row.path("AssignmentName").asText();
          boolean beside = name.contains("antivirus") || name.endsWith("settings");
          if (!beside && row.path("Enabled").asBoolean()) {
            onboarding.put(row.path("AssignmentID").asLong(), name);
          }
        });
    Map<String, Set<String>> deployments = new TreeMap<>();
    rows("SMS_AppDeploymentAssetDetails")
        .forEach(row ->
            Optional.ofNullable(onboarding.get(row.path("AssignmentID").asLong()))
                .ifPresent(name ->
                    deployments
                        .computeIfAbsent(row.path("MachineName").asText(), _ -> new TreeSet<>())
                        .add(name)));
    byPolicy()
        .forEach((server, names) ->
            deployments.computeIfAbsent(server, _ -> new TreeSet<>()).addAll(names));
    deployments.values().removeIf(names -> names.size() < 2);
    assertThat(deployments).as("servers of two deployments, or of two routes").isEmpty();
  }

  /** The policies that reach each server, and that no passive one is reached before its mode. */
  private Map<String, Set<String>> byPolicy() {
    Map<String, Set<String>> policies = new TreeMap<>();
    for (JsonNode policy : rows("SMS_ConfigurationPolicyAssignment")) {
      String collection = policy.path("TargetCollectionID").asText();
      rows("SMS_FullCollectionMembership?$filter=CollectionID%20eq%20'" + collection + "'")
          .forEach(row ->
              policies
                  .computeIfAbsent(row.path("Name").asText(), _ -> new TreeSet<>())
                  .add("policy " + policy.path("AssignmentName").asText()));
    }
    fleet.passive().stream()
        .filter(server -> policies.containsKey(server.name()))
        .forEach(server ->
            assertThat(site.lab().servers().passiveModeAsked(server.name()))
                .as("ForceDefenderPassiveMode of %s", server.name())
                .isTrue());
    return policies;
  }

  private List<JsonNode> rows(String type) {
    return raw.get(type).path("value").valueStream().toList();
  }

  private void nothingForeignChanged() {
    List<String> now = objects(site);
    assertThat(now).as("what was there before").containsAll(foreign);
  }

  private void statusSaysNoMoreThanIsTrue(RingReport ring) {
    assertThat(ring.health().onboarded())
        .as("onboarded servers of ring %s", ring.ring())
        .isLessThanOrEqualTo((int) onboarded(ring.ring()));
  }

  private long onboarded(String ring) {
    return fleet.of(ring).stream().filter(server -> isOurs(server.name())).count();
  }

  boolean isOurs(String server) {
    return site.lab().servers().onboardedTo(server).equals(Optional.of(CastServer.TENANT));
  }

  /** By what is true of the servers, not by what the site was told. */
  private void fleetIsHealthy(List<RingReport> rings) {
    for (RingReport ring : rings) {
      boolean healthy =
          onboarded(ring.ring()) * 100
              >= NEEDED
                  * fleet.of(ring.ring()).stream()
                      .filter(server -> server.role() != Role.UNMANAGED)
                      .count();
      if (healthy) {
        healthySince.putIfAbsent(ring.ring(), site.lab().clock().instant());
      } else {
        healthySince.remove(ring.ring());
      }
    }
  }

  private void noRingOpensThroughAClosedGate(List<RingReport> rings) {
    for (int index = 0; index < rings.size(); index++) {
      RingReport ring = rings.get(index);
      if (ring.opened().isPresent() && opened.add(ring.ring())) {
        for (RingReport before : rings.subList(0, index)) {
          assertThat(before.state())
              .as("ring %s when %s opened", before.ring(), ring.ring())
              .isEqualTo(RingState.PASSED);
          assertThat(healthySince.get(before.ring()))
              .as("since when ring %s was healthy", before.ring())
              .isBeforeOrEqualTo(ring.opened().get().minus(SOAK));
        }
      }
    }
  }

  @Override
  public void close() {
    raw.close();
  }
}
