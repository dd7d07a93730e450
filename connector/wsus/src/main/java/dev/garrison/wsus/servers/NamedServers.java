package dev.garrison.wsus.servers;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.problem.WsusCode;
import java.util.List;
import java.util.Optional;

/** Selects the WSUS servers to which a command applies. */
public final class NamedServers {
  private NamedServers() {}

  /**
   * Returns the servers in the order of the manifest.
   *
   * @param only the name of one server, with its port or without; empty: all of the manifest
   * @throws RefusalException if the manifest names no server, or not this one
   */
  public static List<WsusServer> of(Manifest manifest, Optional<String> only) {
    List<WsusServer> servers = manifest.wsus().servers();
    if (servers.isEmpty()) {
      throw new RefusalException(
          Diagnostic.error(WsusCode.NO_UPDATE_SERVERS, Message.of("wsus-servers.none")));
    }
    List<WsusServer> named =
        servers.stream().filter(server -> only.isEmpty() || isNamed(server, only.get())).toList();
    if (named.isEmpty()) {
      throw new RefusalException(
          Diagnostic.error(
              WsusCode.UPDATE_SERVER_UNKNOWN,
              Message.of(
                  "wsus-servers.unknown",
                  "name",
                  only.orElseThrow(),
                  "servers",
                  servers.stream().map(WsusServer::name).toList())));
    }
    return named;
  }

  private static boolean isNamed(WsusServer server, String name) {
    return server.is(name) || server.url().getHost().equalsIgnoreCase(name);
  }
}
