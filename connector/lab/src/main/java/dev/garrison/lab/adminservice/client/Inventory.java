package dev.garrison.lab.adminservice.client;

import dev.garrison.lab.adminservice.collection.Collections;
import dev.garrison.lab.adminservice.provider.Timeline;
import dev.garrison.lab.device.DeviceInventory;
import dev.garrison.lab.device.Sensors;
import dev.garrison.lab.device.Snapshot;
import java.time.Instant;
import java.util.Optional;

/** Schedules the hardware inventory that reports a change of a device. */
public final class Inventory {
  private final Timeline timeline;
  private final Polling polling;
  private final Sensors sensors;
  private final DeviceInventory devices;
  private final Collections collections;

  /** Creates the inventory of a site with this schedule of its clients. */
  public Inventory(
      Timeline timeline,
      Polling polling,
      Sensors sensors,
      DeviceInventory devices,
      Collections collections) {
    this.timeline = timeline;
    this.polling = polling;
    this.sensors = sensors;
    this.devices = devices;
    this.collections = collections;
  }

  /** Reports a change on a device with its next inventory, if the device is on then. */
  public void follows(int device) {
    Instant next = polling.inventory(device, timeline.now());
    timeline.at(
        next,
        () -> {
          if (!polling.isOn(device) || devices.isReal(device)) {
            return;
          }
          sensors.report(device, next);
          devices.take(device);
          collections.inventoryChanged();
        });
  }

  /**
   * Takes the inventory that a real server sent.
   *
   * @param sensor empty where the server has no such class, because no sensor ever reported there
   */
  public void sent(int device, Snapshot own, Optional<Sensors.Report> sensor) {
    polling.inventoried(device, timeline.now());
    devices.sent(device, own);
    sensors.reportAs(device, sensor);
    collections.inventoryChanged();
  }
}
