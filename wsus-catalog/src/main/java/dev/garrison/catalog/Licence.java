package dev.garrison.catalog;

import java.util.Optional;
import java.util.UUID;

/**
 * The licence terms of an update, which WSUS wants accepted before it takes an approval.
 *
 * @param id which terms; empty where there are none
 * @param required whether an approval needs them accepted
 * @param accepted whether somebody has accepted them on this server
 */
public record Licence(Optional<UUID> id, boolean required, boolean accepted) {
  /** There are no terms. */
  public static final Licence NONE = new Licence(Optional.empty(), false, false);

  public Licence {
    if (required && id.isEmpty()) {
      throw new IllegalArgumentException("licence terms that are required have an id");
    }
  }

  /** Whether an approval would be refused now. */
  public boolean isInTheWay() {
    return required && !accepted;
  }
}
