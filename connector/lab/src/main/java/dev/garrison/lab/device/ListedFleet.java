package dev.garrison.lab.device;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Devices that the site file lists. */
public final class ListedFleet implements Fleet {
  private final List<Device> devices;

  /** Creates a fleet of these devices, in the order of their indexes. */
  public ListedFleet(List<Device> devices) {
    this.devices = new CopyOnWriteArrayList<>(devices);
  }

  /** Repairs a device, so that installations on it behave normally from now on. */
  public void repair(int index) {
    devices.set(index, devices.get(index).repaired());
  }

  /** Makes installations on a device fail with this exit code from now on. */
  public void fail(int index, int exitCode) {
    devices.set(index, devices.get(index).failing(exitCode));
  }

  /** Makes the antivirus of a device active in spite of the registry, as some programs do. */
  public void losePassive(int index) {
    devices.set(index, devices.get(index).losingPassive(true));
  }

  /** Ends what makes the antivirus of a device active. */
  public void regainPassive(int index) {
    devices.set(index, devices.get(index).losingPassive(false));
  }

  /** Upgrades every client to this version. */
  public void upgradeClients(String version) {
    devices.replaceAll(device -> device.withClient(version));
  }

  /** Puts a real server in the place of a device. */
  public void join(int index) {
    devices.set(index, devices.get(index).asJoined());
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
