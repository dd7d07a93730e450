package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.history.change.HistoryPart;
import dev.garrison.job.JobMode;
import dev.garrison.login.Role;
import dev.garrison.manifest.job.JobKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Events of open pages, read by real clients. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LiveStreamsIT {
  private static final Pattern SECRET = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final int OF_SESSION = 8;

  /** More than the threads of the server. */
  private static final int SESSIONS = 5;

  @TempDir private Path folder;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private ServedSite served(Duration idle) throws InterruptedException {
    return new ServedSite(
        folder, new Limits(64 * 1024, 8 * 1024, idle, LONG, LONG, 400, 400, 600, 20));
  }

  private static URI at(ServedSite served, String path) {
    return URI.create(served.url() + path);
  }

  private static String signIn(ServedSite served, String token) {
    String cookie =
        served
            .send(form(served, "/signin", "to=/&token=" + token).build())
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow();
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private static HttpRequest.Builder form(ServedSite served, String path, String body) {
    return HttpRequest.newBuilder(at(served, path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Sec-Fetch-Site", "same-origin")
        .POST(BodyPublishers.ofString(body));
  }

  private static void signOut(ServedSite served, String session) {
    String page =
        served
            .send(HttpRequest.newBuilder(at(served, "/jobs")).header("Cookie", session).build())
            .body();
    Matcher secret = SECRET.matcher(page);
    assertThat(secret.find()).isTrue();
    served.send(
        form(served, "/signout", "csrf=" + secret.group(1)).header("Cookie", session).build());
  }

  /** An open stream. */
  private record Stream(HttpResponse<InputStream> answer, BufferedReader lines) {
    /** The next line of data, after comments. */
    String data() {
      String line = line();
      while (!line.startsWith("data: ")) {
        line = line();
      }
      return line.substring("data: ".length());
    }

    String line() {
      try {
        return Optional.ofNullable(lines.readLine()).orElse("the end");
      } catch (IOException cut) {
        throw new UncheckedIOException(cut);
      }
    }

    /** Reads to the end. */
    void end() throws IOException {
      lines.transferTo(Writer.nullWriter());
    }
  }

  private Stream open(ServedSite served, String session, String query) {
    try {
      HttpResponse<InputStream> answer =
          client.send(
              HttpRequest.newBuilder(at(served, "/events" + query))
                  .header("Accept", "text/event-stream")
                  .header("Cookie", session)
                  .build(),
              BodyHandlers.ofInputStream());
      return new Stream(
          answer,
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A stream that has begun. */
  private Stream begun(ServedSite served, String session) {
    Stream stream = open(served, session, "");
    assertThat(stream.answer().statusCode()).isEqualTo(200);
    assertThat(stream.line()).isEqualTo(":");
    return stream;
  }

  private static void change(ServedSite served) {
    served
        .schedule()
        .history()
        .modes()
        .set(JobKind.EXPIRY, JobMode.ENABLED, served.schedule().clock().instant(), "a test");
  }

  @Test
  void anEventNamesThePartThatChangedAndNothingElse() throws InterruptedException {
    try (ServedSite served = served(LONG)) {
      Stream stream = begun(served, signIn(served, served.token(Role.VIEWER)));
      change(served);

      assertThat(stream.data()).isEqualTo("runs");
      assertThat(stream.answer().headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
    }
  }

  @Test
  void theEndOfARunIsToldWithEverythingThatItDecided() throws InterruptedException {
    try (ServedSite served = served(LONG)) {
      Stream stream = begun(served, signIn(served, served.token(Role.VIEWER)));
      served.post(Role.OPERATOR, "/jobs/status/run", "{}");
      served.site().pass(Duration.ofSeconds(10));
      served.ended();

      List<String> told = new ArrayList<>();
      do {
        told.addAll(List.of(stream.data().split(" ")));
      } while (!told.contains("plans"));
      assertThat(told).contains("runs", "status", "plans");
    }
  }

  @Test
  void whatChangedSinceThePageWasMadeIsToldAtOnce() throws InterruptedException {
    try (ServedSite served = served(LONG)) {
      String session = signIn(served, served.token(Role.VIEWER));
      long position = served.schedule().open().database().changes().position();
      change(served);

      assertThat(open(served, session, "?since=" + position).data()).isEqualTo("runs");
      assertThat(open(served, session, "?since=0").data())
          .isEqualTo("runs status plans findings health time");
    }
  }

  @Test
  void aQuietStreamShowsThatItIsOpen() throws InterruptedException {
    try (ServedSite served = served(SHORT)) {
      Stream stream = begun(served, signIn(served, served.token(Role.VIEWER)));

      assertThat(List.of(stream.line(), stream.line(), stream.line(), stream.line()))
          .containsExactly("", ":", "", ":");
    }
  }

  @Test
  void nobodyElseIsTold() throws InterruptedException {
    try (ServedSite served = served(LONG)) {
      HttpResponse<String> answer =
          served.send(HttpRequest.newBuilder(at(served, "/events")).build());

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).contains("GAR-1085");
    }
  }

  @Test
  void aSessionMayHaveAFewStreamsAndLeavesTheOthersAlone() throws InterruptedException {
    try (ServedSite served = served(LONG)) {
      String session = signIn(served, served.token(Role.VIEWER));
      for (int each = 0; each < OF_SESSION; each++) {
        begun(served, session);
      }
      Stream refused = open(served, session, "");

      assertThat(refused.answer().statusCode()).isEqualTo(503);
      assertThat(refused.answer().headers().firstValue("Retry-After")).contains("16");
      assertThat(refused.line())
          .contains("GAR-1093", "Too many pages are kept up to date at the same time.");
      begun(served, signIn(served, served.token(Role.VIEWER)));
    }
  }

  @Test
  void moreStreamsThanThreadsHoldUpNobody() throws InterruptedException {
    try (ServedSite served = served(LONG)) {
      List<Stream> streams = new ArrayList<>();
      for (int session = 0; session < SESSIONS; session++) {
        String cookie = signIn(served, served.token(Role.VIEWER));
        for (int each = 0; each < OF_SESSION; each++) {
          streams.add(begun(served, cookie));
        }
      }
      assertThat(served.get("/jobs").statusCode()).isEqualTo(200);
      change(served);

      assertThat(streams).allSatisfy(stream -> assertThat(stream.data()).isEqualTo("runs"));
    }
  }

  @Test
  void moreStreamsThanConnectionsOfAnAddressLockNobodyOut() throws InterruptedException {
    Limits limits = new Limits(64 * 1024, 8 * 1024, LONG, LONG, LONG, 400, 10, 600, 20);
    try (ServedSite served = new ServedSite(folder, limits)) {
      for (int session = 0; session < 2; session++) {
        String cookie = signIn(served, served.token(Role.VIEWER));
        for (int each = 0; each < OF_SESSION; each++) {
          begun(served, cookie);
        }
      }
      assertThat(served.get("/jobs").statusCode()).isEqualTo(200);
      assertThat(served.post(Role.OPERATOR, "/jobs/status/run", "{}").statusCode()).isEqualTo(202);
    }
  }

  @Test
  void signingOutEndsTheStreamsOfTheSession() throws Exception {
    try (ServedSite served = served(LONG)) {
      String session = signIn(served, served.token(Role.VIEWER));
      Stream mine = begun(served, session);
      Stream other = begun(served, signIn(served, served.token(Role.VIEWER)));
      signOut(served, session);

      mine.end();
      change(served);
      assertThat(other.data()).isEqualTo("runs");
    }
  }

  @Test
  void aStreamEndsWithItsToken() throws Exception {
    try (ServedSite served = served(LONG)) {
      String token = served.token("leaver", Role.VIEWER, Duration.ofDays(1));
      Stream stream = begun(served, signIn(served, token));
      served
          .schedule()
          .history()
          .tokens()
          .revoke("leaver", served.schedule().clock().instant(), "a test");

      stream.end();
    }
  }

  @Test
  void aStreamDoesNotProlongItsSession() throws Exception {
    try (ServedSite served = served(SHORT)) {
      Stream stream = begun(served, signIn(served, served.token(Role.VIEWER)));
      served.site().pass(Duration.ofMinutes(61));

      stream.end();
    }
  }

  @Test
  void theEndOfTheServiceEndsStreamsAndIsNotHeldUp() throws Exception {
    ServedSite served = served(LONG);
    Stream stream = begun(served, signIn(served, served.token(Role.VIEWER)));
    served.close();

    stream.end();
    assertThat(served.faults()).isEmpty();
  }

  @Test
  void aReaderThatTakesNothingIsDropped() throws Exception {
    try (ServedSite served = served(SHORT);
        Socket slow = new Socket()) {
      slow.setReceiveBufferSize(1024);
      slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), served.port()));
      slow.getOutputStream()
          .write(
              "GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: %s\r\n\r\n"
                  .formatted(signIn(served, served.token(Role.VIEWER)))
                  .getBytes(StandardCharsets.US_ASCII));

      assertThatThrownBy(() -> changeUntilDropped(served, slow)).isInstanceOf(IOException.class);
      assertThat(served.faults()).isEmpty();
    }
  }

  /** Fills what the system keeps for a reader, and sends a byte now and then to see the end. */
  private static void changeUntilDropped(ServedSite served, Socket slow) throws IOException {
    var changes = served.schedule().open().database().changes();
    for (long each = 0; each < Long.MAX_VALUE; each++) {
      changes.made(EnumSet.allOf(HistoryPart.class));
      if (each % 1000 == 0) {
        slow.getOutputStream().write('\n');
      }
    }
  }
}
