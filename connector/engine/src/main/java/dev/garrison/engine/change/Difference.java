package dev.garrison.engine.change;

import java.util.Optional;

/**
 * One value that is not as wanted.
 *
 * @param path where in the object, for example {@code deploymentType.installCommand}
 * @param before the value there is, empty when the object lacks it
 * @param after the value that is wanted, empty when it has to go
 */
public record Difference(String path, Optional<String> before, Optional<String> after) {
  public Difference {
    if (before.equals(after)) {
      throw new IllegalArgumentException("no difference at " + path);
    }
  }
}
