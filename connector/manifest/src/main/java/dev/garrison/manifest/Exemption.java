package dev.garrison.manifest;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A server that is left alone for a reason: an entry of {@code exceptions}.
 *
 * @param server NetBIOS or full DNS name
 * @param until the last day on which it holds
 */
public record Exemption(
    String server, String reason, Optional<String> ticket, String owner, LocalDate until) {
  /** Whether it no longer holds on that day. */
  public boolean expiredOn(LocalDate day) {
    return day.isAfter(until);
  }
}
