package dev.garrison.payload;

import dev.garrison.language.Text;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Result of a signature check.
 *
 * @param signer the common name in the signing certificate, if there is one
 * @param issuer the common name of the issuer of that certificate
 * @param timestamp time of the signature, according to a trusted timestamp
 * @param addedRoot the common name of the authority at the end of its chain, if that is not one of
 *     Microsoft's: the holder of its key can give signers any name
 * @param place the position of the signature among the file's signatures
 * @param others results for the file's other signatures; they do not decide whether this one counts
 */
public record SignatureReport(
    Status status,
    Optional<String> signer,
    Optional<String> issuer,
    Optional<Instant> timestamp,
    Optional<String> addedRoot,
    Place place,
    List<SignatureReport> others) {
  /** Position of a signature in a file. */
  public enum Place {
    ONLY,
    PRIMARY,
    NESTED;

    /** The position in JSON. */
    public String words() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public SignatureReport {
    others = List.copyOf(others);
  }

  /** Creates the report of a file's only signature. */
  public SignatureReport(
      Status status,
      Optional<String> signer,
      Optional<String> issuer,
      Optional<Instant> timestamp) {
    this(status, signer, issuer, timestamp, Optional.empty(), Place.ONLY, List.of());
  }

  /** The same under an authority that the manifest added. */
  public SignatureReport under(Optional<String> root) {
    return new SignatureReport(status, signer, issuer, timestamp, root, place, others);
  }

  /** The signer, with the authority if the manifest added it. */
  public Optional<Text> signedBy() {
    return signer.map(name ->
        addedRoot
            .map(root -> Text.of("package-proof.under", "signer", name, "root", root))
            .orElseGet(() -> Text.verbatim(name)));
  }

  /** The same for diagnostics. */
  public Optional<Text> signerText() {
    return signer.map(name ->
        addedRoot
            .map(root -> Text.of("signature.signer-under", "signer", name, "root", root))
            .orElseGet(() -> Text.verbatim(name)));
  }

  /** The same at another position. */
  public SignatureReport at(Place there) {
    return new SignatureReport(status, signer, issuer, timestamp, addedRoot, there, others);
  }

  /** The same with the file's other signatures. */
  public SignatureReport beside(List<SignatureReport> theOthers) {
    return new SignatureReport(status, signer, issuer, timestamp, addedRoot, place, theOthers);
  }

  /** Outcome of the check. Only {@link #VALID} proves anything. */
  public enum Status {
    VALID("signature-status.valid"),
    TAMPERED("signature-status.tampered"),
    UNSIGNED("signature-status.unsigned"),
    UNTRUSTED_ROOT("signature-status.untrusted-root"),
    EXPIRED_WITHOUT_TIMESTAMP("signature-status.expired-without-timestamp"),
    EXPIRED_WITH_BAD_TIMESTAMP("signature-status.expired-bad-timestamp"),
    LIFETIME_ENDED("signature-status.lifetime-ended"),
    WRONG_PUBLISHER("signature-status.wrong-publisher"),
    UNUSABLE("signature-status.unusable");

    private final String key;

    /**
     * @param key of its words
     */
    Status(String key) {
      this.key = key;
    }

    /** The outcome in plain words. */
    public Text words() {
      return Text.of(key);
    }
  }

  /** The report of a file without a signature. */
  public static SignatureReport unsigned() {
    return new SignatureReport(
        Status.UNSIGNED, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
