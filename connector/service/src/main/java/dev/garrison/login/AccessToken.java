package dev.garrison.login;

import dev.garrison.diagnostic.Worded;
import dev.garrison.digest.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is kept of a token. The token itself is not: it is shown once, when it is made.
 *
 * @param name as the history names whoever uses it; never given twice
 * @param digest of the whole token
 * @param createdBy user, host and process
 * @param lastUsed the day in UTC
 */
public record AccessToken(
    String name,
    Role role,
    Sha256 digest,
    Instant created,
    String createdBy,
    Instant expires,
    Optional<LocalDate> lastUsed,
    Optional<Instant> revoked) {

  /** Whoever uses it, as the history names people. */
  public String who() {
    return "token '%s' (%s)".formatted(name, role.word());
  }

  /** Whether it lets anybody in. */
  public Standing standing(Instant now) {
    if (revoked.isPresent()) {
      return Standing.REVOKED;
    }
    return now.isBefore(expires) ? Standing.VALID : Standing.EXPIRED;
  }

  /** Whether a token lets anybody in. */
  public enum Standing implements Worded {
    VALID,
    EXPIRED,
    REVOKED
  }
}
