package dev.garrison.manifest;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Statement that another antivirus protects servers: an entry of {@code rings[].otherAntivirus}.
 *
 * <p>It names either a server or a collection. With a collection it names a service too, because
 * only the server itself can tell there whether the product runs.
 *
 * @param server NetBIOS or full DNS name
 * @param collection existing collection, by name or id
 * @param product name for people
 * @param service name of the product's service
 * @param until the last day on which the statement counts
 */
public record OtherAntivirus(
    Optional<String> server,
    Optional<String> collection,
    String product,
    Optional<String> service,
    String reason,
    String owner,
    LocalDate until) {
  /** Whether the statement has expired on that day. */
  public boolean expiredOn(LocalDate day) {
    return day.isAfter(until);
  }
}
