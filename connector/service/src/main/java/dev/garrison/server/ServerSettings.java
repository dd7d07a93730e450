package dev.garrison.server;

import dev.garrison.manifest.service.ServerSection;
import java.util.function.Consumer;

/**
 * What a server is made of.
 *
 * @param version of Garrison, for the description of the API
 * @param faults hears of each request that ended in a fault, in one line
 * @param listener hears of what people do
 */
public record ServerSettings(
    ServerSection section,
    Limits limits,
    String version,
    Consumer<String> faults,
    ServerListener listener) {
  /** A server to which nobody listens. */
  public ServerSettings(
      ServerSection section, Limits limits, String version, Consumer<String> faults) {
    this(section, limits, version, faults, ServerListener.NONE);
  }
}
