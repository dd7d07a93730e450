package dev.garrison.fleet.readiness;

import java.util.Arrays;
import java.util.Optional;

/** Windows services that are relevant to a server's readiness. */
public enum Service {
  /** Microsoft Defender Antivirus; missing on 2016 while its feature is not installed. */
  DEFENDER("WinDefend", 1),
  /** Sensor; part of Windows Server 2019 and later. */
  SENSE("Sense", 2),
  /** System Center Endpoint Protection. */
  SCEP("MsMpSvc", 4),
  /** Azure Arc. */
  ARC("himds", 8);

  private final String name;
  private final int bit;

  Service(String name, int bit) {
    this.name = name;
    this.bit = bit;
  }

  /** Name of the service, which Windows does not translate. */
  public String serviceName() {
    return name;
  }

  /** Bit of the service in a set. */
  public int bit() {
    return bit;
  }

  /** Returns the service with this name. */
  public static Optional<Service> of(String name) {
    return Arrays.stream(values())
        .filter(service -> service.name.equalsIgnoreCase(name))
        .findFirst();
  }
}
