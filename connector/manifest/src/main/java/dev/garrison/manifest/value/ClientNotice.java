package dev.garrison.manifest.value;

/**
 * That clients are told to fetch policy when a deployment to them is made, instead of within the
 * hour that they take by themselves.
 *
 * @param minutes over which they are spread
 * @param maxDevices more members of one collection than this are not told
 */
public record ClientNotice(int minutes, int maxDevices) {}
