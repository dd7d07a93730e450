package dev.garrison.wsus.updateserver;

import dev.garrison.manifest.value.Account;
import dev.garrison.manifest.value.SecretReference;
import dev.garrison.manifest.value.ServerAccess;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.manifest.value.TrustAnchor;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.manifest.wsus.WsusWrites;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An update server as a manifest names it: owned by WSUS, with the id of a {@link
 * FakeUpdateServer}, and written to by the account that reads, unless it is told.
 */
public final class NamedServer {
  private final String url;
  private WsusServer.Owner owner = WsusServer.Owner.WSUS;
  private Optional<UUID> id = Optional.of(FakeMemory.SERVER_ID);
  private Optional<Account> account = Optional.of(account("CONTOSO\\garrison"));
  private Optional<Account> writer = Optional.empty();
  private Optional<WsusWrites> writes =
      Optional.of(new WsusWrites(Optional.of("Pilot"), Optional.of("10.0.20348")));
  private Map<String, List<String>> rings = Map.of();
  private WsusServer.Discover discover = WsusServer.Discover.NOTHING;

  private NamedServer(String url) {
    this.url = url;
  }

  /** At this host, which is called so with the port 8531. */
  public static NamedServer at(String host) {
    return new NamedServer("https://" + host + ":8531");
  }

  private static Account account(String user) {
    return new Account(user, new SecretReference.Prompt("Password"));
  }

  public NamedServer owner(WsusServer.Owner other) {
    owner = other;
    return this;
  }

  public NamedServer id(Optional<UUID> other) {
    id = other;
    return this;
  }

  public NamedServer nobodySignsIn() {
    account = Optional.empty();
    return this;
  }

  public NamedServer writer(String user) {
    writer = Optional.of(account(user));
    return this;
  }

  public NamedServer neverWritten() {
    writes = Optional.empty();
    return this;
  }

  public NamedServer rings(Map<String, List<String>> groups) {
    rings = groups;
    return this;
  }

  public NamedServer discovers() {
    discover = WsusServer.Discover.DOWNSTREAM;
    return this;
  }

  public WsusServer server() {
    return new WsusServer(
        URI.create(url),
        owner,
        id,
        new ServerAccess(
            false,
            List.of(new TrustAnchor.SystemAuthorities()),
            new SignIn(SignIn.Method.KERBEROS, account, Optional.empty(), writer)),
        writes,
        rings,
        discover);
  }
}
