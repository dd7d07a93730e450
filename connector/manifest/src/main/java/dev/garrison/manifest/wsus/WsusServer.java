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
 * WSUS server with its owner, access settings and permissions.
 *
 * @param url scheme, server and port
 * @param alias the name that people and records use instead of host and port
 * @param owner the manager of its updates
 * @param serverId the server's own id, once a probe has reported it; another server behind the same
 *     name is then refused
 * @param access the connection settings
 * @param writes the permission to write; absent if the server is read only
 * @param rings computer groups by ring, for rings whose groups have other names than on other
 *     servers
 * @param discover whether downstream servers that it reports are read too
 */
public record WsusServer(
    URI url,
    Optional<String> alias,
    Owner owner,
    Optional<UUID> serverId,
    ServerAccess access,
    Optional<WsusWrites> writes,
    Map<String, List<String>> rings,
    Discover discover) {
  public WsusServer {
    rings = Map.copyOf(rings);
  }

  /** A server that is called by its host and port. */
  public WsusServer(
      URI url,
      Owner owner,
      Optional<UUID> serverId,
      ServerAccess access,
      Optional<WsusWrites> writes,
      Map<String, List<String>> rings,
      Discover discover) {
    this(url, Optional.empty(), owner, serverId, access, writes, rings, discover);
  }

  /**
   * Creates a downstream server that this one reports and the manifest does not name.
   *
   * <p>It is reached like this one, and never written to.
   *
   * @param below the address of the downstream server
   * @param by the manager of its updates
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

  /** Names or ids of the groups of a ring on this server; may be empty. */
  public List<String> groups(UpdateRing ring) {
    return rings.getOrDefault(ring.ring(), ring.groups());
  }

  /** Whether the account that reads is also the one that writes. */
  public boolean readerWrites() {
    return access.signIn().writer().isEmpty();
  }

  /** Name of the server on screens and in records. */
  public String name() {
    return alias.orElseGet(this::address);
  }

  /** Host and port of the server. */
  public String address() {
    return url.getAuthority();
  }

  /** Whether the server has this name, or is at this host and port. */
  public boolean is(String name) {
    return name().equalsIgnoreCase(name) || address().equalsIgnoreCase(name);
  }

  /** Manager of a server's updates, which the protocol does not report. */
  public enum Owner implements Worded {
    /** Only WSUS itself. */
    WSUS,
    /** Configuration Manager: the server is a software update point, and never written to. */
    MECM,
    /** Unknown: another server reports it, and the manifest does not name it. */
    UNSTATED
  }

  /** Additional servers that are read. */
  public enum Discover implements Worded {
    /** None. */
    NOTHING,
    /** All servers that synchronize from it, directly or through others. */
    DOWNSTREAM
  }
}
