package dev.garrison.connection;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one server, read from the field {@code Date} of its answers (RFC 9110 section
 * 6.6.1). It decides about start times and deadlines, because the server acts on them without
 * Garrison. Safe for use by several threads.
 */
public final class ServerClock implements InstantSource {
  private final String server;
  private final InstantSource ours;
  private volatile boolean isHeard;
  private volatile @Nullable ClockReading reading;

  /**
   * @param server name of the server, for people
   * @param ours this computer's clock
   */
  public ServerClock(String server, InstantSource ours) {
    this.server = server;
    this.ours = ours;
  }

  /** A request that was sent. */
  public final class Question {
    private final Instant asked = ours.instant();

    private Question() {}

    /**
     * The reading from an answer whose header has just arrived.
     *
     * @return empty where the server does not send its time
     */
    public Optional<ClockReading> reading(HttpAnswer answer) {
      Instant heard = ours.instant();
      return answer.server().time().map(theirs -> new ClockReading(theirs, asked, heard));
    }
  }

  /** Records the time at which a request is sent. */
  public Question ask() {
    return new Question();
  }

  /** Records the reading of an answer that the server itself gave, and not a system in between. */
  public void know(Optional<ClockReading> newest) {
    newest.ifPresent(known -> reading = known);
    isHeard = true;
  }

  /** Whether the server has answered at all. */
  public boolean isHeard() {
    return isHeard;
  }

  /** The last reading; empty where the server never sent its time. */
  public Optional<ClockReading> reading() {
    return Optional.ofNullable(reading);
  }

  /** The server's time, or this computer's as long as the server has not sent its own. */
  @Override
  public Instant instant() {
    Instant now = ours.instant();
    return reading().map(known -> now.plus(known.ahead())).orElse(now);
  }

  /** Reason why its clock forbids writing to this server, if so. */
  public Optional<Diagnostic> objection() {
    return reading()
        .filter(ClockReading::isTooFar)
        .map(known ->
            Diagnostic.error(
                ConnectionCode.CLOCKS_APART,
                Message.of(
                    "connection.clocks-apart",
                    "server",
                    server,
                    "theirs",
                    seconds(known.theirs()),
                    "ours",
                    seconds(known.heard()))));
  }

  /**
   * Checks the clock before each write.
   *
   * @throws RefusalException when the clocks are too far apart
   */
  public void requireNear() {
    objection()
        .ifPresent(objection -> {
          throw new RefusalException(objection);
        });
  }

  /** Remark of a plan about this clock; empty where the clocks agree. */
  public Optional<String> remark() {
    if (isHeard && reading().isEmpty()) {
      return Optional.of(Text.of("server-clock.unknown", "server", server).toString());
    }
    return objection().map(objection -> objection.problem() + " " + objection.remedy());
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
