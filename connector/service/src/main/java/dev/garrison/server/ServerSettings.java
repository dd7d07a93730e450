package dev.garrison.server;

import dev.garrison.manifest.service.ServerSection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Settings of the HTTP server.
 *
 * @param version of Garrison, for the description of the API
 * @param isDemo whether the site is a demonstration
 * @param documents the documentation site; empty if this installation has none
 * @param faults receives one line for each request that ended in an internal error
 * @param listener receives the actions of users
 */
public record ServerSettings(
    ServerSection section,
    Limits limits,
    String version,
    boolean isDemo,
    Optional<DocumentSite> documents,
    Consumer<String> faults,
    ServerListener listener) {
  /** Settings of a server for a real site. */
  public ServerSettings(
      ServerSection section,
      Limits limits,
      String version,
      Optional<DocumentSite> documents,
      Consumer<String> faults,
      ServerListener listener) {
    this(section, limits, version, false, documents, faults, listener);
  }

  /** Settings of a server without a listener and without documentation. */
  public ServerSettings(
      ServerSection section, Limits limits, String version, Consumer<String> faults) {
    this(section, limits, version, Optional.empty(), faults, ServerListener.NONE);
  }

  /** The same settings for a demonstration. */
  public ServerSettings forDemo() {
    return new ServerSettings(section, limits, version, true, documents, faults, listener);
  }
}
