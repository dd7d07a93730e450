package dev.garrison.wsus.updateserver;

import dev.garrison.connection.ClockReading;
import dev.garrison.connection.HttpAnswer;
import dev.garrison.connection.HttpCall;
import dev.garrison.connection.HttpTransport;
import dev.garrison.connection.ServerClock;
import dev.garrison.connection.resilience.BackOff;
import dev.garrison.connection.resilience.GuardedServer;
import dev.garrison.connection.resilience.GuardedServer.Occasion;
import dev.garrison.connection.resilience.RetryAfter;
import dev.garrison.connection.resilience.RetryingCall;
import dev.garrison.connection.resilience.ServerCounts;
import dev.garrison.connection.resilience.ServerLimits;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.connection.resilience.Verdict;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Text;
import dev.garrison.wsus.soap.AnswerXml;
import dev.garrison.wsus.soap.RowsSeen;
import dev.garrison.wsus.soap.SoapRequest;
import dev.garrison.wsus.soap.WsdlXml;
import dev.garrison.xml.HardenedXml;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to one update server, one after the other. WSUS serves its clients from the same
 * application pool, so it is asked slowly: a pause between two requests, none at the same time, and
 * long waits where it cannot answer.
 */
final class SoapExchange implements AutoCloseable {
  private static final String SERVICE = "/ApiRemoting30/WebService.asmx";
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int MOST_BYTES_OF_A_DESCRIPTION = 4 * 1024 * 1024;

  /** Failures in a row after which the server is not asked for ten minutes. */
  private static final int FAILURES = 4;

  private static final Duration REST = Duration.ofMinutes(10);

  /**
   * Waits of about half a minute and two minutes, after which a recycled application pool is back.
   */
  private static final BackOff BACK_OFF =
      new BackOff(3, Duration.ofSeconds(30), 4, Duration.ofMinutes(10));

  private final UpdateServerSettings settings;
  private final Tempo tempo;
  private final HttpTransport reading;
  private final GuardedServer server;
  private final ServerClock clock;
  private final RetryingCall repetition;
  private final RowsSeen rows = new RowsSeen();
  private final AnswerXml answers;
  private @Nullable HttpTransport writing;
  private @Nullable Instant lastAsked;

  SoapExchange(UpdateServerSettings settings, HardenedXml xml, Tempo tempo) {
    this.settings = settings;
    this.tempo = tempo;
    this.reading = new HttpTransport(settings.connection(), 1);
    this.server =
        new GuardedServer(
            name(),
            new ServerLimits(1, settings.connection().timeouts().list(), FAILURES, REST),
            tempo,
            ServerFailure::health);
    this.clock = new ServerClock(name(), tempo.clock());
    this.repetition = new RetryingCall("WSUS", BACK_OFF, tempo);
    this.answers = new AnswerXml(xml, rows);
  }

  String name() {
    return settings.name();
  }

  ServerClock clock() {
    return clock;
  }

  RowsSeen rows() {
    return rows;
  }

  ServerCounts counts() {
    return server.counts();
  }

  /**
   * Sends a request and reads its result; a read is tried again where the failure may pass.
   *
   * @throws RefusalException also for a write to a server whose clock is wrong
   */
  <R> R call(SoapRequest request, AnswerXml.Reader<R> reader, Supplier<R> whenAbsent) {
    boolean write = request.operation().isWrite();
    if (write) {
      clock.requireNear();
    }
    HttpCall call =
        new HttpCall(
            "POST",
            URI.create(settings.address() + SERVICE),
            "text/xml",
            Optional.of(
                new HttpCall.Body(
                    "text/xml",
                    request.envelope(),
                    Map.of(
                        "SOAPAction",
                        request.operation().action(),
                        // Microsoft's own client asks for a compression that no other client reads.
                        "Accept-Encoding",
                        "identity"))),
            settings.connection().timeouts().list());
    return ask(
        request.operation().name(),
        write,
        call,
        answer -> {
          requireXml(answer);
          return answers.read(answer.body(), request.operation(), reader, whenAbsent);
        });
  }

