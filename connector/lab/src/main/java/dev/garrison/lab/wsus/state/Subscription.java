package dev.garrison.lab.wsus.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Products and classifications that a server synchronizes, and the schedule.
 *
 * @param timeOfDay second of the day at which it synchronizes automatically
 * @param products products, families, or companies
 */
public record Subscription(
    long timeOfDay,
    String modifiedBy,
    Instant modified,
    Instant lastSync,
    boolean automatic,
    Optional<String> anchor,
    Optional<String> deploymentAnchor,
    int perDay,
    boolean categoryOnly,
    List<UUID> products,
    List<UUID> classifications) {
  /** Value of the database for never. */
  public static final Instant NEVER = Instant.parse("1753-01-01T00:00:00Z");

  public Subscription {
    products = List.copyOf(products);
    classifications = List.copyOf(classifications);
  }

  /** The same subscription after a synchronization. */
  public Subscription synced(Instant now, String newAnchor) {
    return new Subscription(
        timeOfDay,
        modifiedBy,
        modified,
        now,
        automatic,
        Optional.of(newAnchor),
        deploymentAnchor,
        perDay,
        categoryOnly,
        products,
        classifications);
  }

  /** The same subscription with other products and classifications. */
  public Subscription choosing(List<UUID> otherProducts, List<UUID> otherClassifications) {
    return new Subscription(
        timeOfDay,
        modifiedBy,
        modified,
        lastSync,
        automatic,
        anchor,
        deploymentAnchor,
        perDay,
        categoryOnly,
        otherProducts,
        otherClassifications);
  }
}
