package dev.garrison.payload.onboarding.blob;

import dev.garrison.language.Text;
import dev.garrison.payload.signer.CertificateFacts;
import java.util.List;

/** A blob that cannot be proven. The reason never quotes the blob. */
public final class BlobException extends Exception {
  private static final long serialVersionUID = 2L;

  /** Reason why a blob cannot be proven, from the outside in. */
  public enum Fault {
    /** The content is not the expected JSON. */
    UNREADABLE,
    /** The blob names no organization. */
    WITHOUT_TENANT,
    /** Signature or certificate is missing. */
    UNSIGNED,
    /** There is only a SHA-1 signature, which proves too little. */
    SIGNED_WEAKLY,
    /** The signature does not match these bytes. */
    TAMPERED,
    /** The certificates do not certify one another, or not strongly enough. */
    UNTRUSTED,
    /** Intact, but below a root that does not count. */
    UNKNOWN_ROOT,
    /** Intact, below a root that counts, but by a signer that does not. */
    UNEXPECTED_SIGNER
  }

  private final Fault fault;
  private final transient Text why;
  private final transient List<CertificateFacts> chain;

  BlobException(Fault fault, Text why) {
    super(why.toString());
    this.fault = fault;
    this.why = why;
    this.chain = List.of();
  }

  BlobException(Fault fault, Text why, Throwable cause) {
    super(why.toString(), cause);
    this.fault = fault;
    this.why = why;
    this.chain = List.of();
  }

  /** A blob whose only problem is its signer: everything else was proven. */
  BlobException(Fault fault, Text why, List<CertificateFacts> chain) {
    super(why.toString());
    this.fault = fault;
    this.why = why;
    this.chain = List.copyOf(chain);
  }

  public Fault fault() {
    return fault;
  }

  /** Reason without a full stop. */
  public Text why() {
    return why;
  }

  /** The chain, the signer first, if only the signer does not count; empty otherwise. */
  public List<CertificateFacts> chain() {
    return chain;
  }
}
