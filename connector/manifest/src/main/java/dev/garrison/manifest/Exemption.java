package dev.garrison.manifest;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Server that is excluded for a reason until a date: an entry of {@code exceptions}.
 *
 * @param server NetBIOS or full DNS name
 * @param until the last day of the exclusion
 */
public record Exemption(
    String server, String reason, Optional<String> ticket, String owner, LocalDate until) {
  /** Whether the exclusion has expired on that day. */
  public boolean expiredOn(LocalDate day) {
    return day.isAfter(until);
  }
}
