package dev.garrison.fleet.standing;

import dev.garrison.fleet.compliance.Conformity;

/**
 * Whether every server of a manifest is as it says.
 *
 * @param fleet where they stand
 * @param conformity says it of each server
 */
public record DeviceStanding(FleetStanding fleet, Conformity conformity) {}
