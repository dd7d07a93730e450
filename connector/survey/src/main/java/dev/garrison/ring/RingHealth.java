package dev.garrison.ring;

import dev.garrison.language.Text;
import java.util.Map;

/**
 * Servers that a ring's deployments target, each counted once.
 *
 * @param onboarded the site received a report that the sensor reports to the manifest's tenant
 * @param failed the last attempt ended with an error
 * @param underWay the server reports and is not done
 * @param notReady it cannot succeed as it is: another tenant, a requirement that is not met, no
 *     maintenance window long enough; counted separately from failed (F20)
 * @param silent it has reported nothing
 */
public record RingHealth(int onboarded, int failed, int underWay, int notReady, int silent) {
  /** Health of a ring that targets no server. */
  public static final RingHealth NONE = new RingHealth(0, 0, 0, 0, 0);

  private static final int WHOLE = 100;

  public RingHealth {
    if (onboarded < 0 || failed < 0 || underWay < 0 || notReady < 0 || silent < 0) {
      throw new IllegalArgumentException("a count of servers is never negative");
    }
  }

  /** Counts the servers of a ring by their progress. */
  public static RingHealth of(Map<DeploymentProgress, Integer> servers) {
    return new RingHealth(
        servers.getOrDefault(DeploymentProgress.ONBOARDED, 0),
        servers.getOrDefault(DeploymentProgress.FAILED, 0),
        servers.getOrDefault(DeploymentProgress.UNDER_WAY, 0),
        servers.getOrDefault(DeploymentProgress.NOT_READY, 0),
        servers.getOrDefault(DeploymentProgress.SILENT, 0));
  }

  /** Adds the counts of other servers. */
  public RingHealth and(RingHealth others) {
    return new RingHealth(
        onboarded + others.onboarded,
        failed + others.failed,
        underWay + others.underWay,
        notReady + others.notReady,
        silent + others.silent);
  }

  /** Number of all servers. */
  public int targeted() {
    return onboarded + failed + underWay + notReady + silent;
  }

  /** Number of servers that have reported anything. */
  public int reporting() {
    return targeted() - silent;
  }

  /** Checks whether servers are at least this share of all; of no servers, no number is enough. */
  public boolean reaches(int servers, int percent) {
    return targeted() > 0 && (long) servers * WHOLE >= (long) targeted() * percent;
  }

  /** Checks whether servers are more than this share of all. */
  public boolean exceeds(int servers, int percent) {
    return (long) servers * WHOLE > (long) targeted() * percent;
  }

  /** Share as text, never rounded up: 94.9 percent are 94. */
  public String share(int servers) {
    return Text.of(
            "ring-health.share",
            "count",
            String.valueOf(servers),
            "total",
            String.valueOf(targeted()),
            "percent",
            targeted() == 0 ? 0 : servers * (long) WHOLE / targeted())
        .toString();
  }
}
