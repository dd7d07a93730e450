package dev.garrison.lab.device;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Devices that the site file lists. */
public final class ListedFleet implements Fleet {
  private final List<Device> devices;

  /** A fleet of these devices, in the order of their indices. */
  public ListedFleet(List<Device> devices) {
    this.devices = new CopyOnWriteArrayList<>(devices);
  }

  /** A person repairs a device: installations on it go as they commonly do from now on. */
  public void repair(int index) {
    devices.set(index, devices.get(index).repaired());
  }

  /** Every client becomes one of this version. */
  public void upgradeClients(String version) {
    devices.replaceAll(device -> device.withClient(version));
  }

  @Override
  public int size() {
    return devices.size();
  }

  @Override
  public Device at(int index) {
    return devices.get(index);
  }
}
