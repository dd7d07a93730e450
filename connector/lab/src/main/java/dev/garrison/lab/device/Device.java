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
 * @param contact what the site hears of it
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
    Contact contact,
    InstallTraits traits,
    AntivirusTraits antivirus) {
  /** Where ResourceIDs start on a real site. */
  public static final long FIRST_RESOURCE_ID = 16777219L;

  public Device {
    windows = List.copyOf(windows);
  }

  /** Whether a client on it polls for policy. */
  public boolean polls() {
    return clientVersion.isPresent() && contact.active();
  }

  /** Whether the site has its hardware inventory. */
  public boolean isInventoried() {
    return clientVersion.isPresent() && contact.inventoried();
  }

  /** The same with installations that go otherwise. */
  public Device with(InstallTraits others) {
    return new Device(
        index, name, os, clientVersion, windows, onboardedTo, contact, others, antivirus);
  }

  /** Its key at the site. */
  public long resourceId() {
    return FIRST_RESOURCE_ID + index;
  }
}
