package dev.garrison.manifest.wsus;

import dev.garrison.diagnostic.Worded;
import dev.garrison.manifest.value.ServerAccess;
import dev.garrison.manifest.value.SignIn;
import java.net.URI;
import java.util.List;
import java.util.Map;
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
 * @param writes how it may be written to; absent where it may not
 * @param rings groups of rings, where they are called otherwise than on other servers, by ring
 * @param discover whether servers that it names below it are read too
 */
public record WsusServer(
    URI url,
    Owner owner,
    Optional<UUID> serverId,
    ServerAccess access,
    Optional<WsusWrites> writes,
    Map<String, List<String>> rings,
    Discover discover) {
  public WsusServer {
    rings = Map.copyOf(rings);
  }

  /**
   * A server that this one names below it and the manifest does not: reached as this one is, and
   * never written to.
   *
   * @param below its address
   * @param by who manages its updates
   */
  public WsusServer below(URI below, UUID id, Owner by) {
    SignIn own = access.signIn();
    return new WsusServer(
        below,
        by,
        Optional.of(id),
        new ServerAccess(
            access.allowPlainHttp(),
            access.trust(),
            new SignIn(own.method(), own.account(), Optional.empty(), Optional.empty())),
        Optional.empty(),
        rings,
        Discover.NOTHING);
  }

  /** Names or ids of the groups of a ring on this server; perhaps none. */
  public List<String> groups(UpdateRing ring) {
    return rings.getOrDefault(ring.ring(), ring.groups());
  }

  /** Whether the account that reads is also the one that writes. */
  public boolean readerWrites() {
    return access.signIn().writer().isEmpty();
  }

  /** The server and its port, as screens name it. */
  public String name() {
    return url.getAuthority();
  }

  /** Who manages the updates of a server. The protocol does not tell. */
  public enum Owner implements Worded {
    /** Nobody besides WSUS itself. */
    WSUS,
    /** Configuration Manager: it is a software update point, and never written to. */
    MECM,
    /** Nobody has said so: another server names it, and the manifest does not. */
    UNSTATED
  }

  /** Which servers are read besides. */
  public enum Discover implements Worded {
    /** None. */
    NOTHING,
    /** All that synchronise from it, also by way of others. */
    DOWNSTREAM
  }
}
