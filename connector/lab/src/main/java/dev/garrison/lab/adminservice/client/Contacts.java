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
  /** Last request for policy; empty if there was none. */
  public Optional<Instant> policy(int device) {
    return polling.lastRequest(device, timeline.now());
  }

  /** Last heartbeat; empty if there was none. */
  public Optional<Instant> heartbeat(int device) {
    return polling.lastHeartbeat(device, timeline.now());
  }

  /** Whether the site shows a device as active. */
  public boolean isActive(int device) {
    return polling.isActive(device, timeline.now());
  }

  /** Last hardware inventory of a device. */
  public Instant inventory(int device) {
    return polling.lastInventory(device, timeline.now());
  }

  /** Start of the site's time. */
  public Instant origin() {
    return polling.origin();
  }
}
