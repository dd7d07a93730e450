package dev.garrison.server;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Tracks the open connections of a connector, and those whose header or body it waits for. Header
 * and body each have one deadline, which received bytes do not extend. If there is no room for
 * another connection, the one that the server has waited for longest is closed, so that callers
 * that send their requests at once are served, however many others do not. Streams of open pages do
 * not count for their address, and the oldest is closed where the server waits for no one.
 */
final class Connections implements Connection.Listener {
  /** A short time, compared with any limit of an administrator. */
  private static final Duration TOLD_AGAIN = Duration.ofMillis(100);

  private final Limits limits;
  private final Scheduler scheduler;
  private final Runnable gaveWay;
  private final Map<Connection, Caller> callers = new HashMap<>();

  /** Callers that the server waits for, the longest waiting first. */
  private final Set<Caller> keepingWaiting = new LinkedHashSet<>();

  /** Callers that get a stream, the oldest first. */
  private final Set<Caller> streams = new LinkedHashSet<>();

  /**
   * @param scheduler of the connector
   * @param gaveWay called for each connection that was closed to make room
   */
  Connections(Limits limits, Scheduler scheduler, Runnable gaveWay) {
    this.limits = limits;
    this.scheduler = scheduler;
    this.gaveWay = gaveWay;
  }

  /** The caller of a request; empty if the connection was closed meanwhile. */
  static Optional<Caller> caller(Request request) {
    return request
        .getConnectionMetaData()
        .getConnector()
        .getBean(Connections.class)
        .find(request.getConnectionMetaData().getConnection());
  }

  synchronized Optional<Caller> find(Connection connection) {
    return Optional.ofNullable(callers.get(connection));
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof SslConnection) {
      return; // the one inside of it is opened at the same time
    }
    Caller caller = new Caller(connection);
    admit(caller)
        .ifPresent(out -> {
          gaveWay.run();
          out.connection.getEndPoint().close();
        });
    caller.awaits(limits.wholeHeader());
  }

  /** Admits a caller; returns the one to close to make room, if any, which may be this one. */
  private synchronized Optional<Caller> admit(Caller caller) {
    boolean crowded =
        callers.values().stream()
                .filter(each -> caller.isNeighbour(each) && !streams.contains(each))
                .count()
            >= limits.connectionsPerAddress();
    boolean full = callers.size() >= limits.connections();
    // A stream makes room in the whole, and none among the other connections of its address.
    Stream<Caller> streaming = crowded ? Stream.empty() : streams.stream();
    Optional<Caller> out =
        crowded || full
            ? Stream.concat(keepingWaiting.stream(), streaming)
                .filter(each -> !crowded || caller.isNeighbour(each))
                .findFirst()
                .or(() -> Optional.of(caller))
            : Optional.empty();
    callers.put(caller.connection, caller);
    out.ifPresent(each -> onClosed(each.connection));
    return out;
  }

  @Override
  public synchronized void onClosed(Connection connection) {
    Optional.ofNullable(callers.remove(connection))
        .ifPresent(caller -> {
          caller.came();
          streams.remove(caller);
        });
  }

  /** A connected client. */
  final class Caller {
    private final Connection connection;
    private final String address;
    private Optional<Scheduler.Task> deadline = Optional.empty();
    private int turn;

    private Caller(Connection connection) {
      this.connection = connection;
      SocketAddress remote = connection.getEndPoint().getRemoteSocketAddress();
      this.address =
          remote instanceof InetSocketAddress internet
              ? internet.getAddress().getHostAddress()
              : String.valueOf(remote);
    }

    private boolean isNeighbour(Caller other) {
      return address.equals(other.address);
    }

    /** Starts a deadline for the complete header or body. */
    void awaits(Duration time) {
      synchronized (Connections.this) {
        if (callers.containsKey(connection)) {
          turn++;
          int awaited = turn;
          keepingWaiting.add(this);
          deadline = Optional.of(later(awaited, time));
        }
      }
    }

    /** Ends the wait: all was received, or is no longer needed. */
    void came() {
      synchronized (Connections.this) {
        keepingWaiting.remove(this);
        deadline.ifPresent(Scheduler.Task::cancel);
        deadline = Optional.empty();
      }
    }

    /** Notes that the answer is a stream, which takes as long as its page is open. */
    void streams() {
      synchronized (Connections.this) {
        if (callers.containsKey(connection)) {
          streams.add(this);
        }
      }
    }

    /** Notes the end of the stream. */
    void streamed() {
      synchronized (Connections.this) {
        streams.remove(this);
      }
    }

    private void late(int awaited) {
      synchronized (Connections.this) {
        if (awaited != turn || !keepingWaiting.contains(this)) {
          return;
        }
        // Jetty ignores the timeout if at this moment nothing waits to read or write.
        deadline = Optional.of(later(awaited, TOLD_AGAIN));
      }
      // A request that is worked on is told; without one there is nothing to answer.
      TimeoutException timeout = new TimeoutException("It did not come whole in time");
      if (connection.onIdleExpired(timeout)) {
        connection.getEndPoint().close(timeout);
      }
    }

    private Scheduler.Task later(int awaited, Duration time) {
      return scheduler.schedule(() -> late(awaited), time.toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
