package dev.garrison.manifest.reading;

import dev.garrison.diagnostic.NearestWord;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.value.ServerAccess;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.manifest.wsus.UpdateRing;
import dev.garrison.manifest.wsus.WsusSection;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.manifest.wsus.WsusWrites;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the section {@code wsus}. */
final class WsusForm {
  private static final Form<WsusServer.Owner> OWNER =
      Scalars.word(List.of(WsusServer.Owner.WSUS, WsusServer.Owner.MECM));
  private static final Form<WsusServer.Discover> DISCOVER = Scalars.word(WsusServer.Discover.class);
  private static final Form<WsusServer> SERVER =
      Form.section(Text.of("manifest-form.wsus-server"), WsusForm::server);

  private static final Form<OwnGroups> OWN_GROUPS =
      Form.section(Text.of("manifest-form.own-groups"), WsusForm::ownGroups);
  private static final Form<String> PRODUCT_VERSION =
      Scalars.text(
          Text.of("manifest-form.wsus-version"),
          Pattern.compile("[0-9]{1,5}\\.[0-9]{1,5}\\.[0-9]{1,5}"));

  private static final Form<String> SERVER_NAME =
      Scalars.text(
          Text.of("manifest-form.server-name"),
          Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?"));

  static final Form<WsusSection> FORM = Form.section(Text.of("manifest-form.wsus"), WsusForm::read);

  private WsusForm() {}

  private static Optional<WsusSection> read(Mapping wsus) {
    Optional<SensorUpdateSection> update = wsus.optional("sensorUpdate", SensorUpdateForm.FORM);
    boolean isSiteEnough = update.filter(SensorUpdateSection::isServedBySite).isPresent();
    Optional<List<WsusServer>> servers =
        isSiteEnough
            ? wsus.optional("servers", Form.listOf(SERVER, 1), List.of())
            : wsus.required("servers", Form.listOf(SERVER, 1));
    servers.ifPresent(all -> {
      check(wsus, all);
      update.ifPresent(section -> checkRings(wsus, all, section));
    });
    return wsus.complete(() -> new WsusSection(servers.orElseThrow(), update));
  }

  private static Optional<WsusServer> server(Mapping server) {
    Optional<URI> url = server.required("url", Addresses.UPDATE_SERVER);
    Optional<String> alias = server.optional("name", SERVER_NAME);
    Optional<WsusServer.Owner> owner = server.required("owner", OWNER);
    Optional<UUID> id = server.optional("serverId", Scalars.GUID);
    Optional<Boolean> writable = server.optional("allowWrites", Scalars.TRUTH, false);
    Optional<String> canary = server.optional("canary", Scalars.NAME);
    Optional<String> acknowledged = server.optional("acknowledged", PRODUCT_VERSION);
    Optional<ServerAccess> access =
        AccessForm.read(
            server,
            url.map(address -> Map.of("url", address)).orElse(Map.of()),
            "manifest-section.plain-http-wsus");
    Optional<List<OwnGroups>> rings =
        server.optional("rings", Form.listOf(OWN_GROUPS, 0), List.of());
    rings.ifPresent(all -> checkOwnGroups(server, all));
    Optional<WsusServer.Discover> discover =
        server.optional("discover", DISCOVER, WsusServer.Discover.NOTHING);
    if (discover.filter(WsusServer.Discover.DOWNSTREAM::equals).isPresent()) {
      access.map(ServerAccess::signIn).ifPresent(signIn -> checkDiscovering(server, signIn));
    }
    boolean writes = writable.orElse(false);
    if (writes) {
      checkWritable(server, owner);
    }
    return server.complete(() ->
        new WsusServer(
            url.orElseThrow(),
            alias,
            owner.orElseThrow(),
            id,
            access.orElseThrow(),
            writes ? Optional.of(new WsusWrites(canary, acknowledged)) : Optional.empty(),
            rings.orElseThrow().stream()
                .collect(Collectors.toMap(OwnGroups::ring, OwnGroups::groups, (first, _) -> first)),
            discover.orElseThrow()));
  }

  /** Groups of a ring on one server, if they have other names there. */
  private record OwnGroups(String ring, List<String> groups) {}

  private static void checkOwnGroups(Mapping server, List<OwnGroups> rings) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < rings.size(); i++) {
      if (!seen.add(rings.get(i).ring())) {
        repeated(server, "rings[" + i + "].ring", rings.get(i).ring());
      }
    }
  }

  private static Optional<OwnGroups> ownGroups(Mapping ring) {
    Optional<String> name = ring.required("ring", RingForm.NAME);
    Optional<List<String>> groups = ring.required("groups", Form.listOf(Scalars.NAME, 0));
    return ring.complete(() -> new OwnGroups(name.orElseThrow(), groups.orElseThrow()));
  }

  /**
   * Refuses discovery with NTLM, Negotiate or Basic authentication.
   *
   * <p>Every computer that reaches a server may register as its downstream server, and would be
   * sent the account's secret.
   */
  private static void checkDiscovering(Mapping server, SignIn signIn) {
    switch (signIn.method()) {
      case NTLM, NEGOTIATE, BASIC ->
          server.contradiction(
              ManifestCode.VALUE_REFUSED,
              "discover",
              Message.of(
                  "manifest-section.discover",
                  "path",
                  server.path("discover"),
                  "method",
                  signIn.method().word()));
      case KERBEROS, WINDOWS, NONE -> {
        // A ticket is of use to the server that it names, and to no other.
      }
    }
  }

  /** Checks the keys that a server needs before Garrison writes to it. */
  private static void checkWritable(Mapping server, Optional<WsusServer.Owner> owner) {
    if (owner.filter(who -> who == WsusServer.Owner.MECM).isPresent()) {
      server.contradiction(
          ManifestCode.VALUE_REFUSED,
          "allowWrites",
          Message.of("manifest-section.writes-to-mecm", "path", server.path("allowWrites")));
    }
    if (!server.has("serverId")) {
      server.contradiction(
          ManifestCode.KEY_MISSING,
          "serverId",
          Message.of("manifest-section.no-server-id", "path", server.path("serverId")));
    }
  }

  private static void checkRings(
      Mapping wsus, List<WsusServer> servers, SensorUpdateSection update) {
    List<String> rings = update.rings().stream().map(UpdateRing::ring).toList();
    if (servers.stream().anyMatch(server -> server.owner() == WsusServer.Owner.WSUS)) {
      checkGroups(wsus, update);
    }
    for (int i = 0; i < servers.size(); i++) {
      WsusServer server = servers.get(i);
      String place = "servers[" + i + "]";
      server.rings().keySet().stream()
          .filter(ring -> !rings.contains(ring))
          .sorted()
          .forEach(ring ->
              wsus.contradiction(
                  ManifestCode.VALUE_REFUSED,
                  place + ".rings",
                  Message.of(
                      "manifest-section.ring-unknown",
                      "path",
                      wsus.path(place + ".rings"),
                      "ring",
                      ring,
                      "rings",
                      rings)));
      server
          .writes()
          .flatMap(WsusWrites::canary)
          .ifPresent(canary -> checkCanary(wsus, place, server, canary, update));
    }
  }

  /** Checks that every ring has groups: approvals on a WSUS server need groups, not collections. */
  private static void checkGroups(Mapping wsus, SensorUpdateSection update) {
    for (int i = 0; i < update.rings().size(); i++) {
      if (update.rings().get(i).groups().isEmpty()) {
        String key = "sensorUpdate.rings[" + i + "].groups";
        wsus.contradiction(
            ManifestCode.KEY_MISSING,
            key,
            Message.of("manifest-section.groups-missing", "path", wsus.path(key)));
      }
    }
  }

  /**
   * Checks that the canary group belongs to the first ring on the server. Either of the two may be
   * mistyped, so both places are reported.
   */
  private static void checkCanary(
      Mapping wsus, String place, WsusServer server, String canary, SensorUpdateSection update) {
    String key = place + ".canary";
    Optional<UpdateRing> first =
        update.rings().stream().filter(ring -> !server.groups(ring).isEmpty()).findFirst();
    if (first.isEmpty()) {
      wsus.contradiction(
          ManifestCode.VALUE_REFUSED,
          key,
          Message.of(
              "manifest-section.canary-none",
              "path",
              wsus.path(key),
              "value",
              Reading.shortened(canary)));
      return;
    }
    UpdateRing ring = first.get();
    List<String> groups = server.groups(ring);
    if (groups.stream().anyMatch(canary::equalsIgnoreCase)) {
      return;
    }
    String other =
        wsus.path(
            server.rings().containsKey(ring.ring())
                ? place + ".rings"
                : "sensorUpdate.rings[" + update.rings().indexOf(ring) + "].groups");
    wsus.contradiction(
        ManifestCode.VALUE_REFUSED,
        key,
        new Message(
            Text.of(
                "manifest-section.canary",
                "path",
                wsus.path(key),
                "value",
                Reading.shortened(canary),
                "ring",
                ring.ring(),
                "groups",
                groups,
                "other",
                other,
                "place",
                wsus.reading().where(other)),
            NearestWord.to(canary, groups)
                .map(nearest ->
                    Text.of(
                        "manifest-section.canary-nearest",
                        "value",
                        canary,
                        "nearest",
                        nearest,
                        "path",
                        wsus.path(key),
                        "other",
                        other))
                .orElseGet(() ->
                    Text.of(
                        "manifest-section.canary-groups",
                        "path",
                        wsus.path(key),
                        "other",
                        other))));
  }

  /** Checks that no server is named twice: it would be counted and written to twice. */
  private static void check(Mapping wsus, List<WsusServer> servers) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < servers.size(); i++) {
      WsusServer server = servers.get(i);
      String place = "servers[" + i + "]";
      if (!seen.add(server.address().toLowerCase(Locale.ROOT))) {
        repeated(wsus, place + ".url", server.url().toString());
      }
      server
          .alias()
          .filter(name -> !seen.add(name.toLowerCase(Locale.ROOT)))
          .ifPresent(name -> repeated(wsus, place + ".name", name));
      server
          .serverId()
          .filter(id -> !seen.add(id.toString()))
          .ifPresent(id -> repeated(wsus, place + ".serverId", id.toString()));
    }
  }

  private static void repeated(Mapping wsus, String key, String value) {
    wsus.contradiction(
        ManifestCode.VALUE_REFUSED,
        key,
        Message.of(
            "manifest-section.repeated",
            "path",
            wsus.path(key),
            "value",
            Reading.shortened(value)));
  }
}
