package dev.garrison.manifest.wsus;

import dev.garrison.manifest.value.ServerAccess;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * One WSUS server.
 *
 * @param url scheme, server and port
 * @param owner who manages its updates
 * @param serverId the server's own id, once a probe has told it; another one behind the same name
 *     is then refused
 * @param access how it is reached
 */
public record WsusServer(URI url, Owner owner, Optional<UUID> serverId, ServerAccess access) {
  /** The server and its port, as screens name it. */
  public String name() {
    return url.getAuthority();
  }

  /** Who manages the updates of a server. The protocol does not tell. */
  public enum Owner {
    /** Nobody besides WSUS itself. */
    WSUS("wsus"),
    /** Configuration Manager: it is a software update point, and never written to. */
    MECM("mecm");

    private final String word;

    Owner(String word) {
      this.word = word;
    }

    /** As the manifest spells it. */
    public String word() {
      return word;
    }
  }
}
