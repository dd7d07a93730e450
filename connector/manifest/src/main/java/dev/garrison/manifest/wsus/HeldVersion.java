package dev.garrison.manifest.wsus;

import dev.garrison.catalog.sensor.SensorVersion;

/**
 * Version of the sensor that must not be installed.
 *
 * @param reason the reason, shown to people
 */
public record HeldVersion(SensorVersion version, String reason) {}
