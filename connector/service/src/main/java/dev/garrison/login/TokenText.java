package dev.garrison.login;

import dev.garrison.digest.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The text of a token: a prefix that secret scanners find, and 256 random bits.
 *
 * @param text a credential: its holder is admitted
 */
public record TokenText(String text) {
  private static final int BYTES = 32;
  private static final String PREFIX = "garrison_";
  private static final Pattern SHAPE = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

  /** Creates a new token. */
  public static TokenText fresh(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new TokenText(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Whether the text has the form of a token. */
  public boolean isWellFormed() {
    return SHAPE.matcher(text).matches();
  }

  /** The digest of the token, which is stored in its place. */
  public Sha256 digest() {
    return Sha256.of(text);
  }

  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
