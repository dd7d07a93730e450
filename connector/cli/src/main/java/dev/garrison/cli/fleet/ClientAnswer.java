package dev.garrison.cli.fleet;

import dev.garrison.fleet.Presence;
import dev.garrison.json.JsonForm;
import java.time.Instant;
import java.util.Optional;

/**
 * What the site knows of a server as a device, as a part of answers to programs.
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
  /** That of a device. */
  public static ClientAnswer of(Presence presence) {
    return new ClientAnswer(
        presence.client(),
        presence.active(),
        presence.obsolete(),
        presence.clientVersion(),
        presence.inventoried());
  }
}
