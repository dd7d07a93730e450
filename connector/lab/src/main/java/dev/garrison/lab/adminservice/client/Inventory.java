package dev.garrison.lab.adminservice.client;

import dev.garrison.lab.adminservice.collection.Collections;
import dev.garrison.lab.adminservice.provider.Timeline;
import dev.garrison.lab.device.Sensors;
import java.time.Instant;

/** Schedules the hardware inventory that reports a change of a device's sensor. */
public final class Inventory {
  private final Timeline timeline;
  private final Polling polling;
  private final Sensors sensors;
  private final Collections collections;

  /** The inventory of a site whose clients talk to it like this. */
  public Inventory(Timeline timeline, Polling polling, Sensors sensors, Collections collections) {
    this.timeline = timeline;
    this.polling = polling;
    this.sensors = sensors;
    this.collections = collections;
  }

  /** Something changed on a device: its next inventory tells of it, if it is on then. */
  public void follows(int device) {
    Instant next = polling.inventory(device, timeline.now());
    timeline.at(
        next,
        () -> {
          if (!polling.isOn(device)) {
            return;
          }
          sensors.report(device, next);
          collections.inventoryChanged();
        });
  }
}
