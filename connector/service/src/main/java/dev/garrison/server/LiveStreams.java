package dev.garrison.server;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.diagnostic.Worded;
import dev.garrison.history.change.HistoryChanges;
import dev.garrison.history.change.HistoryPart;
import dev.garrison.language.Message;
import dev.garrison.server.api.ApiProblem;
import dev.garrison.server.api.ServerCode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Streams of server-sent events that name changed parts of the history to open pages. Each stream
 * blocks only its own virtual thread, and holds no more than a position.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
final class LiveStreams implements AutoCloseable {
  static final String MEDIA_TYPE = "text/event-stream";

  /**
   * Most streams of one session. Browsers open about six connections to one HTTP/1.1 server; the
   * rest are streams whose page was left a moment ago.
   */
  private static final int MOST_OF_SESSION = 8;

  private static final int MOST = 200;
  private static final Duration LATER = Duration.ofSeconds(15);

  private final HistoryChanges changes;
  private final Map<HistoryPart, Supplier<List<String>>> facts;
  private final Duration patience;
  private final Duration beat;
  private final Set<Stream> open = new LinkedHashSet<>();
  private final Runnable listener = this::wake;
  private final Map<HistoryPart, List<String>> known = new EnumMap<>(HistoryPart.class);
  private long compared;
  private boolean isClosed;

  /**
   * @param facts current facts that the history does not keep, by the part as which they are told
   */
  LiveStreams(
      HistoryChanges changes, Map<HistoryPart, Supplier<List<String>>> facts, Limits limits) {
    this.changes = changes;
    this.facts = Map.copyOf(facts);
    this.patience = limits.idle();
    this.beat = limits.idle().multipliedBy(3).dividedBy(4);
    changes.listen(listener);
  }

  /** An open stream of a session. */
  private record Stream(String session, Semaphore woken) {}

  /** Position of the latest change. */
  long position() {
    return changes.position();
  }

  /**
   * Sends events until the reader leaves or is too slow, the session ends, or the server stops.
   *
   * @param since position of the changes that the page shows
   * @param isAdmitted whether the session is still valid; asked before each event
   * @throws ApiProblem where there are too many streams
   */
  void serve(Context context, String session, long since, BooleanSupplier isAdmitted) {
    Stream stream = begin(session);
    Connections.Caller caller = Gate.caller(context.req());
    caller.streams();
    try {
      context.contentType(MEDIA_TYPE);
      OutputStream out = context.res().getOutputStream();
      long seen = since;
      while (!isClosed() && isAdmitted.getAsBoolean()) {
        HistoryChanges.News news = changes.since(seen);
        send(out, caller, text(news));
        seen = news.position();
        if (!stream.woken.tryAcquire(beat.toNanos(), TimeUnit.NANOSECONDS)) {
          compareFacts();
        }
        stream.woken.drainPermits();
      }
    } catch (IOException | RefusalException ended) {
      // The reader has left or is too slow, or the history does not answer; the page asks again.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      caller.streamed();
      end(stream);
    }
  }

  private static String text(HistoryChanges.News news) {
    return news.parts().isEmpty()
        ? ":\n\n"
        : "id: %d\ndata: %s\n\n"
            .formatted(
                news.position(),
                news.parts().stream().sorted().map(Worded::word).collect(Collectors.joining(" ")));
  }

  private void send(OutputStream out, Connections.Caller caller, String text) throws IOException {
    caller.awaits(patience);
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    caller.came();
  }

  private synchronized Stream begin(String session) {
    // A stream whose page is gone ends when it is written to.
    wake(session);
    long own = open.stream().filter(each -> each.session.equals(session)).count();
    if (isClosed || own >= MOST_OF_SESSION || open.size() >= MOST) {
      throw ApiProblem.later(
          503, LATER, ServerCode.SERVICE_BUSY, Message.of("request.too-many-pages"));
    }
    Stream stream = new Stream(session, new Semaphore(0));
    open.add(stream);
    return stream;
  }

  private synchronized void end(Stream stream) {
    open.remove(stream);
  }

  private synchronized boolean isClosed() {
    return isClosed;
  }

  private synchronized void wake() {
    open.forEach(each -> each.woken.release());
  }

  /** Lets the streams of a session check whether it is still valid. */
  synchronized void wake(String session) {
    open.stream()
        .filter(each -> each.session.equals(session))
        .forEach(each -> each.woken.release());
  }

  /** Compares facts with those of the last time, once a beat whatever the number of streams. */
  private void compareFacts() {
    synchronized (this) {
      long now = System.nanoTime();
      if (!known.isEmpty() && now - compared < beat.toNanos() / 2) {
        return;
      }
      compared = now;
    }
    Set<HistoryPart> changed = EnumSet.noneOf(HistoryPart.class);
    facts.forEach((part, current) -> {
      List<String> now = current.get();
      synchronized (this) {
        if (!now.equals(Objects.requireNonNullElse(known.put(part, now), List.of()))) {
          changed.add(part);
        }
      }
    });
    if (!changed.isEmpty()) {
      changes.made(changed);
    }
  }

  /** Ends all streams. */
  @Override
  public void close() {
    changes.leave(listener);
    synchronized (this) {
      isClosed = true;
      wake();
    }
  }
}
