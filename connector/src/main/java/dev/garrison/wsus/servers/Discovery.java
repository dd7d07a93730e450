package dev.garrison.wsus.servers;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.DownstreamServer;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.problem.OtherServer;
import dev.garrison.wsus.problem.WsusCode;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds the servers that those of a manifest name below them, and adds the ones that the manifest
 * does not name. A server says of those below it what they are called and whether they are
 * replicas, and neither their port nor who manages them. So they are expected behind the same port,
 * and never written to.
 */
public final class Discovery {
  private final UpdateServerPool pool;

  public Discovery(UpdateServerPool pool) {
    this.pool = pool;
  }

  /** What one server of the manifest answered. */
  private record Answer(Optional<UUID> id, List<DownstreamServer> below) {}

  /**
   * Asks the servers whose {@code discover} says so; nobody where none does.
   *
   * @return why servers could not be asked, or name something that cannot be reached
   */
  public Map<WsusServer, RefusalException> find() {
    List<WsusServer> named = pool.named();
    if (named.stream().noneMatch(Discovery::asks)) {
      return Map.of();
    }
    Map<WsusServer, RefusalException> failures = new LinkedHashMap<>();
    Map<WsusServer, Answer> answers = new LinkedHashMap<>();
    pool.each(named, this::answer)
        .forEach((server, result) -> {
          switch (result) {
            case Result.Answered(Answer answer) -> answers.put(server, answer);
            case Result.Failed(RefusalException why) -> {
              if (asks(server)) {
                failures.put(server, why);
              }
            }
          }
        });
    Set<UUID> ids = new HashSet<>();
    answers.values().forEach(answer -> answer.id().ifPresent(ids::add));
    named.forEach(server -> server.serverId().ifPresent(ids::add));
    List<WsusServer> found = new ArrayList<>();
    answers.forEach((above, answer) -> {
      for (DownstreamServer below : answer.below()) {
        if (isNew(below, named) && ids.add(below.id())) {
          address(above, below)
              .ifPresentOrElse(
                  url -> found.add(above.below(url, below.id(), below.isReplica())),
                  () -> failures.put(above, nameless(above, below)));
        }
      }
    });
    pool.join(found);
    return failures;
  }

  private static boolean asks(WsusServer server) {
    return server.discover() == WsusServer.Discover.DOWNSTREAM;
  }

  private sealed interface Result {
    record Answered(Answer answer) implements Result {}

    record Failed(RefusalException why) implements Result {}
  }

  /** Every server's id is asked for: the manifest may call it by another name. */
  private Result answer(WsusServer named) {
    try {
      UpdateServer server = pool.of(named);
      ServerConfiguration configuration = server.configuration();
      OtherServer.refuse(named, configuration);
      return new Result.Answered(
          new Answer(
              Optional.of(configuration.serverId()),
              asks(named) ? server.downstreamServers(configuration.serverId()) : List.of()));
    } catch (RefusalException refusal) {
      return new Result.Failed(refusal);
    }
  }

  private static boolean isNew(DownstreamServer below, List<WsusServer> named) {
    String name = below.name().toLowerCase(Locale.ROOT);
    return named.stream()
        .map(HostNames::of)
        .noneMatch(host -> host.equals(name) || HostNames.isShortFor(name, host));
  }

  /** Its address; empty where it has no name of a host. */
  private static Optional<URI> address(WsusServer above, DownstreamServer below) {
    URI own = above.url();
    try {
      return Optional.of(
          new URI(own.getScheme(), null, below.name(), own.getPort(), null, null, null));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static RefusalException nameless(WsusServer above, DownstreamServer below) {
    return new RefusalException(
        Diagnostic.error(
            WsusCode.SERVER_BELOW_NAMELESS,
            "%s names a server below it '%s', which is no name of a host."
                .formatted(above.name(), below.name()),
            "Take 'discover' out, and name the servers below it in 'wsus.servers'."));
  }
}
