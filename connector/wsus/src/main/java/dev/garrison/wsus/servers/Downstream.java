package dev.garrison.wsus.servers;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
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
 * What servers answered about those below them. A server names them and says whether they are
 * replicas, and neither their port nor who manages them; so they are expected behind its own port.
 * Anybody who reaches a server may register as one below it, so only names of its own domain are
 * asked.
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

  /** A server of the manifest that answered, with the id that it gave itself. */
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

  /** A server that was set up anew leaves a row of its old id behind. */
  private boolean isDoubled(DownstreamServer row) {
    return rows.values().stream().filter(other -> name(other).equals(name(row))).count() > 1;
  }

  /** Those that may be asked. */
  List<WsusServer> found() {
    return found;
  }

  /** Those that are not asked, and why. */
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
      refuse(below, refusal(above, row, "which is no name of a host"));
    } else if (!isNear(HostNames.of(above), name(row))) {
      refuse(below, refusal(above, row, "which is not of its own domain"));
    } else if (isDoubled(row)) {
      refuse(below, refusal(above, row, "more than once, with different ids"));
    } else {
      found.add(below);
    }
  }

  /** One line for each name is enough. */
  private void refuse(WsusServer below, RefusalException why) {
    if (refused.keySet().stream().noneMatch(other -> other.name().equalsIgnoreCase(below.name()))) {
      refused.put(below, why);
    }
  }

  /** Who approves for it: whoever does for the one that a replica has its approvals from. */
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

  /** Whether it is of the domain of the one above; of an address, whether of its network. */
  private static boolean isNear(String above, String name) {
    if (ADDRESS.matcher(above).matches()) {
      String network = above.substring(0, above.lastIndexOf('.') + 1);
      return ADDRESS.matcher(name).matches() && name.startsWith(network);
    }
    int dot = above.indexOf('.');
    return dot > 0 && name.endsWith(above.substring(dot));
  }

  /** Anybody may have chosen the name: what no host has in its name is shown as a line. */
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

  private static RefusalException refusal(WsusServer above, DownstreamServer row, String why) {
    return new RefusalException(
        Diagnostic.error(
            WsusCode.SERVER_BELOW_REFUSED,
            "%s names a server below it '%s', %s.".formatted(above.name(), row.name(), why),
            "If it is yours, name it in 'wsus.servers'. If it is not there any more, delete it in the console of %s under Downstream Servers."
                .formatted(above.name())));
  }
}
