package dev.garrison.fleet.standing;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.table.CompanionState;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.language.Text;
import dev.garrison.ring.DeploymentProgress;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Servers of a halted ring that may still run its deployments (F21). They have the policy, or may
 * have it, and continue until they fetch policy that says otherwise. The site shows the last
 * reports of clients, so a server that has fetched policy since and reported nothing is still
 * counted. A server counts once: by its onboarding first, then by its antivirus mode, then by its
 * settings.
 *
 * @param targeted servers for which the site shows any status; the others of the ring are not known
 * @param underWay those that reported that they are in progress, or wait for something
 * @param waitingToRetry those that failed and reported that they will retry
 * @param silent those that reported nothing: they may have the policy
 * @param named the first of them, at most {@link #MOST_NAMED}, in the order of names
 */
public record HaltedServers(
    String ring, int targeted, int underWay, int waitingToRetry, int silent, List<Named> named) {
  /** Maximum number of servers that are kept by name, for any size of the site. */
  public static final int MOST_NAMED = 1000;

  public HaltedServers {
    named = List.copyOf(named);
  }

  /**
   * One server that may still run a deployment.
   *
   * @param deployment the one that it may run: {@code onboarding}, {@code antivirus mode} or {@code
   *     settings}
   * @param state in words
   * @param since start of that state, as far as the site reports it
   */
  public record Named(
      long id, String name, String deployment, String state, Optional<Instant> since) {}

  /** Number of all these servers. */
  public int all() {
    return underWay + waitingToRetry + silent;
  }

  /** Results for each halted ring. */
  public static List<HaltedServers> in(FleetStanding standing) {
    return standing.rings().stream()
        .filter(ring -> ring.state() == RingState.HALTED)
        .map(RingReport::ring)
        .map(ring -> of(standing.fleet(), ring))
        .toList();
  }

  /** Result for one ring. */
  public static HaltedServers of(Fleet fleet, String ring) {
    Count count = new Count();
    for (int row : fleet.servers()) {
      if (fleet.deployedRing(row).filter(ring::equalsIgnoreCase).isPresent()) {
        count.add(fleet.server(row));
      }
    }
    return new HaltedServers(
        ring, count.targeted, count.underWay, count.waitingToRetry, count.silent, count.named);
  }

  private static final class Count {
    private int targeted;
    private int underWay;
    private int waitingToRetry;
    private int silent;
    private final List<Named> named = new ArrayList<>();

    void add(Server server) {
      targeted++;
      one("onboarding", server.onboarding())
          .or(() -> one(CompanionState.ANTIVIRUS_MODE.word(), server.mode()))
          .or(() -> one(CompanionState.SETTINGS.word(), server.settings()))
          .ifPresent(running -> count(server, running));
    }

    private static Optional<Running> one(String deployment, Optional<DeploymentStatus> status) {
      return status
          .filter(DeploymentStatus::mayStillRun)
          .map(found -> new Running(deployment, found));
    }

    private void count(Server server, Running running) {
      DeploymentStatus status = running.status();
      switch (status.standing()) {
        case SILENT -> silent++;
        case FAILED, NOT_READY -> waitingToRetry++;
        case ONBOARDED, UNDER_WAY -> underWay++;
      }
      if (named.size() < MOST_NAMED) {
        named.add(
            new Named(
                server.id(),
                server.name(),
                running.deployment(),
                status.standing() == DeploymentProgress.SILENT
                    ? Text.of("enforcement.silent").toString()
                    : status.state(),
                status.since()));
      }
    }
  }

  private record Running(String deployment, DeploymentStatus status) {}
}
