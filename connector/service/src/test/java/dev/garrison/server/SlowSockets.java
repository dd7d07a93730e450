package dev.garrison.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

/** Connections that begin to ask for something and do not come to the end. */
final class SlowSockets implements AutoCloseable {
  /** Half of a header. */
  static final String HEADER = "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: a";

  /** The first byte of a form. */
  static final String BODY =
      "POST /signin HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 20000\r\n\r\nt";

  private static final int MOST_MILLIS = 60_000;

  private final int port;
  private final String begin;
  private final IntFunction<String> address;
  private final List<Slow> sockets = new ArrayList<>();
  private final Semaphore ended = new Semaphore(0);

  /**
   * @param begin what each sends at first
   * @param address from which the one of this number comes
   */
  SlowSockets(int port, String begin, IntFunction<String> address) {
    this.port = port;
    this.begin = begin;
    this.address = address;
  }

  /** All from one address. */
  static SlowSockets from(String address, int port, String begin) {
    return new SlowSockets(port, begin, _ -> address);
  }

  /** One of them, and what it is told until its end. */
  private record Slow(Socket socket, CompletableFuture<String> told) {
    void send(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** So many more. */
  SlowSockets open(int number) {
    for (int each = 0; each < number; each++) {
      sockets.add(opened(sockets.size()));
    }
    return this;
  }

  private Slow opened(int number) {
    try {
      Slow slow = new Slow(new Socket(), new CompletableFuture<>());
      slow.socket.bind(new InetSocketAddress(address.apply(number), 0));
      slow.socket.connect(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), MOST_MILLIS);
      Thread.ofVirtual().start(() -> listen(slow));
      slow.send(begin);
      return slow;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen(Slow slow) {
    try {
      slow.told.complete(
          new String(slow.socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
    } catch (IOException cut) {
      slow.told.completeExceptionally(cut);
    }
    ended.release();
  }

  /** Waits until the server has ended so many of them. */
  SlowSockets awaitEnded(int number) throws InterruptedException {
    ended.acquire(number);
    return this;
  }

  /** Each sends one byte more; another takes the place of those that were ended. */
  int trickle() {
    int replaced = 0;
    for (int each = 0; each < sockets.size(); each++) {
      try {
        sockets.get(each).send("a");
      } catch (IOException cut) {
        sockets.set(each, opened(each));
        replaced++;
      }
    }
    return replaced;
  }

  /** What the first was told until its end, while it sends a byte now and then. */
  String firstTrickles(Duration pause) throws InterruptedException {
    Slow first = sockets.getFirst();
    Thread sending =
        Thread.ofVirtual()
            .start(() -> {
              try {
                while (!Thread.interrupted()) {
                  first.send("a");
                  Thread.sleep(pause);
                }
              } catch (IOException | InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            });
    try {
      return first.told.join();
    } finally {
      sending.interrupt();
      sending.join();
    }
  }

  /** Each comes to the end of its header; how many were answered, and not ended before. */
  int finish() {
    return (int) sockets.stream().filter(SlowSockets::isAnswered).count();
  }

  private static boolean isAnswered(Slow slow) {
    try {
      slow.send("\r\nConnection: close\r\n\r\n");
      return slow.told.join().startsWith("HTTP/1.1 200 OK");
    } catch (IOException | CompletionException ended) {
      return false;
    }
  }

  @Override
  public void close() {
    for (Slow slow : sockets) {
      try {
        slow.socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
