package dev.garrison.job;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.Verdict;
import dev.garrison.json.JsonForm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Report of one server at the last check: the cause of its state, and the answer of each source.
 *
 * @param why cause of its state
 * @param remedy the next step
 * @param disagreement the contradiction of two sources, and which one counts
 * @param deployments those that target the server
 * @param sensor absent where no source reports it
 * @param client absent where the site has no record of the device
 */
public record ServerReport(
    String why,
    String remedy,
    Optional<String> disagreement,
    List<Deployment> deployments,
    Optional<SensorReport> sensor,
    Optional<Client> client)
    implements JsonForm {
  public ServerReport {
    deployments = List.copyOf(deployments);
  }

  /**
   * Status of one deployment.
   *
   * @param purpose onboarding, antivirus mode or settings
   * @param state the client's progress in words
   * @param errorCode exit code or HRESULT of a failure; 0 where none is known
   * @param since start of this state, as far as the site reports it
   */
  public record Deployment(
      String purpose,
      String state,
      long statusType,
      long enforcementState,
      long errorCode,
      Optional<Instant> since)
      implements JsonForm {}

  /**
   * State of the sensor.
   *
   * @param state OnboardingState: 1 onboarded, 0 not
   * @param tenant empty where unknown
   * @param running whether the service Sense ran
   * @param lastConnected time of its last connection to the cloud service
   * @param asked time at which the server itself reported this; absent where inventory does
   */
  public record SensorReport(
      long state,
      String tenant,
      boolean running,
      Optional<Instant> lastConnected,
      Optional<Instant> asked)
      implements JsonForm {
    private static SensorReport of(Sensor sensor) {
      return new SensorReport(
          sensor.state(), sensor.orgId(), sensor.running(), sensor.lastConnected(), sensor.asked());
    }
  }

  /**
   * The device record on the site.
   *
   * @param version of the client; empty where unknown
   * @param inventoried time of its last hardware inventory
   */
  public record Client(
      boolean installed,
      boolean active,
      boolean obsolete,
      String version,
      Optional<Instant> inventoried)
      implements JsonForm {
    private static Client of(Presence presence) {
      return new Client(
          presence.client(),
          presence.active(),
          presence.obsolete(),
          presence.clientVersion(),
          presence.inventoried());
    }
  }

  /** Creates the report of a server that was judged. */
  public static ServerReport of(Server server, Verdict verdict) {
    return new ServerReport(
        verdict.why(),
        verdict.remedy(),
        verdict.disagreement(),
        Stream.of(
                deployment("onboarding", server.onboarding()),
                deployment("antivirus mode", server.mode()),
                deployment("settings", server.settings()))
            .flatMap(Optional::stream)
            .toList(),
        server.sensor().map(SensorReport::of),
        server.presence().map(Client::of));
  }

  private static Optional<Deployment> deployment(
      String purpose, Optional<DeploymentStatus> status) {
    return status.map(each ->
        new Deployment(
            purpose,
            each.state(),
            each.statusType(),
            each.enforcementState(),
            each.errorCode(),
            each.since()));
  }
}
