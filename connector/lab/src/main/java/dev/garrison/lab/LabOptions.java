package dev.garrison.lab;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a lab runs.
 *
 * @param start the time its clock stands at
 * @param shares UNC prefix to the local folder that the site server reads there
 * @param credentials who may enter; empty lets everyone in
 */
public record LabOptions(
    Instant start, Map<String, Path> shares, Optional<Credentials> credentials) {
  public LabOptions {
    shares = Map.copyOf(shares);
  }
}
