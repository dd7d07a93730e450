package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.login.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Slow sockets, of one address and of many, that come back when they are ended, while health and a
 * page of somebody who signed in are asked for; with {@code -Dcampaign.full=true} a thousand of
 * them, and what the answers take.
 */
final class SlowSocketsCampaignIT {
  private static final boolean FULL = Boolean.getBoolean("campaign.full");
  private static final int SOCKETS = FULL ? 1000 : 150;
  private static final int ROUNDS = FULL ? 20 : 1;
  private static final int OF_A_NET = 250;
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Duration THREE_SECONDS = Duration.ofSeconds(3);

  @TempDir private Path folder;

  /** What was slowest. */
  private record Slowest(Duration health, Duration besides, Duration page) {
    Slowest or(Slowest other) {
      return new Slowest(
          longer(health, other.health), longer(besides, other.besides), longer(page, other.page));
    }

    private static Duration longer(Duration one, Duration other) {
      return one.compareTo(other) > 0 ? one : other;
    }
  }

  @ParameterizedTest
  @CsvSource({"header, 1", "header, 1000", "body, 1", "body, 1000"})
  void healthAndPagesAreAnswered(String what, int addresses) throws Exception {
    String begin = what.equals("header") ? SlowSockets.HEADER : SlowSockets.BODY;
    try (ServedSite served = new ServedSite(folder);
        SlowSockets slow =
            new SlowSockets(served.port(), begin, number -> address(number % addresses))) {
      slow.open(SOCKETS);
      Slowest slowest = new Slowest(Duration.ZERO, Duration.ZERO, Duration.ZERO);
      int ended = 0;
      for (int round = 0; round < ROUNDS; round++) {
        ended += slow.trickle();
        slowest = slowest.or(round(served));
      }
      if (FULL) {
        System.out.printf("%s of %d addresses: %s, %d ended%n", what, addresses, slowest, ended);
        assertThat(slowest.health()).isLessThan(A_SECOND);
        assertThat(slowest.besides()).isLessThan(A_SECOND);
        assertThat(slowest.page()).isLessThan(THREE_SECONDS);
      }
    }
  }

  private static Slowest round(ServedSite served) throws IOException {
    String get = "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n%s\r\n";
    Duration health = timed(served.port(), get.formatted("/health/ready", "")).took();
    Duration besides = timed(served.health().getPort(), get.formatted("/health/ready", "")).took();
    String form = "token=" + served.token(Role.VIEWER);
    Exchange signIn =
        timed(
            served.port(),
            "POST /signin HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(form.length(), form));
    String cookie =
        signIn
            .answer()
            .lines()
            .filter(line -> line.startsWith("Set-Cookie: "))
            .map(line -> line.substring(4, line.indexOf(';')))
            .findFirst()
            .orElseThrow();
    Exchange page = timed(served.port(), get.formatted("/", cookie + "\r\n"));
    assertThat(page.answer()).startsWith("HTTP/1.1 200 OK").contains("</html>");
    return new Slowest(health, besides, signIn.took().plus(page.took()));
  }

  private record Exchange(String answer, Duration took) {}

  /** On a connection of its own. */
  private static Exchange timed(int port, String request) throws IOException {
    long began = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Exchange(answer, Duration.ofNanos(System.nanoTime() - began));
    }
  }

  /** Of 127.0.0.0/8, all of it this computer. */
  private static String address(int number) {
    return "127.0.%d.%d".formatted(number / OF_A_NET, number % OF_A_NET + 1);
  }
}
