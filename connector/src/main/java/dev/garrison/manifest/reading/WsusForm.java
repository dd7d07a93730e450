package dev.garrison.manifest.reading;

import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.value.ServerAccess;
import dev.garrison.manifest.wsus.WsusSection;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.manifest.yaml.Form;
import dev.garrison.manifest.yaml.Mapping;
import dev.garrison.manifest.yaml.Reading;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The section {@code wsus}. */
final class WsusForm {
  private static final Form<WsusServer.Owner> OWNER =
      Scalars.word(List.of(WsusServer.Owner.values()), WsusServer.Owner::word);
  private static final Form<WsusServer> SERVER =
      Form.section("a group with 'url' and 'owner'", WsusForm::server);

  static final Form<WsusSection> FORM = Form.section("the group with 'servers'", WsusForm::read);

  private WsusForm() {}

  private static Optional<WsusSection> read(Mapping wsus) {
    Optional<List<WsusServer>> servers = wsus.required("servers", Form.listOf(SERVER, 1));
    servers.ifPresent(all -> check(wsus, all));
    return wsus.complete(() -> new WsusSection(servers.orElseThrow()));
  }

  private static Optional<WsusServer> server(Mapping server) {
    Optional<URI> url = server.required("url", Addresses.UPDATE_SERVER);
    Optional<WsusServer.Owner> owner = server.required("owner", OWNER);
    Optional<UUID> id = server.optional("serverId", Scalars.GUID);
    Optional<ServerAccess> access =
        AccessForm.read(
            server,
            url.map(address -> Map.of("url", address)).orElse(Map.of()),
            "Use https: run 'wsusutil configuressl' on that server.");
    return server.complete(
        () -> new WsusServer(url.orElseThrow(), owner.orElseThrow(), id, access.orElseThrow()));
  }

  private static void check(Mapping wsus, List<WsusServer> servers) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < servers.size(); i++) {
      URI url = servers.get(i).url();
      if (!seen.add(url.getAuthority().toLowerCase(Locale.ROOT))) {
        String key = "servers[" + i + "].url";
        wsus.contradiction(
            ManifestCode.VALUE_REFUSED,
            key,
            "'" + wsus.path(key) + "' repeats " + Reading.shown(url.toString()) + ".",
            "Keep one of the two.");
      }
    }
  }
}
