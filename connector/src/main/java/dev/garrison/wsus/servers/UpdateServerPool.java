package dev.garrison.wsus.servers;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * The update servers of one manifest. Each is opened when it is first asked and closed with the
 * pool. A server that did something else than it was told is written to no more.
 */
public final class UpdateServerPool implements AutoCloseable {
  private static final int MOST_AT_ONCE = 64;

  private final List<WsusServer> servers;
  private final Function<WsusServer, UpdateServer> opening;
  private final Map<String, UpdateServer> opened = new ConcurrentHashMap<>();
  private final Map<String, Diagnostic> stopped = new ConcurrentHashMap<>();

  /**
   * @param opening makes ready to speak with a server; may refuse
   */
  public UpdateServerPool(List<WsusServer> servers, Function<WsusServer, UpdateServer> opening) {
    this.servers = List.copyOf(servers);
    this.opening = opening;
  }

  /** In the manifest's order. */
  public List<WsusServer> servers() {
    return servers;
  }

  /** The server of this name, with its port; empty where the manifest names none. */
  public Optional<WsusServer> named(String name) {
    return servers.stream().filter(server -> server.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The connection to a server. */
  public UpdateServer of(WsusServer server) {
    return opened.computeIfAbsent(server.name(), _ -> opening.apply(server));
  }

  /** No write is sent to this server any more, and why. */
  public void stop(WsusServer server, Diagnostic why) {
    stopped.putIfAbsent(server.name(), why);
  }

  /** Why this server is written to no more; empty while it is. */
  public Optional<Diagnostic> stopped(WsusServer server) {
    return Optional.ofNullable(stopped.get(server.name()));
  }

  /**
   * Does the same with several servers at a time.
   *
   * @return by server, in the order given
   */
  public <T> Map<WsusServer, T> each(
      Collection<WsusServer> which, Function<WsusServer, T> question) {
    Semaphore places = new Semaphore(MOST_AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> asked = new ArrayList<>();
      for (WsusServer server : which) {
        asked.add(threads.submit(() -> inTurn(places, server, question)));
      }
      Map<WsusServer, T> answers = new LinkedHashMap<>();
      for (WsusServer server : which) {
        answers.put(server, asked.get(answers.size()).get());
      }
      return answers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled =
          new CancellationException("interrupted while update servers were asked");
      cancelled.initCause(e);
      throw cancelled;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }

  private static <T> T inTurn(Semaphore places, WsusServer server, Function<WsusServer, T> question)
      throws InterruptedException {
    places.acquire();
    try {
      return question.apply(server);
    } finally {
      places.release();
    }
  }

  @Override
  public void close() {
    opened.values().forEach(UpdateServer::close);
  }
}
