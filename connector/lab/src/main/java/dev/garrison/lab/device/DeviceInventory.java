package dev.garrison.lab.device;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Services, programs, and antivirus of each device as its last hardware inventory found them. Safe
 * to read while it changes.
 */
public final class DeviceInventory {
  private final Fleet fleet;
  private final Sensors sensors;
  private final Antiviruses antiviruses;
  private final Map<Integer, Snapshot> taken = new ConcurrentHashMap<>();

  /**
   * Creates the inventory of a fleet as it begins.
   *
   * @param listed the devices that can change; a generated device is always as it is now
   */
  public DeviceInventory(
      Fleet fleet, Sensors sensors, Antiviruses antiviruses, List<Device> listed) {
    this.fleet = fleet;
    this.sensors = sensors;
    this.antiviruses = antiviruses;
    listed.forEach(device -> take(device.index()));
  }

  /** Takes the inventory of a device; a real server sends its own. */
  public void take(int device) {
    if (!isReal(device)) {
      taken.put(device, now(device));
    }
  }

  /** Takes what a real server sent. */
  public void sent(int device, Snapshot own) {
    taken.put(device, own);
  }

  /** Whether a real server stands for a device. */
  public boolean isReal(int device) {
    return fleet.at(device).joined();
  }

  /** A device as it is now. */
  public Snapshot now(int device) {
    return Snapshot.of(fleet.at(device), sensors, antiviruses);
  }

  /** A device as its last inventory found it. */
  public Snapshot last(int device) {
    Snapshot known = taken.get(device);
    return known == null ? now(device) : known;
  }
}
