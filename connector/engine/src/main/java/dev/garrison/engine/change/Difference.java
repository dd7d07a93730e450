package dev.garrison.engine.change;

import java.util.Optional;

/**
 * One value that is not as wanted.
 *
 * @param path the place in the object, for example {@code deploymentType.installCommand}
 * @param before the current value; empty when the object lacks it
 * @param after the wanted value; empty when the value must be removed
 */
public record Difference(String path, Optional<String> before, Optional<String> after) {
  public Difference {
    if (before.equals(after)) {
      throw new IllegalArgumentException("no difference at " + path);
    }
  }
}
