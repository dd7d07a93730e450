package dev.garrison.login;

import dev.garrison.diagnostic.Worded;
import dev.garrison.digest.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Stored facts of a token. The token itself is not stored: it is shown once, when it is created.
 *
 * @param name of its user in the history; never given twice
 * @param digest of the complete token
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

  /** Name of the token's user for the history. */
  public String who() {
    return "token '%s' (%s)".formatted(name, role.word());
  }

  /** Validity of the token at this time. */
  public Standing standing(Instant now) {
    if (revoked.isPresent()) {
      return Standing.REVOKED;
    }
    return now.isBefore(expires) ? Standing.VALID : Standing.EXPIRED;
  }

  /** Validity of a token. */
  public enum Standing implements Worded {
    VALID,
    EXPIRED,
    REVOKED
  }
}
