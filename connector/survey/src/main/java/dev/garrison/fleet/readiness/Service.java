package dev.garrison.fleet.readiness;

import java.util.Arrays;
import java.util.Optional;

/** Windows services that are relevant to a server's readiness. */
public enum Service {
  /** Microsoft Defender Antivirus; missing on 2016 while its feature is not installed. */
  DEFENDER("WinDefend"),
  /** Sensor; part of Windows Server 2019 and later. */
  SENSE("Sense"),
  /** System Center Endpoint Protection. */
  SCEP("MsMpSvc"),
  /** Azure Arc. */
  ARC("himds");

  private final String name;

  Service(String name) {
    this.name = name;
  }

  /** Name of the service, which Windows does not translate. */
  public String serviceName() {
    return name;
  }

  /** Returns the service with this name. */
  public static Optional<Service> of(String name) {
    return Arrays.stream(values())
        .filter(service -> service.name.equalsIgnoreCase(name))
        .findFirst();
  }
}
