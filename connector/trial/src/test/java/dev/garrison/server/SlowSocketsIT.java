package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.server.api.Route;
import dev.garrison.trial.ServerCertificate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many who begin to ask and do not come to the end, and that nobody else waits for them. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SlowSocketsIT {
  private static final Duration FOR_EVER = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final String LOCAL = "127.0.0.1";

  @TempDir private Path folder;

  private ServedSite served(Duration header, Duration body, int connections, int ofAnAddress)
      throws InterruptedException {
    return new ServedSite(folder, limits(header, body, connections, ofAnAddress));
  }

  private static Limits limits(
      Duration header, Duration body, int connections, int connectionsPerAddress) {
    return new Limits(
        64 * 1024, 8 * 1024, FOR_EVER, header, body, connections, connectionsPerAddress, 600, 20);
  }

  private static int health(ServedSite served) {
    return served.ask(Route.Method.GET, "/health/ready", Optional.empty(), "").statusCode();
  }

  @ParameterizedTest
  @ValueSource(strings = {SlowSockets.HEADER, SlowSockets.BODY})
  void fewerThanThereIsRoomForHoldUpNobody(String begin) throws InterruptedException {
    try (ServedSite served = served(FOR_EVER, FOR_EVER, 400, 400);
        SlowSockets _ = SlowSockets.from(LOCAL, served.port(), begin).open(200)) {
      assertThat(health(served)).isEqualTo(200);
      assertThat(served.get("/jobs").statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {SlowSockets.HEADER, SlowSockets.BODY})
  void moreThanThereIsRoomForHoldUpNobody(String begin) throws InterruptedException {
    try (ServedSite served = served(FOR_EVER, FOR_EVER, 50, 50);
        SlowSockets slow = SlowSockets.from(LOCAL, served.port(), begin).open(120)) {
      assertThat(health(served)).isEqualTo(200);
      slow.awaitEnded(70);
      assertThat(served.gaveWay()).as("sockets ended to make room").isGreaterThanOrEqualTo(70);
      assertThat(served.get("/jobs").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void oneMoreThanAnAddressMayHaveEndsOneOfThatAddressAlone() throws Exception {
    try (ServedSite served = served(FOR_EVER, FOR_EVER, 100, 5);
        SlowSockets other =
            SlowSockets.from("127.0.0.3", served.port(), SlowSockets.HEADER).open(1);
        SlowSockets many =
            SlowSockets.from("127.0.0.2", served.port(), SlowSockets.HEADER).open(6)) {
      assertThat(many.awaitEnded(1).finish()).isEqualTo(5);
      assertThat(other.finish()).isEqualTo(1);
    }
  }

  @Test
  void oneMoreThanThereIsRoomForEndsOne() throws Exception {
    try (ServedSite served = served(FOR_EVER, FOR_EVER, 5, 100);
        SlowSockets many =
            new SlowSockets(served.port(), SlowSockets.HEADER, number -> "127.0.0." + (number + 2))
                .open(6)) {
      assertThat(many.awaitEnded(1).finish()).isEqualTo(5);
    }
  }

  @Test
  void aHeaderThatTricklesHasOneDeadline() throws Exception {
    try (ServedSite served = served(SHORT, FOR_EVER, 100, 100);
        SlowSockets one = SlowSockets.from(LOCAL, served.port(), SlowSockets.HEADER).open(1)) {
      assertThat(one.firstTrickles(PAUSE)).isEmpty();
    }
  }

  @Test
  void aHandshakeThatTricklesHasTheDeadlineOfAHeader() throws Exception {
    ServerCertificate certificate = new ServerCertificate(folder);
    certificate.certify("first");
    try (ServedSite served =
            new ServedSite(folder, limits(SHORT, FOR_EVER, 100, 100), certificate.files());
        SlowSockets one = SlowSockets.from(LOCAL, served.port(), HANDSHAKE).open(1)) {
      assertThat(one.firstTrickles(PAUSE)).doesNotContain("HTTP");
    }
  }

  /** The beginning of a record of TLS 1.0 to 1.3, of 16,000 bytes. */
  private static final String HANDSHAKE = "\u0016\u0003\u0001>";

  @ParameterizedTest
  @ValueSource(strings = {SlowSockets.BODY, CHUNK})
  void aBodyThatTricklesHasOneDeadline(String begin) throws Exception {
    try (ServedSite served = served(FOR_EVER, SHORT, 100, 100);
        SlowSockets one = SlowSockets.from(LOCAL, served.port(), begin).open(1)) {
      assertThat(one.firstTrickles(PAUSE)).startsWith("HTTP/1.1 408 Request Timeout");
      assertThat(served.faults()).isEmpty();
    }
  }

  /** The beginning of an extension of a chunk, which is no content. */
  private static final String CHUNK =
      "POST /signin HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n1;";

  @Test
  void aConnectionThatWasAnsweredHasTheSameDeadlineForItsNextHeader() throws InterruptedException {
    try (ServedSite served = served(SHORT, FOR_EVER, 100, 100);
        SlowSockets one =
            SlowSockets.from(
                    LOCAL,
                    served.port(),
                    "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" + SlowSockets.HEADER)
                .open(1)) {
      assertThat(one.firstTrickles(PAUSE)).startsWith("HTTP/1.1 200 OK").endsWith("}");
    }
  }
}
