package dev.garrison.fleet.readiness;

import java.util.Arrays;
import java.util.Optional;

/** Services of Windows that say something of a server's readiness. */
public enum Service {
  /** Microsoft Defender Antivirus; missing on 2016 while its feature is not installed. */
  DEFENDER("WinDefend", 1),
  /** The sensor; Windows Server 2019 and later bring it along. */
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

  /** Its name, which Windows does not translate. */
  public String serviceName() {
    return name;
  }

  /** Its place in a set of bits. */
  public int bit() {
    return bit;
  }

  /** The service of this name. */
  public static Optional<Service> of(String name) {
    return Arrays.stream(values())
        .filter(service -> service.name.equalsIgnoreCase(name))
        .findFirst();
  }
}
