package dev.garrison.lab.adminservice.softwareupdate;

import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.Fleet;
import dev.garrison.lab.wsus.catalogue.Sensor;
import java.util.Map;
import java.util.Optional;

/**
 * Compliance of devices with an update, as their scans report it. The states are 0 unknown, 1 not
 * required, 2 required, 3 installed. A device without the agent has no required update.
 *
 * @param sensors the version of the sensor by device name
 */
record Compliance(Fleet fleet, Map<String, String> sensors) {
  static final int UNKNOWN = 0;
  static final int NOT_REQUIRED = 1;
  static final int REQUIRED = 2;
  static final int INSTALLED = 3;

  Compliance {
    sensors = Map.copyOf(sensors);
  }

  int of(SiteUpdate update, int index) {
    Device device = fleet.at(index);
    if (!device.polls()) {
      return UNKNOWN;
    }
    Optional<String> sensor = Optional.ofNullable(sensors.get(device.name()));
    if (sensor.isEmpty() || !device.os().family().equals(update.sensor().family())) {
      return NOT_REQUIRED;
    }
    return Sensor.compare(sensor.get(), update.sensor().version()) >= 0 ? INSTALLED : REQUIRED;
  }

  /** Number of devices in a state. */
  long count(SiteUpdate update, int state) {
    long count = 0;
    for (int index = 0; index < fleet.size(); index++) {
      count += of(update, index) == state ? 1 : 0;
    }
    return count;
  }
}
