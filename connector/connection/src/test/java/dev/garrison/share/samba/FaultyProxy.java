package dev.garrison.share.samba;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Stands between client and server, on loopback, and breaks things at a chosen moment. */
public final class FaultyProxy implements AutoCloseable {
  /** Longer than any answer without content, so that content is what is altered. */
  private static final int LONG = 1 << 14;

  private final ServerSocket listener;
  private final int target;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final AtomicLong bytesUntilCut = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong bytesUntilAltered = new AtomicLong(Long.MAX_VALUE);
  private final AtomicBoolean alterReply = new AtomicBoolean();
  private final AtomicBoolean altered = new AtomicBoolean();
  private final AtomicLong forwarded = new AtomicLong();
  private final AtomicReference<Turn> turn = new AtomicReference<>(Turn.NEVER);

  private record Turn(BooleanSupplier condition, Runnable action) {
    static final Turn NEVER = new Turn(() -> false, () -> {});
  }

  public FaultyProxy(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Bytes that clients have sent so far. */
  public long forwarded() {
    return forwarded.get();
  }

  /** Alters one byte in the middle of the next long piece of what the server sends. */
  public void alterOneReply() {
    alterReply.set(true);
  }

  /** Alters one byte of what clients send, after so many more bytes. */
  public void alterRequestAfter(long bytes) {
    bytesUntilAltered.set(bytes);
  }

  /** Whether a byte has been altered. */
  public boolean altered() {
    return altered.get();
  }

  /** Cuts every connection once, after so many more bytes from clients. */
  public void cutAfter(long bytes) {
    bytesUntilCut.set(bytes);
  }

  /** Does this once, before the first message of a client for which the condition holds. */
  public void once(BooleanSupplier condition, Runnable action) {
    turn.set(new Turn(condition, action));
  }

  private synchronized void turn() {
    Turn next = turn.get();
    if (next.condition().getAsBoolean()) {
      turn.set(Turn.NEVER);
      next.action().run();
    }
  }

  private void accept() {
    try {
      while (true) {
        connect(listener.accept());
      }
    } catch (IOException _) {
      // The listener was closed: the proxy ends.
      cut();
    }
  }

  /** A client of a server that does not listen is hung up on. */
  private void connect(Socket client) throws IOException {
    sockets.add(client);
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.add(server);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Thread.ofVirtual().start(() -> copyUntilEnd(client, server, true));
      Thread.ofVirtual().start(() -> copyUntilEnd(server, client, false));
    } catch (ConnectException _) {
      client.close();
    }
  }

  private void copyUntilEnd(Socket from, Socket to, boolean fromClient) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (fromClient) {
          turn();
          forwarded.addAndGet(read);
          if (bytesUntilCut.addAndGet(-read) < 0) {
            bytesUntilCut.set(Long.MAX_VALUE);
            cut();
            return;
          }
          alterRequest(buffer, read);
        } else if (read > LONG && alterReply.compareAndSet(true, false)) {
          alter(buffer, read / 2);
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException _) {
      // One side hung up; closing both passes it on.
    }
  }

  private void alterRequest(byte[] buffer, int read) {
    if (bytesUntilAltered.addAndGet(-read) < 0) {
      bytesUntilAltered.set(Long.MAX_VALUE);
      alter(buffer, read / 2);
    }
  }

  private void alter(byte[] buffer, int at) {
    buffer[at] ^= 1;
    altered.set(true);
  }

  /** Cuts every connection of now; not one that a client makes as soon as it notices. */
  public void cut() {
    List<Socket> now = new ArrayList<>();
    for (Socket socket = sockets.poll(); socket != null; socket = sockets.poll()) {
      now.add(socket);
    }
    for (Socket socket : now) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
  }
}
