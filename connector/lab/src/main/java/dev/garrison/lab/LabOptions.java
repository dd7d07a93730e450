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
 */
public record LabOptions(
    Instant start, Map<String, Path> shares, Optional<Credentials> credentials) {
  public LabOptions {
    shares = Map.copyOf(shares);
  }
}
