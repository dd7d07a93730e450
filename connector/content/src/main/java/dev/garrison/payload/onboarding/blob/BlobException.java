package dev.garrison.payload.onboarding.blob;

import dev.garrison.payload.signer.CertificateFacts;
import java.util.List;

/** A blob that cannot be proven. The message says why, and never quotes it. */
public final class BlobException extends Exception {
  private static final long serialVersionUID = 2L;

  /** What is wrong, from the outside in. */
  public enum Fault {
    /** Not the JSON that it should be. */
    UNREADABLE,
    /** It names no organisation. */
    WITHOUT_TENANT,
    /** Signature or certificate is missing. */
    UNSIGNED,
    /** Only a SHA-1 signature, which proves too little. */
    SIGNED_WEAKLY,
    /** The signature is not that of these bytes. */
    TAMPERED,
    /** The certificates do not vouch for one another, or not strongly. */
    UNTRUSTED,
    /** Whole in itself, below a root that does not count. */
    UNKNOWN_ROOT,
    /** Whole in itself, below a root that counts, by a signer that does not. */
    UNEXPECTED_SIGNER
  }

  private final Fault fault;
  private final transient List<CertificateFacts> chain;

  BlobException(Fault fault, String message) {
    super(message);
    this.fault = fault;
    this.chain = List.of();
  }

  BlobException(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
    this.chain = List.of();
  }

  /** Only the signer is wrong: everything else was proven. */
  BlobException(Fault fault, String message, List<CertificateFacts> chain) {
    super(message);
    this.fault = fault;
    this.chain = List.copyOf(chain);
  }

  public Fault fault() {
    return fault;
  }

  /** Where only the signer does not count: its chain, the signer first. Empty otherwise. */
  public List<CertificateFacts> chain() {
    return chain;
  }
}
