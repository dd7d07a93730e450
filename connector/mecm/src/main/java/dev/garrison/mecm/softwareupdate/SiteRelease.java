package dev.garrison.mecm.softwareupdate;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * One update of the sensor, as a site has it.
 *
 * @param id CI_ID
 * @param title as the site shows it
 * @param posted time of its publication
 * @param expired whether its publisher withdrew it
 * @param superseded whether the site has one that supersedes it
 * @param deployed whether any deployment contains it
 * @param counts over all devices of the hierarchy, as of the site's last summarization
 */
public record SiteRelease(
    long id,
    String title,
    Optional<Instant> posted,
    ReleaseLine line,
    SensorVersion version,
    boolean expired,
    boolean superseded,
    boolean deployed,
    UpdateCounts counts) {
  /** Whether it may be the current release of its family and channel. */
  public boolean isInForce() {
    return !expired && !superseded;
  }
}
