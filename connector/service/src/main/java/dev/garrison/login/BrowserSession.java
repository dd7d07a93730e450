package dev.garrison.login;

import dev.garrison.digest.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who signed in with a browser.
 *
 * @param token the digest of the token that was shown; it is looked at anew at each request
 * @param csrf what every form of a page carries, and a page of another site does not know
 * @param began when
 * @param seen when the last request came
 * @param notice what the next page says of what was done
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
