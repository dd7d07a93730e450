package dev.garrison.lab.device;

/**
 * How an installation goes on a device.
 *
 * @param minutes how long the installer runs
 * @param needsReboot whether the first run ends with 3010 and the second, after a restart, works
 * @param exitCode what the installer ends with; anything but 0 changes nothing on the device
 * @param undetected whether the installer ends with 0 though nothing came of it
 */
public record InstallTraits(int minutes, boolean needsReboot, int exitCode, boolean undetected) {
  /** The common case: three minutes, no restart, success. */
  public static final InstallTraits COMMON = new InstallTraits(3, false, 0, false);
}
