package dev.garrison.wsus.status;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.probe.NamedServers;
import dev.garrison.wsus.probe.WsusAccess;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Reads where all servers stand, several at a time; one that is dead does not hold up the rest. */
public final class WsusStatus {
  private static final int MOST_AT_ONCE = 16;

  private final WsusAccess access;
  private final InstantSource clock;

  public WsusStatus(WsusAccess access, InstantSource clock) {
    this.access = access;
    this.clock = clock;
  }

  /**
   * In the order of the manifest. What fails on a server is in its standing.
   *
   * @param only the name of one server, with its port or without; empty: all of the manifest
   * @throws RefusalException if the manifest names no server, or not this one
   */
  public List<ServerStanding> read(Optional<String> only) {
    List<WsusServer> servers = NamedServers.of(access.manifest(), only);
    Semaphore places = new Semaphore(MOST_AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ServerStanding>> reading =
          servers.stream().map(server -> threads.submit(() -> inTurn(places, server))).toList();
      List<ServerStanding> standings = new ArrayList<>();
      for (Future<ServerStanding> each : reading) {
        standings.add(each.get());
      }
      return standings;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("interrupted while reading");
      cancelled.initCause(e);
      throw cancelled;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }

  private ServerStanding inTurn(Semaphore places, WsusServer server) throws InterruptedException {
    places.acquire();
    try (UpdateServer opened = access.open(server)) {
      return new StandingReader(server, opened, clock).read();
    } catch (RefusalException refusal) {
      return new ServerStanding.Unreachable(server, refusal.diagnostics());
    } finally {
      places.release();
    }
  }
}
