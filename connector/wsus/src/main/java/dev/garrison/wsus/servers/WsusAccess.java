package dev.garrison.wsus.servers;

import dev.garrison.connection.ServerInspection;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.nio.file.Path;

/**
 * Access to the WSUS servers of a manifest. No connection is made before it is used; each method
 * may refuse with a {@link dev.garrison.diagnostic.RefusalException}.
 */
public interface WsusAccess extends AutoCloseable {
  Manifest manifest();

  /** Inspects a server without signing in. */
  ServerInspection inspection(WsusServer server);

  /** Opens the administration service of one server; the caller closes it. */
  UpdateServer open(WsusServer server);

  /** Discards the secrets that were requested for the access. */
  @Override
  void close();

  /** Opens the access. */
  @FunctionalInterface
  interface Opening {
    /**
     * Reads the manifest; connects to nothing.
     *
     * @throws dev.garrison.diagnostic.RefusalException if the manifest has mistakes
     */
    WsusAccess open(Path manifest);
  }
}
