package dev.garrison.lab.device;

import java.util.Optional;

/**
 * A security product of another maker on a server.
 *
 * @param product its name
 * @param service the name of its service, if it has one
 * @param program DisplayName of its uninstall entry, if it has one
 * @param protects whether it is an antivirus; a sensor protects nothing
 * @param running whether its service runs
 */
public record OtherAntivirus(
    String product,
    Optional<String> service,
    Optional<String> program,
    boolean protects,
    boolean running) {
  /** CrowdStrike Falcon, running. */
  public static final OtherAntivirus FALCON =
      of("CrowdStrike Falcon", "CSFalconService", "CrowdStrike Windows Sensor");

  /** Sophos Endpoint, running. */
  public static final OtherAntivirus SOPHOS =
      of("Sophos Endpoint", "Sophos Endpoint Defense Service", "Sophos Endpoint Agent");

  /** Trellix HX, a sensor that is no antivirus, running. */
  public static final OtherAntivirus HX =
      new OtherAntivirus(
          "Trellix HX", Optional.of("xagt"), Optional.of("FireEye Endpoint Agent"), false, true);

  /** Creates an antivirus that runs. */
  public static OtherAntivirus of(String product, String service, String program) {
    return new OtherAntivirus(product, Optional.of(service), Optional.of(program), true, true);
  }

  /** The same product, its service stopped or running. */
  public OtherAntivirus running(boolean now) {
    return new OtherAntivirus(product, service, program, protects, now);
  }
}
