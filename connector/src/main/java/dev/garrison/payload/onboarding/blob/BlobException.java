package dev.garrison.payload.onboarding.blob;

/** A blob that cannot be proven. The message says why, and never quotes it. */
public final class BlobException extends Exception {
  private static final long serialVersionUID = 1L;

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
    /** The certificates lead to no root that is trusted. */
    UNTRUSTED,
    /** A trusted root, and not the signer of onboarding packages. */
    UNEXPECTED_SIGNER
  }

  private final Fault fault;

  BlobException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  BlobException(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