  /** Reads the WSDL. */
  WsdlXml description() {
    HttpCall call =
        new HttpCall(
            "GET",
            URI.create(settings.address() + SERVICE + "?WSDL"),
            "text/xml",
            Optional.empty(),
            settings.connection().timeouts().answer());
    return ask(
        "WSDL",
        false,
        call,
        answer -> {
          requireXml(answer);
          byte[] bytes = answer.body().readNBytes(MOST_BYTES_OF_A_DESCRIPTION);
          return WsdlXml.read(new String(bytes, StandardCharsets.UTF_8));
        });
  }

  private synchronized HttpTransport transport(boolean write) {
    if (!write || settings.writing().isEmpty()) {
      return reading;
    }
    if (writing == null) {
      writing = new HttpTransport(settings.forWriting(), 1);
    }
    return writing;
  }

  private <R> R ask(String what, boolean write, HttpCall call, HttpAnswer.Reader<R> reader) {
    // Here and not below: it may ask for a password, and no request should wait for that.
    HttpTransport transport = transport(write);
    return repetition.run(
        attempt -> {
          try {
            return server.ask(
                attempt == 1 ? Occasion.FIRST : Occasion.AGAIN,
                () -> sent(transport, call, reader));
          } catch (RefusalException refused) {
            // Nothing was sent: not the server that is meant, or no sign-in.
            throw refused;
          } catch (CancellationException interrupted) {
            throw interrupted;
          } catch (RuntimeException e) {
            throw new UpdateServerException(
                name(), settings.place(), what, ServerFailure.of(e, write));
          }
        },
        failure ->
            failure instanceof UpdateServerException known
                ? known
                    .patience()
                    .<Verdict>map(Verdict.TryAgain::new)
                    .orElseGet(Verdict.GiveUp::new)
                : new Verdict.GiveUp());
  }

  private <R> R sent(HttpTransport transport, HttpCall call, HttpAnswer.Reader<R> reader) {
    rest();
    ServerClock.Question asked = clock.ask();
    try {
      return transport.send(
          call,
          answer -> {
            Optional<ClockReading> time = asked.reading(answer);
            check(answer);
            R result = reader.read(answer);
            clock.know(time);
            return result;
          });
    } finally {
      lastAsked = tempo.clock().instant();
    }
  }

  private void rest() {
    Instant last = lastAsked;
    if (last == null) {
      return;
    }
    Duration since = Duration.between(last, tempo.clock().instant());
    if (since.compareTo(PAUSE) < 0) {
      try {
        tempo.pause().pause(PAUSE.minus(since.isNegative() ? Duration.ZERO : since));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        CancellationException cancelled =
            new CancellationException("interrupted between two requests");
        cancelled.initCause(e);
        throw cancelled;
      }
    }
  }

  /**
   * Checks the HTTP status. Business faults have status 500 and are read; other statuses than 200
   * are failures.
   */
  private void check(HttpAnswer answer) {
    int status = answer.status();
    Text detail = Text.verbatim("HTTP " + status);
    switch (status) {
      case 200, 500 -> {}
      case 401 -> throw ServerFailure.lasting(FailureKind.UNAUTHORIZED, detail, null);
      case 403 -> throw ServerFailure.lasting(FailureKind.ACCESS_DENIED, detail, null);
      case 408, 429, 502, 503, 504 ->
          throw ServerFailure.passing(
              FailureKind.UNAVAILABLE,
              detail,
              answer
                  .server()
                  .retryAfter()
                  .flatMap(text -> RetryAfter.read(text, tempo.clock().instant()))
                  .orElse(Duration.ZERO),
              null);
      default -> throw ServerFailure.lasting(FailureKind.NOT_WSUS, detail, null);
    }
  }

  private static void requireXml(HttpAnswer answer) {
    if (!answer.mediaType().endsWith("/xml")) {
      throw ServerFailure.lasting(
          FailureKind.NOT_WSUS,
          Text.of(
              answer.mediaType().isEmpty() ? "soap.http-empty" : "soap.http-other",
              "status",
              String.valueOf(answer.status()),
              "type",
              answer.mediaType()),
          null);
    }
  }

  @Override
  public synchronized void close() {
    reading.close();
    if (writing != null) {
      writing.close();
    }
  }
}
