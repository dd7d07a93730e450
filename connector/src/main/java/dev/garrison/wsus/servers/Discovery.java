package dev.garrison.wsus.servers;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.DownstreamServer;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.problem.OtherServer;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the servers that those of a manifest name below them, and adds the ones that the manifest
 * does not name to the pool. They are never written to.
 */
public final class Discovery {
  private final UpdateServerPool pool;

  public Discovery(UpdateServerPool pool) {
    this.pool = pool;
  }

  private sealed interface Result {
    /** The server's own id, which the manifest need not know, and those below it. */
    record Answered(Downstream.Above above, List<DownstreamServer> below) implements Result {}

    record Failed(RefusalException why) implements Result {}
  }

  /**
   * Asks the servers whose {@code discover} says so; nobody where none does.
   *
   * @return servers that are not in the pool or could not be asked, and why
   */
  public Map<WsusServer, RefusalException> find() {
    List<WsusServer> named = pool.named();
    if (named.stream().noneMatch(Discovery::asks)) {
      return Map.of();
    }
    Map<WsusServer, RefusalException> failures = new LinkedHashMap<>();
    Map<Downstream.Above, List<DownstreamServer>> answers = new LinkedHashMap<>();
    pool.each(named, this::answer)
        .forEach((server, result) -> {
          switch (result) {
            case Result.Answered(Downstream.Above above, List<DownstreamServer> below) ->
                answers.put(above, below);
            case Result.Failed(RefusalException why) -> {
              if (asks(server)) {
                failures.put(server, why);
              }
            }
          }
        });
    Downstream downstream = new Downstream(named, answers);
    pool.join(downstream.found());
    failures.putAll(downstream.refused());
    return failures;
  }

  private static boolean asks(WsusServer server) {
    return server.discover() == WsusServer.Discover.DOWNSTREAM;
  }

  /** Every server's id is asked for: the manifest may call it by another name. */
  private Result answer(WsusServer named) {
    try {
      UpdateServer server = pool.of(named);
      ServerConfiguration configuration = server.configuration();
      OtherServer.refuse(named, configuration);
      return new Result.Answered(
          new Downstream.Above(named, configuration.serverId()),
          asks(named) ? server.downstreamServers(configuration.serverId()) : List.of());
    } catch (RefusalException refusal) {
      return new Result.Failed(refusal);
    }
  }
}
