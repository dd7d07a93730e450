package dev.garrison.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SignInTest {
  private static final Instant NOW = Instant.parse("2026-11-24T23:59:59Z");

  private final List<AccessToken> tokens = new ArrayList<>();
  private final List<String> used = new ArrayList<>();
  private Instant now = NOW;
  private final SignIn signIn = new SignIn(new Listed(), () -> now);

  private final class Listed implements TokenStore {
    @Override
    public List<AccessToken> all() {
      return tokens;
    }

    @Override
    public boolean add(AccessToken token) {
      return tokens.add(token);
    }

    @Override
    public boolean revoke(String name, Instant when, String who) {
      return false;
    }

    @Override
    public void used(String name, LocalDate day) {
      used.add(name + " " + day);
    }
  }

  private TokenText kept(String name, Optional<LocalDate> lastUsed, Optional<Instant> revoked) {
    TokenText text = TokenText.fresh(new SecureRandom());
    tokens.add(
        new AccessToken(
            name,
            Role.VIEWER,
            text.digest(),
            NOW,
            "a test",
            NOW.plusSeconds(60),
            lastUsed,
            revoked));
    return text;
  }

  @Test
  void aTokenIsFoundAmongOthersByItsDigest() {
    kept("one", Optional.empty(), Optional.empty());
    TokenText two = kept("two", Optional.empty(), Optional.empty());
    assertThat(signIn.with(two)).map(AccessToken::name).contains("two");
    assertThat(signIn.with(TokenText.fresh(new SecureRandom()))).isEmpty();
    assertThat(signIn.with(new TokenText(two.digest().hex()))).isEmpty();
  }

  @Test
  void itHoldsUntilItsEndAndNotAtIt() {
    TokenText text = kept("one", Optional.empty(), Optional.empty());
    now = NOW.plusSeconds(59);
    assertThat(signIn.with(text)).isPresent();
    now = NOW.plusSeconds(60);
    assertThat(signIn.with(text)).isEmpty();
  }

  @Test
  void aRevokedOneOpensNothing() {
    assertThat(signIn.with(kept("one", Optional.empty(), Optional.of(NOW)))).isEmpty();
    assertThat(used).isEmpty();
  }

  @Test
  void theDayOfUseIsNotedOnceADay() {
    signIn.with(kept("one", Optional.of(LocalDate.parse("2026-11-24")), Optional.empty()));
    assertThat(used).isEmpty();
    signIn.with(kept("two", Optional.of(LocalDate.parse("2026-11-23")), Optional.empty()));
    assertThat(used).containsExactly("two 2026-11-24");
  }

  @Test
  void aTokenHas256RandomBitsAndIsNotPrinted() {
    TokenText text = TokenText.fresh(new SecureRandom());
    assertThat(text.text()).matches("garrison_[A-Za-z0-9_-]{43}");
    assertThat(text.toString()).isEqualTo("garrison_…");
    assertThat(TokenText.fresh(new SecureRandom())).isNotEqualTo(text);
  }

  @Test
  void eachRoleCoversThoseBeforeIt() {
    assertThat(Role.APPROVER.covers(Role.VIEWER)).isTrue();
    assertThat(Role.OPERATOR.covers(Role.OPERATOR)).isTrue();
    assertThat(Role.OPERATOR.covers(Role.APPROVER)).isFalse();
    assertThat(Role.VIEWER.covers(Role.OPERATOR)).isFalse();
  }
}
