package dev.garrison.lab.device;

import java.util.List;

/** Devices that the site file lists. */
public final class ListedFleet implements Fleet {
  private final List<Device> devices;

  /** A fleet of these devices, in the order of their indices. */
  public ListedFleet(List<Device> devices) {
    this.devices = List.copyOf(devices);
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
