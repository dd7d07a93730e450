package dev.garrison.login;

import dev.garrison.digest.Sha256;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sessions of the users who are signed in with a browser. They are held in memory, by the digest of
 * their id: after a restart of the service, users sign in again, and a copy of its state contains
 * no session.
 */
public final class Sessions {
  /** Time without a request after which a session ends. */
  public static final Duration IDLE = Duration.ofHours(1);

  /** Longest time of a session. */
  public static final Duration LONGEST = Duration.ofHours(12);

  /** Most sessions; beyond these, the user who was inactive longest has to sign in again. */
  private static final int MOST = 1000;

  /** Most sessions of one token. */
  private static final int MOST_OF_ONE = 20;

  private static final int BYTES = 32;

  private final SecureRandom random;
  private final InstantSource clock;
  private final Map<Sha256, BrowserSession> sessions =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Sha256, BrowserSession> eldest) {
          return size() > MOST;
        }
      };

  public Sessions(SecureRandom random, InstantSource clock) {
    this.random = random;
    this.clock = clock;
  }

  /** Begins a session and returns its id, which admits its holder. */
  public synchronized String begin(AccessToken token) {
    makeRoom(token);
    String id = text();
    Instant now = clock.instant();
    sessions.put(
        Sha256.of(id), new BrowserSession(token.digest(), text(), now, now, Optional.empty()));
    return id;
  }

  /** Ends the oldest sessions of this token, so that one token uses no capacity of the others. */
  private void makeRoom(AccessToken token) {
    List<Sha256> own =
        sessions.entrySet().stream()
            .filter(session -> session.getValue().token().equals(token.digest()))
            .map(Map.Entry::getKey)
            .toList();
    own.stream().limit(Math.max(0, own.size() - MOST_OF_ONE + 1)).forEach(sessions::remove);
  }

  private String text() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The session of an id, if it is still valid.
   *
   * @param byPerson whether a user made the request; automatic requests of a page do not extend a
   *     session
   */
  public synchronized Optional<BrowserSession> with(String id, boolean byPerson) {
    Sha256 key = Sha256.of(id);
    BrowserSession session = sessions.get(key);
    if (session == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (!now.isBefore(session.seen().plus(IDLE)) || !now.isBefore(session.began().plus(LONGEST))) {
      sessions.remove(key);
      return Optional.empty();
    }
    if (byPerson) {
      sessions.put(key, session.seenAt(now));
    }
    return Optional.of(session);
  }

  /** Sets the message of the next page; empty after it was shown. */
  public synchronized void say(String id, Optional<String> words) {
    sessions.computeIfPresent(Sha256.of(id), (_, session) -> session.saying(words));
  }

  /** Ends a session. */
  public synchronized void end(String id) {
    sessions.remove(Sha256.of(id));
  }
}
