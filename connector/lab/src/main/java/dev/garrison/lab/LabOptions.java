package dev.garrison.lab;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Options of a lab.
 *
 * @param start the time at which its clock starts
 * @param shares UNC prefix to the local folder that the site server reads there
 * @param credentials the account that is accepted; empty accepts every caller
 * @param port of the AdminService; update servers have the ports after it. 0 means free ones.
 */
public record LabOptions(
    Instant start, Map<String, Path> shares, Optional<Credentials> credentials, int port) {
  /** Options of a lab on free ports. */
  public LabOptions(Instant start, Map<String, Path> shares, Optional<Credentials> credentials) {
    this(start, shares, credentials, 0);
  }

  public LabOptions {
    shares = Map.copyOf(shares);
  }
}
