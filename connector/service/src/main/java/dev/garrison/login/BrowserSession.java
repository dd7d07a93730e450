package dev.garrison.login;

import dev.garrison.digest.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * Session of a user who signed in with a browser.
 *
 * @param token the digest of the token that was shown; it is checked again at each request
 * @param csrf a secret in every form of a page, which a page of another site does not know
 * @param began time of the sign-in
 * @param seen time of the last request
 * @param notice message that the next page shows about the last action
 */
public record BrowserSession(
    Sha256 token, String csrf, Instant began, Instant seen, Optional<String> notice) {
  BrowserSession seenAt(Instant now) {
    return new BrowserSession(token, csrf, began, now, notice);
  }

  BrowserSession saying(Optional<String> words) {
    return new BrowserSession(token, csrf, began, seen, words);
  }
}
