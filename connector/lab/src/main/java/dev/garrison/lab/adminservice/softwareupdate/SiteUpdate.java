package dev.garrison.lab.adminservice.softwareupdate;

import dev.garrison.lab.wsus.catalogue.Sensor;
import java.time.Instant;

/**
 * An update of the sensor as the site synchronized it.
 *
 * @param id its CI_ID
 * @param expired whether its publisher withdrew it
 * @param superseded whether there is a newer update of its family and channel
 * @param isLatest false for a revision that was replaced by a newer one
 */
record SiteUpdate(
    long id, Sensor sensor, Instant posted, boolean expired, boolean superseded, boolean isLatest) {
  /** Whether family and channel are the same. */
  boolean isOfLine(Sensor other) {
    return sensor.family().equals(other.family()) && sensor.channel().equals(other.channel());
  }

  SiteUpdate withdrawn() {
    return new SiteUpdate(id, sensor, posted, true, superseded, isLatest);
  }

  SiteUpdate replaced() {
    return new SiteUpdate(id, sensor, posted, expired, true, isLatest);
  }

  SiteUpdate old() {
    return new SiteUpdate(id, sensor, posted, expired, superseded, false);
  }

  /** Title as the console shows it in English. */
  String title() {
    String before = sensor.family().isEmpty() ? "" : sensor.family() + " - ";
    String after = sensor.channel().isEmpty() ? "" : " - " + sensor.channel();
    return "%sUpdate for Microsoft Defender for Endpoint - KB5005292 (Version %s)%s"
        .formatted(before, sensor.version(), after);
  }
}
