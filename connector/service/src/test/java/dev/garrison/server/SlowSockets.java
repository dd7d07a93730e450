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
  private final List<Socket> sockets = new ArrayList<>();

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

  /** So many more. */
  SlowSockets open(int number) {
    for (int each = 0; each < number; each++) {
      sockets.add(opened(sockets.size()));
    }
    return this;
  }

  @SuppressWarnings("resource")
  private Socket opened(int number) {
    try {
      Socket socket = new Socket();
      socket.setSoTimeout(MOST_MILLIS);
      socket.bind(new InetSocketAddress(address.apply(number), 0));
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), MOST_MILLIS);
      socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each sends one byte more; another takes the place of those that were ended. */
  int trickle() {
    int ended = 0;
    for (int each = 0; each < sockets.size(); each++) {
      try {
        sockets.get(each).getOutputStream().write('a');
      } catch (IOException cut) {
        sockets.set(each, opened(each));
        ended++;
      }
    }
    return ended;
  }

  /** What the first was told until its end, while it sends a byte now and then. */
  String firstTrickles(Duration pause) throws IOException, InterruptedException {
    Socket first = sockets.getFirst();
    Thread sending =
        Thread.ofVirtual()
            .start(() -> {
              try {
                while (!Thread.interrupted()) {
                  first.getOutputStream().write('a');
                  Thread.sleep(pause);
                }
              } catch (IOException | InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            });
    try {
      return told(0);
    } finally {
      sending.interrupt();
      sending.join();
    }
  }

  /** What the one of this number was told until its end. */
  String told(int number) throws IOException {
    return new String(
        sockets.get(number).getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** Each comes to the end of its header; how many were answered, and not ended before. */
  int finish() {
    int answered = 0;
    for (int each = 0; each < sockets.size(); each++) {
      answered += isAnswered(each) ? 1 : 0;
    }
    return answered;
  }

  private boolean isAnswered(int number) {
    try {
      sockets
          .get(number)
          .getOutputStream()
          .write("\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      return told(number).startsWith("HTTP/1.1 200 OK");
    } catch (IOException ended) {
      return false;
    }
  }

  @Override
  public void close() {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
