package dev.garrison.lab.device;

/**
 * Behavior of installations on a device.
 *
 * @param minutes run time of the installer
 * @param needsReboot whether the first run ends with 3010 and the second, after a restart, works
 * @param exitCode exit code of the installer; anything but 0 changes nothing on the device
 * @param undetected whether the installer ends with 0 although it changed nothing
 */
public record InstallTraits(int minutes, boolean needsReboot, int exitCode, boolean undetected) {
  /** Traits in the common case: three minutes, no restart, success. */
  public static final InstallTraits COMMON = new InstallTraits(3, false, 0, false);
}
