package dev.garrison.manifest.value;

/**
 * Client notification of a new deployment, so that clients retrieve policy at once.
 *
 * <p>Without it, clients take up to an hour.
 *
 * @param minutes the time over which the notifications are spread
 * @param maxDevices a collection with more members than this is not notified
 */
public record ClientNotice(int minutes, int maxDevices) {}
