package dev.garrison.manifest.wsus;

import dev.garrison.catalog.sensor.SensorVersion;

/**
 * A version of the sensor that is not to be installed.
 *
 * @param reason why, for people
 */
public record HeldVersion(SensorVersion version, String reason) {}
