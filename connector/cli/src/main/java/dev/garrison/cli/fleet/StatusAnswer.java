package dev.garrison.cli.fleet;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.Tally;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.antivirus.AntivirusFacts;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.standing.LeavingServers;
import dev.garrison.fleet.standing.LeavingServers.LeavingServer;
import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import dev.garrison.ring.AntivirusCounts;
import dev.garrison.ring.RingReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The JSON answer of {@code garrison status} without its servers, which follow one by one.
 *
 * @param offboarding servers that are in no ring because of {@code offboard}; absent without any
 */
record StatusAnswer(
    String format,
    String manifest,
    String site,
    Instant asOf,
    List<String> notes,
    Optional<LiveCensusAnswer> live,
    List<Ring> rings,
    @OmittedWhenEmpty Optional<List<Leaving>> offboarding)
    implements JsonForm {
  private static final String FORMAT = "garrison.status/1";

  /**
   * One ring.
   *
   * @param states how many servers are in each state that any is in
   * @param inDanger how many servers are in a known danger of their antivirus, in any state
   * @param antivirus absent while nothing is counted
   */
  record Ring(
      String ring,
      String state,
      String reason,
      int servers,
      SortedMap<String, Integer> states,
      int inDanger,
      Optional<AntivirusCounts> antivirus)
      implements JsonForm {
    private static Ring of(RingReport report, Tally tally) {
      SortedMap<String, Integer> states = new TreeMap<>();
      tally.states(report.ring()).forEach((state, count) -> states.put(state.word(), count));
      return new Ring(
          report.ring(),
          report.state().word(),
          report.reason(),
          tally.of(report.ring()),
          states,
          tally.inDanger(report.ring()),
          report.antivirus().map(AntivirusCounts::of));
    }
  }

  /** One server. */
  record Line(
      String name,
      long resourceId,
      String ring,
      String state,
      String why,
      String remedy,
      Optional<String> disagreement,
      String operatingSystem,
      Optional<ClientAnswer> client,
      Optional<Deployment> onboarding,
      Optional<Deployment> antivirusMode,
      Optional<Deployment> settings,
      Optional<SensorAnswer> sensor,
      boolean askedLive,
      Optional<LiveServerAnswer> live,
      AntivirusFacts antivirus)
      implements JsonForm {
    static Line of(StatusLine line) {
      Server server = line.server();
      Verdict verdict = line.verdict();
      return new Line(
          server.name(),
          server.id(),
          server.ring(),
          verdict.state().word(),
          verdict.why(),
          verdict.remedy(),
          verdict.disagreement(),
          server.system(),
          server.presence().map(ClientAnswer::of),
          server.onboarding().map(Deployment::of),
          server.mode().map(Deployment::of),
          server.settings().map(Deployment::of),
          server.sensor().map(SensorAnswer::of),
          server.asked(),
          server.live().map(LiveServerAnswer::of),
          line.antivirus().facts());
    }
  }

  /**
   * Status of a deployment on a server, in the site's numbers.
   *
   * @param statusType 0 for a policy, of which the site keeps no status
   */
  record Deployment(
      long statusType,
      long enforcementState,
      long errorCode,
      String requirement,
      Optional<Instant> since)
      implements JsonForm {
    private static Deployment of(DeploymentStatus status) {
      return new Deployment(
          status.statusType(),
          status.enforcementState(),
          status.errorCode(),
          status.requirement(),
          status.since());
    }
  }

  /**
   * One server that is in no ring because of {@code offboard}.
   *
   * @param reported time of the last report of its sensor
   */
  record Leaving(
      String name,
      long resourceId,
      String entry,
      String state,
      Optional<Instant> reported,
      Optional<SensorAnswer> sensor)
      implements JsonForm {
    private static Leaving of(LeavingServer leaving) {
      return new Leaving(
          leaving.server().name(),
          leaving.server().id(),
          leaving.leaving().entry(),
          leaving.progress().word(),
          leaving.reported(),
          leaving.server().sensor().map(SensorAnswer::of));
    }
  }

  static StatusAnswer of(FleetStanding standing, Tally tally) {
    return new StatusAnswer(
        FORMAT,
        standing.manifest(),
        standing.site(),
        standing.asOf(),
        standing.notes(),
        standing.live().map(LiveCensusAnswer::of),
        standing.rings().stream()
            .filter(ring -> tally.rings().contains(ring.ring()))
            .map(ring -> Ring.of(ring, tally))
            .toList(),
        Optional.of(LeavingServers.of(standing.fleet()).stream().map(Leaving::of).toList())
            .filter(servers -> !servers.isEmpty()));
  }
}
