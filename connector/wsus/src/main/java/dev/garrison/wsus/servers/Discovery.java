package dev.garrison.wsus.servers;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.DownstreamServer;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.problem.OtherServer;
import dev.garrison.wsus.problem.WsusCode;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds servers below those of a manifest, and adds those that it does not name to the pool.
 * Garrison never writes to them.
 */
public final class Discovery {
  private final UpdateServerPool pool;

  public Discovery(UpdateServerPool pool) {
    this.pool = pool;
  }

  private sealed interface Result {
    /**
     * Answer with the server's own ID, which the manifest need not contain, and the servers below
     * it.
     */
    record Answered(Downstream.Above above, List<DownstreamServer> below) implements Result {}

    /** Answer of a server that does not report the servers below it. */
    record Hidden(Downstream.Above above, RefusalException why) implements Result {}

    record Failed(RefusalException why) implements Result {}
  }

  /**
   * Result of a search for downstream servers.
   *
   * @param unread servers that are not in the pool or could not be asked, and why
   * @param hiding servers that answer but do not report the servers below them, and why
   */
  public record Found(
      Map<WsusServer, RefusalException> unread, Map<WsusServer, RefusalException> hiding) {
    private static final Found NOTHING = new Found(Map.of(), Map.of());

    /** Servers with a problem that must be reported. */
    public Map<WsusServer, RefusalException> silent() {
      Map<WsusServer, RefusalException> all = new LinkedHashMap<>(hiding);
      all.putAll(unread);
      return all;
    }
  }

  /**
   * Asks the servers whose {@code discover} requests it; asks none if there is no such server.
   * Servers that do not report those below them receive no writes.
   */
  public Found find() {
    List<WsusServer> named = pool.named();
    pool.hiding(Map.of());
    if (named.stream().noneMatch(Discovery::asks)) {
      return Found.NOTHING;
    }
    Map<WsusServer, RefusalException> hiding = new LinkedHashMap<>();
    Map<WsusServer, RefusalException> failures = new LinkedHashMap<>();
    Map<Downstream.Above, List<DownstreamServer>> answers = new LinkedHashMap<>();
    pool.each(named, this::answer)
        .forEach((server, result) -> {
          switch (result) {
            case Result.Answered(Downstream.Above above, List<DownstreamServer> below) ->
                answers.put(above, below);
            case Result.Hidden(Downstream.Above above, RefusalException why) -> {
              answers.put(above, List.of());
              hiding.put(server, why);
            }
            case Result.Failed(RefusalException why) -> {
              if (asks(server)) {
                failures.put(server, why);
              }
            }
          }
        });
    Downstream downstream = new Downstream(named, answers);
    pool.join(downstream.found());
    pool.hiding(hiding);
    failures.putAll(downstream.refused());
    return new Found(failures, hiding);
  }

  private static boolean asks(WsusServer server) {
    return server.discover() == WsusServer.Discover.DOWNSTREAM;
  }

  /**
   * Asks a server for its ID, and for those below it where requested. Every server is asked for its
   * ID, because the manifest may call it by another name.
   */
  private Result answer(WsusServer named) {
    try {
      UpdateServer server = pool.of(named);
      ServerConfiguration configuration = server.configuration();
      OtherServer.refuse(named, configuration);
      Downstream.Above above = new Downstream.Above(named, configuration.serverId());
      return asks(named) ? below(above, server) : new Result.Answered(above, List.of());
    } catch (RefusalException refusal) {
      return new Result.Failed(refusal);
    }
  }

  private static Result below(Downstream.Above above, UpdateServer server) {
    try {
      return new Result.Answered(above, server.downstreamServers(above.id()));
    } catch (RefusalException refusal) {
      return new Result.Hidden(above, hidden(above.server(), refusal));
    }
  }

  /**
   * Builds a constant problem text, because plans compare it; the server's answer is in the remedy.
   */
  private static RefusalException hidden(WsusServer server, RefusalException why) {
    Diagnostic first = why.diagnostics().getFirst();
    return new RefusalException(
        Diagnostic.error(
            WsusCode.BELOW_UNKNOWN,
            Message.of(
                "wsus-downstream.unknown",
                "server",
                server.name(),
                "problem",
                first.message().problem(),
                "fix",
                first.message().fix())),
        why);
  }
}
