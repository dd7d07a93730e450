package dev.garrison.wsus.sync;

import dev.garrison.manifest.wsus.WsusServer;

/**
 * Whether Garrison may start something on a server. The one place that decides it: what a manifest
 * says for or against writing to a server is asked here. A person agrees besides.
 */
final class WritePermission {
  private WritePermission() {}

  /** Not where Configuration Manager manages the server: it decides when it synchronises. */
  static boolean given(WsusServer server) {
    return switch (server.owner()) {
      case WSUS -> true;
      case MECM -> false;
    };
  }
}
