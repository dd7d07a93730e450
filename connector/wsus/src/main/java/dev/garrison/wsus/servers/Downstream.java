package dev.garrison.wsus.servers;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.manifest.wsus.WsusServer.Owner;
import dev.garrison.wsus.model.DownstreamServer;
import dev.garrison.wsus.problem.WsusCode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Downstream servers that the servers of the manifest reported. A server reports their names and
 * whether they are replicas, but neither their port nor who manages them; so they are expected on
 * its own port. Anyone who can reach a server may register as a downstream server, so only names in
 * its own domain are asked.
 */
final class Downstream {
  private static final Pattern HOST =
      Pattern.compile(
          "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?){0,126}");
  private static final Pattern NOT_OF_HOSTS = Pattern.compile("[^A-Za-z0-9.-]");
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+");

  private final Map<UUID, Owner> owners = new HashMap<>();
  private final Map<UUID, DownstreamServer> rows = new HashMap<>();
  private final List<WsusServer> found = new ArrayList<>();
  private final Map<WsusServer, RefusalException> refused = new LinkedHashMap<>();

  /** Server of the manifest that answered, with the ID that it reported. */
  record Above(WsusServer server, UUID id) {}

  Downstream(List<WsusServer> named, Map<Above, List<DownstreamServer>> answers) {
    Set<UUID> known = new HashSet<>();
    named.forEach(server -> server.serverId().ifPresent(known::add));
    answers.keySet().forEach(above -> known.add(above.id()));
    answers.keySet().forEach(above -> owners.put(above.id(), above.server().owner()));
    answers.values().forEach(below -> below.forEach(row -> rows.putIfAbsent(row.id(), row)));
    answers.forEach((above, below) ->
        below.stream()
            .filter(row -> isNew(row, named) && known.add(row.id()))
            .forEach(row -> take(above.server(), row)));
  }

  /**
   * Checks for several rows with this name: a server that was set up again leaves a row of its old
   * ID.
   */
  private boolean isDoubled(DownstreamServer row) {
    return rows.values().stream().filter(other -> name(other).equals(name(row))).count() > 1;
  }

  /** Servers that may be asked. */
  List<WsusServer> found() {
    return found;
  }

  /** Servers that are not asked, with the reasons. */
  Map<WsusServer, RefusalException> refused() {
    return refused;
  }

  private static boolean isNew(DownstreamServer row, List<WsusServer> named) {
    String name = name(row);
    return named.stream()
        .map(HostNames::of)
        .noneMatch(host -> host.equals(name) || HostNames.isShortFor(name, host));
  }

  private static String name(DownstreamServer row) {
    return row.name().toLowerCase(Locale.ROOT);
  }

  private void take(WsusServer above, DownstreamServer row) {
    WsusServer below = above.below(address(above, row), row.id(), owner(row, new HashSet<>()));
    if (!HOST.matcher(name(row)).matches()) {
      refuse(below, refusal(above, row, "wsus-downstream.no-host-name"));
    } else if (!isNear(HostNames.of(above), name(row))) {
      refuse(below, refusal(above, row, "wsus-downstream.other-domain"));
    } else if (isDoubled(row)) {
      refuse(below, refusal(above, row, "wsus-downstream.listed-twice"));
    } else {
      found.add(below);
    }
  }

  /** Adds a refused server, one for each name. */
  private void refuse(WsusServer below, RefusalException why) {
    if (refused.keySet().stream().noneMatch(other -> other.name().equalsIgnoreCase(below.name()))) {
      refused.put(below, why);
    }
  }

  /** Owner of a server: that of the server from which a replica gets its approvals, or unstated. */
  private Owner owner(DownstreamServer row, Set<UUID> seen) {
    if (!row.isReplica() || !seen.add(row.id())) {
      return Owner.UNSTATED;
    }
    Owner named = owners.get(row.parent());
    if (named != null) {
      return named;
    }
    DownstreamServer parent = rows.get(row.parent());
    return parent == null ? Owner.UNSTATED : owner(parent, seen);
  }

  /**
   * Checks whether a server is in the domain of the one above it; for addresses, in its network.
   */
  private static boolean isNear(String above, String name) {
    if (ADDRESS.matcher(above).matches()) {
      String network = above.substring(0, above.lastIndexOf('.') + 1);
      return ADDRESS.matcher(name).matches() && name.startsWith(network);
    }
    int dot = above.indexOf('.');
    return dot > 0 && name.endsWith(above.substring(dot));
  }

  /**
   * Address of a downstream server. Anyone may have chosen its name: characters that are not valid
   * in a host name become underscores.
   */
  private static URI address(WsusServer above, DownstreamServer row) {
    URI own = above.url();
    String host = NOT_OF_HOSTS.matcher(row.name()).replaceAll("_");
    return URI.create(
        "%s://%s%s"
            .formatted(
                own.getScheme(),
                host.isEmpty() ? "_" : host,
                own.getPort() < 0 ? "" : ":" + own.getPort()));
  }

  private static RefusalException refusal(WsusServer above, DownstreamServer row, String key) {
    return new RefusalException(
        Diagnostic.error(
            WsusCode.SERVER_BELOW_REFUSED,
            new Message(
                Text.of(key, "server", above.name(), "name", row.name()),
                Text.of("wsus-downstream.check", "server", above.name()))));
  }
}
