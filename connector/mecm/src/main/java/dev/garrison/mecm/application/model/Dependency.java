package dev.garrison.mecm.application.model;

import java.util.Comparator;

/**
 * A deployment type of another application that must be on the server first. Clients check it only
 * while they install the deployment type that depends on it.
 *
 * @param application the other application's logical name
 * @param deploymentType its deployment type's logical name
 * @param automatic whether clients install it automatically
 */
public record Dependency(String application, String deploymentType, boolean automatic)
    implements Comparable<Dependency> {
  private static final Comparator<Dependency> ORDER =
      Comparator.comparing(Dependency::application)
          .thenComparing(Dependency::deploymentType)
          .thenComparing(Dependency::automatic);

  /** A dependency that clients install automatically if it is missing. */
  public static Dependency on(Application application) {
    return new Dependency(
        application.logicalName(), application.deploymentType().logicalName(), true);
  }

  @Override
  public int compareTo(Dependency other) {
    return ORDER.compare(this, other);
  }
}
