package dev.garrison.payload;

import java.time.Instant;
import java.util.Optional;

/**
 * What a signature proves.
 *
 * @param signer the common name in the signing certificate, where there is one
 * @param issuer the common name of who issued that certificate
 * @param timestamp when the signature was made, as a trusted timestamp says
 */
public record SignatureReport(
    Status status, Optional<String> signer, Optional<String> issuer, Optional<Instant> timestamp) {
  /** How it ended. Only {@link #VALID} proves anything. */
  public enum Status {
    VALID("valid"),
    TAMPERED("tampered"),
    UNSIGNED("unsigned"),
    UNTRUSTED_ROOT("untrusted root"),
    EXPIRED_WITHOUT_TIMESTAMP("expired without timestamp"),
    EXPIRED_WITH_BAD_TIMESTAMP("expired, and its timestamp does not count"),
    WRONG_PUBLISHER("wrong publisher"),
    UNUSABLE("unusable");

    private final String words;

    Status(String words) {
      this.words = words;
    }

    /** In plain words, on screens and in JSON. */
    public String words() {
      return words;
    }
  }

  /** There is no signature. */
  public static SignatureReport unsigned() {
    return new SignatureReport(
        Status.UNSIGNED, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
