package dev.garrison.content.smb;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between client and server, on loopback, and breaks things at a chosen byte. */
final class FaultyProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final int target;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final AtomicLong bytesUntilCut = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong forwarded = new AtomicLong();

  FaultyProxy(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Bytes that clients have sent so far. */
  long forwarded() {
    return forwarded.get();
  }

  /** Cuts every connection once, after so many more bytes from clients. */
  void cutAfter(long bytes) {
    bytesUntilCut.set(bytes);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(client);
        sockets.add(server);
        Thread.ofVirtual().start(() -> copyUntilEnd(client, server, true));
        Thread.ofVirtual().start(() -> copyUntilEnd(server, client, false));
      }
    } catch (IOException _) {
      // The listener was closed: the proxy ends.
      cut();
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
          forwarded.addAndGet(read);
          if (bytesUntilCut.addAndGet(-read) < 0) {
            bytesUntilCut.set(Long.MAX_VALUE);
            cut();
            return;
          }
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException _) {
      // One side hung up; closing both passes it on.
    }
  }

  private void cut() {
    for (Socket socket = sockets.poll(); socket != null; socket = sockets.poll()) {
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
