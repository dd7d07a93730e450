package dev.garrison.lab.device;

import java.util.List;
import java.util.Optional;

/**
 * A computer that the site knows.
 *
 * @param index its place in the fleet, from 0
 * @param clientVersion of the Configuration Manager client; empty when none is installed
 * @param windows when it may install; none means at any time
 * @param onboardedTo the organisation the sensor reports to at the start
 * @param traits what an installation does on it
 * @param antivirus how Microsoft Defender Antivirus takes a change of its mode
 */
public record Device(
    int index,
    String name,
    OperatingSystem os,
    Optional<String> clientVersion,
    List<MaintenanceWindow> windows,
    Optional<String> onboardedTo,
    InstallTraits traits,
    AntivirusTraits antivirus) {
  /** Where ResourceIDs start on a real site. */
  public static final long FIRST_RESOURCE_ID = 16777219L;

  public Device {
    windows = List.copyOf(windows);
  }

  /** Its key at the site. */
  public long resourceId() {
    return FIRST_RESOURCE_ID + index;
  }
}
