package dev.garrison.server;

import dev.garrison.manifest.service.ServerSection;
import java.util.function.Consumer;

/**
 * Settings of the HTTP server.
 *
 * @param version of Garrison, for the description of the API
 * @param isDemo whether the site is a demonstration
 * @param faults receives one line for each request that ended in an internal error
 * @param listener receives the actions of users
 */
public record ServerSettings(
    ServerSection section,
    Limits limits,
    String version,
    boolean isDemo,
    Consumer<String> faults,
    ServerListener listener) {
  /** Settings of a server for a real site. */
  public ServerSettings(
      ServerSection section,
      Limits limits,
      String version,
      Consumer<String> faults,
      ServerListener listener) {
    this(section, limits, version, false, faults, listener);
  }

  /** Settings of a server without a listener. */
  public ServerSettings(
      ServerSection section, Limits limits, String version, Consumer<String> faults) {
    this(section, limits, version, faults, ServerListener.NONE);
  }

  /** The same settings for a demonstration. */
  public ServerSettings forDemo() {
    return new ServerSettings(section, limits, version, true, faults, listener);
  }
}
