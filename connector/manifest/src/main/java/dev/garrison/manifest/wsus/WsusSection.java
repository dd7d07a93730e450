package dev.garrison.manifest.wsus;

import java.util.List;
import java.util.Optional;

/**
 * WSUS servers of the organization, and the rules for the sensor's update.
 *
 * @param servers in the order of the manifest; none if Garrison must not use WSUS, or only the
 *     site's
 * @param sensorUpdate the rules for the sensor's update; absent if it is not configured
 */
public record WsusSection(List<WsusServer> servers, Optional<SensorUpdateSection> sensorUpdate) {
  /** Section without servers and without the sensor's update. */
  public static final WsusSection NONE = new WsusSection(List.of(), Optional.empty());

  public WsusSection {
    servers = List.copyOf(servers);
  }
}
