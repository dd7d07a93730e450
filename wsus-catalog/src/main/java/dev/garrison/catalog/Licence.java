package dev.garrison.catalog;

import java.util.Optional;
import java.util.UUID;

/**
 * The license terms of an update, which WSUS requires to be accepted before an approval.
 *
 * @param id the id of the terms; empty if there are none
 * @param required whether an approval requires their acceptance
 * @param accepted whether they were accepted on this server
 */
public record Licence(Optional<UUID> id, boolean required, boolean accepted) {
  /** No license terms. */
  public static final Licence NONE = new Licence(Optional.empty(), false, false);

  public Licence {
    if (required && id.isEmpty()) {
      throw new IllegalArgumentException("licence terms that are required have an id");
    }
  }

  /** Whether an approval would be refused now, because the terms are not accepted. */
  public boolean isInTheWay() {
    return required && !accepted;
  }
}
