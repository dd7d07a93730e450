package dev.garrison.payload;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a signature proves.
 *
 * @param signer the common name in the signing certificate, where there is one
 * @param issuer the common name of who issued that certificate
 * @param timestamp when the signature was made, as a trusted timestamp says
 * @param addedRoot the common name of the authority at the end of its chain, where that is none of
 *     Microsoft's: whoever holds its key calls signers what they like
 * @param place which of the file's signatures it is
 * @param others what the file's other signatures prove; whether it counts does not rest on them
 */
public record SignatureReport(
    Status status,
    Optional<String> signer,
    Optional<String> issuer,
    Optional<Instant> timestamp,
    Optional<String> addedRoot,
    Place place,
    List<SignatureReport> others) {
  /** Where in a file a signature is. */
  public enum Place {
    ONLY,
    PRIMARY,
    NESTED;

    /** In plain words, on screens and in JSON. */
    public String words() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public SignatureReport {
    others = List.copyOf(others);
  }

  /** Of a file's only signature. */
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

  /** Who signed, with the authority where that is one that the manifest added. */
  public Optional<String> signedBy() {
    return signer.map(name ->
        addedRoot
            .map(root -> "%s under '%s', which 'packages.trust' names".formatted(name, root))
            .orElse(name));
  }

  /** The same of a signature that is there. */
  public SignatureReport at(Place there) {
    return new SignatureReport(status, signer, issuer, timestamp, addedRoot, there, others);
  }

  /** The same beside the file's others. */
  public SignatureReport beside(List<SignatureReport> theOthers) {
    return new SignatureReport(status, signer, issuer, timestamp, addedRoot, place, theOthers);
  }

  /** How it ended. Only {@link #VALID} proves anything. */
  public enum Status {
    VALID("valid"),
    TAMPERED("tampered"),
    UNSIGNED("unsigned"),
    UNTRUSTED_ROOT("untrusted root"),
    EXPIRED_WITHOUT_TIMESTAMP("expired without timestamp"),
    EXPIRED_WITH_BAD_TIMESTAMP("expired, and its timestamp does not count"),
    LIFETIME_ENDED("expired, whatever its timestamp"),
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
