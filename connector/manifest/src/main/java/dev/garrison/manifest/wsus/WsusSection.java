package dev.garrison.manifest.wsus;

import java.util.List;
import java.util.Optional;

/**
 * The WSUS servers of the company.
 *
 * @param servers in the order of the manifest; none where WSUS is not to be touched, or is only the
 *     site's
 * @param sensorUpdate how the sensor's update is kept approved; absent where nobody asked for that
 */
public record WsusSection(List<WsusServer> servers, Optional<SensorUpdateSection> sensorUpdate) {
  /** Nothing about WSUS. */
  public static final WsusSection NONE = new WsusSection(List.of(), Optional.empty());

  public WsusSection {
    servers = List.copyOf(servers);
  }
}
