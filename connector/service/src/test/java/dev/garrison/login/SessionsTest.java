package dev.garrison.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.digest.Sha256;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SessionsTest {
  private static final Instant START = Instant.parse("2026-11-26T08:00:00Z");
  private static final AccessToken TOKEN = token("me");

  private static AccessToken token(String name) {
    return new AccessToken(
        name,
        Role.VIEWER,
        Sha256.of(name),
        START,
        "a test",
        START.plus(Duration.ofDays(1)),
        Optional.empty(),
        Optional.empty());
  }

  private Instant now = START;
  private final Sessions sessions = new Sessions(new SecureRandom(), () -> now);

  @Test
  void aSessionKnowsItsTokenAndNotItsText() {
    BrowserSession session = sessions.with(sessions.begin(TOKEN), true).orElseThrow();

    assertThat(session.token()).isEqualTo(TOKEN.digest());
    assertThat(session.csrf()).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void twoSessionsShareNothing() {
    String first = sessions.begin(TOKEN);
    String second = sessions.begin(TOKEN);

    assertThat(first).isNotEqualTo(second);
    assertThat(sessions.with(first, true).orElseThrow().csrf())
        .isNotEqualTo(sessions.with(second, true).orElseThrow().csrf());
  }

  @Test
  void requestsKeepASessionUntilItsLongest() {
    String id = sessions.begin(TOKEN);
    for (now = START; now.isBefore(START.plus(Sessions.LONGEST)); now = now.plusSeconds(3500)) {
      assertThat(sessions.with(id, true)).isPresent();
    }
    now = START.plus(Sessions.LONGEST);
    assertThat(sessions.with(id, true)).isEmpty();
  }

  @Test
  void aQuietSessionEnds() {
    String id = sessions.begin(TOKEN);
    now = START.plus(Sessions.IDLE);
    assertThat(sessions.with(id, true)).isEmpty();
  }

  @Test
  void anEndedSessionIsNoMore() {
    String id = sessions.begin(TOKEN);
    sessions.end(id);
    assertThat(sessions.with(id, true)).isEmpty();
  }

  @Test
  void beyondAThousandTheQuietestGoes() {
    String quiet = sessions.begin(TOKEN);
    String busy = sessions.begin(TOKEN);
    for (int more = 0; more < 999; more++) {
      sessions.begin(token("other-" + more));
      assertThat(sessions.with(busy, true)).isPresent();
    }
    assertThat(sessions.with(quiet, true)).isEmpty();
  }

  @Test
  void oneTokenTakesNoRoomFromTheOthers() {
    String other = sessions.begin(token("other"));
    String first = sessions.begin(TOKEN);
    for (int more = 0; more < 20; more++) {
      sessions.begin(TOKEN);
    }
    assertThat(sessions.with(first, true)).isEmpty();
    assertThat(sessions.with(other, true)).isPresent();
  }

  @Test
  void whatAPageDoesByItselfKeepsNoSession() {
    String id = sessions.begin(TOKEN);
    now = START.plus(Sessions.IDLE).minusSeconds(1);
    assertThat(sessions.with(id, false)).isPresent();
    now = START.plus(Sessions.IDLE);
    assertThat(sessions.with(id, true)).isEmpty();
  }

  @Test
  void whatIsToBeSaidIsThereUntilItWasSaid() {
    String id = sessions.begin(TOKEN);
    sessions.say(id, Optional.of("Run 3 was begun."));
    assertThat(sessions.with(id, true).orElseThrow().notice()).contains("Run 3 was begun.");
    sessions.say(id, Optional.empty());
    assertThat(sessions.with(id, true).orElseThrow().notice()).isEmpty();
  }
}
