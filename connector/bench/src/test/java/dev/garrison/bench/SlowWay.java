package dev.garrison.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A proxy on loopback behind which everything arrives later and nothing more slowly: each piece is
 * passed on a fixed time after it came, however many are under way.
 */
final class SlowWay implements AutoCloseable {
  private static final int PIECE = 256 * 1024;

  private final ServerSocket listening;
  private final int server;
  private final long nanos;

  private record Piece(ByteBuffer bytes, long due) {}

  /**
   * @param roundTripMillis half of it each way
   */
  SlowWay(int server, int roundTripMillis) throws IOException {
    this.server = server;
    this.nanos = roundTripMillis * 1_000_000L / 2;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
        client.setTcpNoDelay(true);
        behind.setTcpNoDelay(true);
        carry(client, behind);
        carry(behind, client);
      } catch (IOException e) {
        if (!listening.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void carry(Socket from, Socket to) {
    LinkedBlockingQueue<Piece> under = new LinkedBlockingQueue<>();
    Thread.ofPlatform().daemon().start(() -> take(from, under));
    Thread.ofPlatform().daemon().start(() -> give(to, under));
  }

  private void take(Socket from, LinkedBlockingQueue<Piece> under) {
    byte[] space = new byte[PIECE];
    try {
      InputStream stream = from.getInputStream();
      for (int count = stream.read(space); count >= 0; count = stream.read(space)) {
        under.add(
            new Piece(ByteBuffer.wrap(Arrays.copyOf(space, count)), System.nanoTime() + nanos));
      }
    } catch (IOException _) {
      // The other side ended the connection; the empty piece says so.
    }
    under.add(new Piece(ByteBuffer.allocate(0), System.nanoTime() + nanos));
  }

  private static void give(Socket to, LinkedBlockingQueue<Piece> under) {
    try (to) {
      OutputStream stream = to.getOutputStream();
      for (Piece piece = under.take(); piece.bytes().hasRemaining(); piece = under.take()) {
        long wait = piece.due() - System.nanoTime();
        if (wait > 0) {
          Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        }
        stream.write(piece.bytes().array());
      }
    } catch (IOException _) {
      // The receiver is gone.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
