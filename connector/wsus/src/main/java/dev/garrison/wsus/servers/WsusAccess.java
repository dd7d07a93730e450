package dev.garrison.wsus.servers;

import dev.garrison.connection.ServerInspection;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.nio.file.Path;

/**
 * How the WSUS servers of a manifest are reached. Nothing is connected to before it is used; each
 * way may be refused with a {@link dev.garrison.diagnostic.RefusalException}.
 */
public interface WsusAccess extends AutoCloseable {
  Manifest manifest();

  /** Looks at a server without signing in. */
  ServerInspection inspection(WsusServer server);

  /** The administration service of one server; whoever opens it closes it. */
  UpdateServer open(WsusServer server);

  /** Forgets what was asked for to get there. */
  @Override
  void close();

  /** Opens it. */
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
