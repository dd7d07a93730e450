package dev.garrison.login;

import dev.garrison.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Admits callers that have a valid token. */
public final class SignIn {
  private final TokenStore tokens;
  private final InstantSource clock;

  public SignIn(TokenStore tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * The token that was presented. Each digest is compared completely, so that the duration
   * discloses nothing.
   *
   * @return empty where the token is unknown, has expired, or was revoked
   */
  public Optional<AccessToken> with(TokenText presented) {
    return presented.isWellFormed() ? holding(presented.digest()) : Optional.empty();
  }

  /**
   * The token of this digest.
   *
   * @return empty where the token is unknown, has expired, or was revoked
   */
  public Optional<AccessToken> holding(Sha256 presented) {
    byte[] digest = bytes(presented.hex());
    Optional<AccessToken> found = Optional.empty();
    for (AccessToken token : tokens.all()) {
      if (MessageDigest.isEqual(digest, bytes(token.digest().hex()))) {
        found = Optional.of(token);
      }
    }
    Instant now = clock.instant();
    Optional<AccessToken> valid =
        found.filter(token -> token.standing(now) == AccessToken.Standing.VALID);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    valid
        .filter(token -> !token.lastUsed().equals(Optional.of(today)))
        .ifPresent(token -> tokens.used(token.name(), today));
    return valid;
  }

  private static byte[] bytes(String hex) {
    return hex.getBytes(StandardCharsets.US_ASCII);
  }
}
