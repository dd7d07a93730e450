package dev.garrison.cli.fleet;

import dev.garrison.fleet.Presence;
import dev.garrison.json.JsonForm;
import java.time.Instant;
import java.util.Optional;

/**
 * A server's device record as a part of JSON answers.
 *
 * @param client whether the Configuration Manager client is installed
 */
public record ClientAnswer(
    boolean client,
    boolean active,
    boolean obsolete,
    String clientVersion,
    Optional<Instant> inventoried)
    implements JsonForm {
  /** The form of a device record. */
  public static ClientAnswer of(Presence presence) {
    return new ClientAnswer(
        presence.client(),
        presence.active(),
        presence.obsolete(),
        presence.clientVersion(),
        presence.inventoried());
  }
}
