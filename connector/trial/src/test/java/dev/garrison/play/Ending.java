package dev.garrison.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.trial.TrialSite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What has to be true when a rollout is over. */
record Ending(TrialSite site, MixedFleet fleet) {
  /** That every server is as its role promises, whatever the site was told. */
  void assertServersAreAsTheyShould() {
    for (CastServer server : fleet.all()) {
      Optional<String> tenant = site.lab().servers().onboardedTo(server.name());
      assertThat(tenant.equals(Optional.of(CastServer.TENANT)))
          .as("%s reports to our tenant", server)
          .isEqualTo(server.comes());
      assertThat(tenant.isPresent())
          .as("%s reports to some tenant", server)
          .isEqualTo(server.comes() || server.role() == Role.FOREIGN);
      assertThat(site.lab().servers().workspaces(server.name()))
          .as(server.toString())
          .isEqualTo(workspaces(server));
    }
    for (CastServer server : fleet.passive()) {
      if (server.comes()) {
        assertThat(site.lab().servers().runningMode(server.name()))
            .as(server.name())
            .contains("Passive Mode");
      }
    }
  }

  private static Set<String> workspaces(CastServer server) {
    if (!server.agent()) {
      return Set.of();
    }
    return server.came()
        ? Set.of(CastServer.KEPT_WORKSPACE)
        : Set.of(CastServer.LEFT_WORKSPACE, CastServer.KEPT_WORKSPACE);
  }

  /** That 'status' says of every server what is true of it, once inventory has been sent. */
  void assertStatusTellsTheTruth() {
    site.pass(Duration.ofDays(2));
    Map<String, String> told = new TreeMap<>();
    try (OpenSession open = site.open()) {
      FleetStanding standing = open.session().fleet();
      for (int row : standing.fleet().servers()) {
        Server server = standing.fleet().server(row);
        told.put(server.name(), standing.judge().of(server).state().word());
      }
    }
    Map<String, String> truth = new TreeMap<>();
    fleet.all().stream()
        .filter(server -> server.role() != Role.LEAVES)
        .forEach(server -> truth.put(server.name(), server.role().end()));
    assertThat(told).isEqualTo(truth);
  }

  /** That the site has these objects and no others. */
  void assertObjects(List<String> expected) {
    List<String> objects = objects();
    assertThat(lacking(objects, expected)).as("objects that are too much").isEmpty();
    assertThat(lacking(expected, objects)).as("objects that are missing").isEmpty();
  }

  /** What some have more of than others. */
  private static List<String> lacking(List<String> some, List<String> others) {
    List<String> lacking = new ArrayList<>(some);
    others.forEach(lacking::remove);
    return lacking;
  }

  /**
   * The site's objects, without the times that stand in their comments, and without the rules of
   * collections into which servers are let: who came in at which turn depends on the faults, and
   * the members are there beside them.
   */
  List<String> objects() {
    return Watch.objects(site).stream()
        .map(object -> object.replaceAll("healthy since [^}]*", "healthy since then"))
        .map(object ->
            object.contains("\"Told to be passive: ")
                ? object.substring(0, object.indexOf("\n  rules:"))
                : object)
        .toList();
  }
}
