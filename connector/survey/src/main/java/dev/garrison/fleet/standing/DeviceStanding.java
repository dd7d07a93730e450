package dev.garrison.fleet.standing;

import dev.garrison.fleet.compliance.Conformity;

/**
 * Compliance of every server of a manifest.
 *
 * @param fleet status of the servers
 * @param conformity compares each server
 */
public record DeviceStanding(FleetStanding fleet, Conformity conformity) {}
