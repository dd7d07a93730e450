package dev.garrison.lab.adminservice.client;

import dev.garrison.lab.adminservice.provider.Timeline;
import java.time.Instant;
import java.util.Optional;

/**
 * Times of the devices' last contact with the site, as of now.
 *
 * @param timeline the site's time
 * @param polling the schedule of the devices
 */
public record Contacts(Timeline timeline, Polling polling) {
  /** The last request for policy; empty when there never was one. */
  public Optional<Instant> policy(int device) {
    return polling.lastRequest(device, timeline.now());
  }

  /** The last hardware inventory of a device that is on. */
  public Instant inventory(int device) {
    return polling.lastInventory(device, timeline.now());
  }

  /** When the site's time began. */
  public Instant origin() {
    return polling.origin();
  }
}
